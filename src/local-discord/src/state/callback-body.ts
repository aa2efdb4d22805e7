import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  InteractionResponseType as Callback,
} from 'discord-api-types/v10';
import type { MessageBody } from './message-body.ts';

/** A first response to an interaction, as the published schemas let it through. */
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
