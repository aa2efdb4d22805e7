import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  MessageFlags,
  RESTAPIAttachment,
  RESTAPIPoll,
  Snowflake,
} from 'discord-api-types/v10';

/**
 * What a bot may send as a message, new or edited, by any of the routes that take one. It is what the published
 * schemas let through; the request types of discord-api-types tell of `undefined`, which JSON does not have.
 */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: APIEmbed[] | null;
  readonly components?: APIMessageTopLevelComponent[] | null;
  readonly attachments?: RESTAPIAttachment[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly flags?: MessageFlags | null;
  readonly nonce?: string | number | null;
  /** Whether a message with a nonce that the author has used is not made again. */
  readonly enforce_nonce?: boolean | null;
  readonly poll?: RESTAPIPoll | null;
  readonly sticker_ids?: Snowflake[] | null;
  readonly message_reference?: {
    readonly message_id: Snowflake;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
}
