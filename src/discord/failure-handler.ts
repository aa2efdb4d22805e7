import type {
  CommandInteraction,
  Interaction,
  Message,
  MessageComponentInteraction,
  Snowflake,
} from 'discord.js';
import type { Log } from '../log.ts';
import { StoreError } from '../store/store.ts';
import { findUndelivered, type Undelivered } from './find-undelivered.ts';
import { localeOf } from './mention.ts';
import { carryOut, replyTo, respond, respondInPrivate } from './respond.ts';
import { privateNote } from '../render/reply.ts';
import { wordingFor } from '../i18n/wording.ts';

/** Tells the log of what cannot be answered, and the person where that is possible. */
export interface FailureHandler {
  /** @returns whether the person has the answer all the same. Never rejects. */
  interaction(interaction: Interaction, error: unknown): Promise<boolean>;
  /** Never rejects. */
  mention(message: Message, error: unknown): Promise<void>;
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
      if (interaction.isMessageComponent()) await carryOut(interaction, { kind: 'note', reply: note }, false);
      else if (!interaction.isCommand()) return;
      else if (isBlocked) await respondInPrivate(interaction, note);
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
      if (!undelivered) return log.error({ err: error, message: message.id }, 'mention failed');
      logUndelivered(undelivered, { message: message.id });
      if (undelivered.kind !== 'blocked') return;
      const note = privateNote(wordingFor(localeOf(message)).notes.blocked);
      await replyTo(message, note).catch((failure: unknown) =>
        log.error({ err: failure, message: message.id }, 'apology failed'),
      );
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
