import { DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';

/** Why Discord did not take what was sent to it, where that is neither a fault of ours nor worth another try. */
export type Undelivered =
  /** Nothing can be said there any more: the interaction has expired, or the message or channel is gone. */
  | { readonly kind: 'gone'; readonly why: string }
  /** Somebody has answered: another process with the same token, or we, and the news of it was lost. */
  | { readonly kind: 'answered'; readonly why: string }
  /** A filter does not let it through: a quoted passage has words or links of its own. Other words may pass. */
  | { readonly kind: 'blocked'; readonly why: string }
  /** The bot has no right to write there. */
  | { readonly kind: 'forbidden'; readonly why: string };

const BY_CODE: ReadonlyMap<number | string, Undelivered> = new Map<number | string, Undelivered>([
  [
    RESTJSONErrorCodes.UnknownInteraction,
    { kind: 'gone', why: 'the interaction has expired: it must be acknowledged within 3 seconds' },
  ],
  [
    RESTJSONErrorCodes.InvalidWebhookToken,
    { kind: 'gone', why: 'the interaction has expired: it can be answered for 15 minutes' },
  ],
  [RESTJSONErrorCodes.UnknownMessage, { kind: 'gone', why: 'the message is gone' }],
  [RESTJSONErrorCodes.UnknownChannel, { kind: 'gone', why: 'the channel is gone' }],
  [
    RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged,
    { kind: 'answered', why: 'the interaction is answered: does another process use the same token?' },
  ],
  [
    RESTJSONErrorCodes.MessageWasBlockedByAutomaticModeration,
    { kind: 'blocked', why: "the server's AutoMod blocked it" },
  ],
  [
    RESTJSONErrorCodes.MessageBlockedByHarmfulLinksFilter,
    { kind: 'blocked', why: "Discord's filter of harmful links blocked it" },
  ],
  [RESTJSONErrorCodes.MissingAccess, { kind: 'forbidden', why: 'the bot may not see the channel' }],
  [RESTJSONErrorCodes.MissingPermissions, { kind: 'forbidden', why: 'the bot may not write in the channel' }],
]);

/** Undefined for every other error. */
export const findUndelivered = (error: unknown): Undelivered | undefined =>
  error instanceof DiscordAPIError ? BY_CODE.get(error.code) : undefined;
