import type {
  APIAllowedMentions,
  APIApplicationCommandOption,
  APIApplicationCommandOptionChoice,
  APIMessageTopLevelComponent,
  APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  InteractionResponseType as Callback,
  LocalizationMap,
  MessageFlags,
  RESTAPIAttachment,
  Snowflake,
} from 'discord-api-types/v10';

/**
 * What a bot may send as a message, new or edited, by any of the routes that take one. It is what the published
 * schemas accept; the request types of discord-api-types allow `undefined`, which JSON does not have.
 */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly unknown[] | null;
  readonly components?: APIMessageTopLevelComponent[] | null;
  readonly attachments?: RESTAPIAttachment[] | null;
  readonly allowed_mentions?: APIAllowedMentions | null;
  readonly flags?: MessageFlags | null;
  readonly nonce?: string | number | null;
  /** Whether a nonce that the author used before makes no second message. */
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: {
    readonly message_id: Snowflake;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
}

/** A command as a bot publishes it: what the published schemas accept. */
export interface CommandBody {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null;
  /** A slash command when absent. */
  readonly type?: ApplicationCommandType | null;
  readonly description?: string | null;
  readonly description_localizations?: LocalizationMap | null;
  readonly options?: APIApplicationCommandOption[] | null;
  /** A bit field, as digits; the number is the old form. */
  readonly default_member_permissions?: string | number | null;
  readonly dm_permission?: boolean | null;
  readonly contexts?: InteractionContextType[] | null;
  readonly integration_types?: ApplicationIntegrationType[] | null;
  readonly nsfw?: boolean | null;
}

/** A first response to an interaction, as the published schemas accept it. */
export type CallbackBody =
  | { readonly type: Callback.ChannelMessageWithSource; readonly data?: MessageBody | null }
  | {
      readonly type: Callback.DeferredChannelMessageWithSource;
      readonly data?: Pick<MessageBody, 'flags'> | null;
    }
  | { readonly type: Callback.DeferredMessageUpdate }
  | { readonly type: Callback.UpdateMessage; readonly data?: MessageBody | null }
  | {
      readonly type: Callback.ApplicationCommandAutocompleteResult;
      readonly data?: { readonly choices?: readonly APIApplicationCommandOptionChoice[] | null };
    }
  | { readonly type: Callback.Modal; readonly data: APIModalInteractionResponseCallbackData };
