import {
  type CommandInteraction,
  DiscordAPIError,
  type Interaction,
  type Message,
  RESTJSONErrorCodes,
  type Snowflake,
} from 'discord.js';
import { wordingFor } from '../i18n/wording.ts';
import type { Log } from '../log.ts';
import { privateNote } from '../render/reply.ts';
import { SearchError } from '../search/candidate-source.ts';
import { StoreError } from '../store-error.ts';
import { localeOf } from './mention.ts';
import { type ComponentInteraction, performAction, replyTo, respond, respondPrivately } from './respond.ts';
import type { Tally } from './tally.ts';

/** Tells the log of what cannot be answered, and the person where that is possible. */
export function createFailureHandler(log: Log, tally: Tally, notKept: () => void) {
  /** Gives the kind of an error that {@link UNDELIVERED} lists. */
  function logFailure(error: unknown, place: Place, message: string): Undelivered['kind'] | undefined {
    const { kind, why = '' } = findUndelivered(error) ?? {};
    // The loss of a server is in the log already: whom it cost what is counted.
    if (isAway(error)) tally.warn({ ...place, why: error.message }, 'not answered');
    else if (error instanceof StoreError) {
      notKept();
      tally.warn({ ...place, why: error.message }, 'not kept');
    } else if (kind === undefined) log.error({ err: error, ...place }, message);
    else tally.warn({ ...place, why }, kind === 'answered' ? 'answered already' : 'answer not delivered');
    return kind;
  }

  const apologise = (sending: Promise<unknown>, place: Place): Promise<unknown> =>
    sending.catch((failure: unknown) => log.error({ err: failure, ...place }, 'apology failed'));

  return {
    dropped: (place: Place): void =>
      tally.warn({ ...place, why: 'more was asked than can be answered in time' }, 'not answered'),

    /** @returns whether the person has the answer all the same. Never rejects. */
    async interaction(interaction: Interaction, error: unknown): Promise<boolean> {
      const place = { interaction: interaction.id };
      const kind = logFailure(error, place, 'interaction failed');
      const { notes } = wordingFor(interaction.locale);
      if (kind === undefined) await apologise(tell(interaction, notes[apologyFor(error)], false), place);
      if (kind === 'blocked') await apologise(tell(interaction, notes.blocked, true), place);
      return kind === 'answered';
    },

    /** @returns false: nobody else answers a mention. Never rejects. */
    async mention(message: Message, error: unknown): Promise<false> {
      const place = { message: message.id };
      const kind = logFailure(error, place, 'mention failed');
      const { notes } = wordingFor(localeOf(message));
      const note = kind === 'blocked' ? kind : isAway(error) ? apologyFor(error) : undefined;
      if (note !== undefined) await apologise(replyTo(message, privateNote(notes[note])), place);
      return false;
    },

    /**
     * Runs `defer`. Where Discord has an acknowledgement already, all goes on: our first try arrived although we were not
     * told, or another process deferred, and then both lay the same answer over the same message.
     */
    async acknowledge(
      interaction: CommandInteraction | ComponentInteraction,
      defer: () => Promise<unknown>,
    ): Promise<void> {
      try {
        await defer();
      } catch (error) {
        if (findUndelivered(error)?.kind !== 'answered') throw error;
        logFailure(error, { interaction: interaction.id }, 'interaction failed');
        interaction.deferred = true;
      }
    },
  };
}

/** Whether what was wanted is there, but cannot be had now. */
const isAway = (error: unknown): error is Error =>
  error instanceof SearchError || (error instanceof StoreError && error.unread !== undefined);

/** The note for a person on an error that is not Discord's. */
function apologyFor(
  error: unknown,
): 'searchAway' | 'reportsAway' | 'recordsAway' | 'storeFailed' | 'apology' {
  if (error instanceof SearchError) return 'searchAway';
  if (!(error instanceof StoreError)) return 'apology';
  return error.unread === undefined ? 'storeFailed' : `${error.unread}Away`;
}

/** The interaction or message, for the log. */
type Place = Readonly<Record<string, Snowflake>>;

async function tell(interaction: Interaction, sentence: string, isBlocked: boolean): Promise<void> {
  const reply = privateNote(sentence);
  if (interaction.isMessageComponent() || interaction.isModalSubmit())
    await performAction(interaction, { kind: 'note', reply }, false);
  else if (!interaction.isCommand()) return;
  else if (isBlocked) await respondPrivately(interaction, reply);
  else await respond(interaction, reply, true);
}

/**
 * Why Discord did not take what was sent to it, where that is neither a fault of ours nor worth another try.
 * `gone`: nothing can be said there any more. `answered`: another process with the same token has answered, or we have,
 * and were not told. `blocked`: a filter stopped it; other words may pass. `forbidden`: the bot may not write there.
 */
interface Undelivered {
  readonly kind: 'gone' | 'answered' | 'blocked' | 'forbidden';
  readonly why: string;
}

const Codes = RESTJSONErrorCodes;
const UNDELIVERED: readonly (readonly [code: number, kind: Undelivered['kind'], why: string])[] = [
  [Codes.UnknownInteraction, 'gone', 'the interaction has expired: it must be acknowledged within 3 seconds'],
  [Codes.InvalidWebhookToken, 'gone', 'the interaction has expired: it can be answered for 15 minutes'],
  [Codes.UnknownMessage, 'gone', 'the message is gone'],
  [Codes.UnknownChannel, 'gone', 'the channel is gone'],
  [
    Codes.InteractionHasAlreadyBeenAcknowledged,
    'answered',
    'the interaction is answered: does another process use the same token?',
  ],
  [Codes.MessageWasBlockedByAutomaticModeration, 'blocked', "the server's AutoMod blocked it"],
  [Codes.MessageBlockedByHarmfulLinksFilter, 'blocked', "Discord's filter of harmful links blocked it"],
  [Codes.MissingAccess, 'forbidden', 'the bot may not see the channel'],
  [Codes.MissingPermissions, 'forbidden', 'the bot may not write in the channel'],
];

/** Undefined for every other error. */
function findUndelivered(error: unknown): Undelivered | undefined {
  if (!(error instanceof DiscordAPIError)) return undefined;
  const [, kind, why] = UNDELIVERED.find(([code]) => code === error.code) ?? [];
  return kind && why ? { kind, why } : undefined;
}
