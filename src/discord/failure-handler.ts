import {
  type CommandInteraction,
  DiscordAPIError,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  RESTJSONErrorCodes,
  type Snowflake,
} from 'discord.js';
import { wordingFor } from '../i18n/wording.ts';
import type { Log } from '../log.ts';
import { privateNote } from '../render/reply.ts';
import { StoreError } from '../store/store.ts';
import { localeOf } from './mention.ts';
import { performAction, replyTo, respond, respondPrivately } from './respond.ts';

/** Tells the log of what cannot be answered, and the person where that is possible. */
export interface FailureHandler {
  /** @returns whether the person has the answer all the same. Never rejects. */
  interaction(interaction: Interaction, error: unknown): Promise<boolean>;
  /** @returns false: nobody else answers a mention. Never rejects. */
  mention(message: Message, error: unknown): Promise<false>;
  /**
   * Runs `defer`. Where Discord has an acknowledgement already, all goes on: our first try arrived although we were not
   * told, or another process deferred, and then both lay the same answer over the same message.
   */
  acknowledge(
    interaction: CommandInteraction | MessageComponentInteraction,
    defer: () => Promise<unknown>,
  ): Promise<void>;
}

export function createFailureHandler(log: Log): FailureHandler {
  function logUndelivered({ kind, why }: Undelivered, place: { readonly [place: string]: Snowflake }): void {
    log.warn({ ...place, why }, kind === 'answered' ? 'answered already' : 'answer not delivered');
  }

  async function tell(interaction: Interaction, error: unknown, isBlocked: boolean): Promise<void> {
    const { notes } = wordingFor(interaction.locale);
    const ours = error instanceof StoreError ? notes.storeFailed : notes.apology;
    const note = privateNote(isBlocked ? notes.blocked : ours);
    try {
      if (interaction.isMessageComponent())
        await performAction(interaction, { kind: 'note', reply: note }, false);
      else if (!interaction.isCommand()) return;
      else if (isBlocked) await respondPrivately(interaction, note);
      else await respond(interaction, note, true);
    } catch (failure) {
      log.error({ err: failure, interaction: interaction.id }, 'apology failed');
    }
  }

  return {
    async interaction(interaction, error) {
      const undelivered = findUndelivered(error);
      if (undelivered) logUndelivered(undelivered, { interaction: interaction.id });
      else log.error({ err: error, interaction: interaction.id }, 'interaction failed');
      if (undelivered?.kind === 'answered') return true;
      if (!undelivered || undelivered.kind === 'blocked')
        await tell(interaction, error, undelivered !== undefined);
      return false;
    },

    async mention(message, error) {
      const undelivered = findUndelivered(error);
      if (!undelivered) log.error({ err: error, message: message.id }, 'mention failed');
      else logUndelivered(undelivered, { message: message.id });
      if (undelivered?.kind !== 'blocked') return false;
      const note = privateNote(wordingFor(localeOf(message)).notes.blocked);
      await replyTo(message, note).catch((failure: unknown) =>
        log.error({ err: failure, message: message.id }, 'apology failed'),
      );
      return false;
    },

    async acknowledge(interaction, defer) {
      try {
        await defer();
      } catch (error) {
        const undelivered = findUndelivered(error);
        if (undelivered?.kind !== 'answered') throw error;
        logUndelivered(undelivered, { interaction: interaction.id });
        interaction.deferred = true;
      }
    },
  };
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
