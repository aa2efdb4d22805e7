import type { AuthorView, MessageView } from './message-view.ts';

/**
 * The interaction locales the page offers. All but `ar` are Discord's own. No Discord client supports Arabic yet; it
 * is offered to show how a bot behaves with a right-to-left language, or with one that it does not know.
 */
export const pageLocales = ['en-US', 'de', 'fr', 'es-ES', 'pt-BR', 'ja', 'ar'] as const;
export type PageLocale = (typeof pageLocales)[number];

export interface PersonView extends AuthorView {
  /** Names the person in requests of the page; unlike the id it survives a restart of the server. */
  readonly key: string;
  /** Such as `Member` or `Server owner`. */
  readonly role: string;
}

export interface ChannelView {
  readonly id: string;
  readonly kind: 'text' | 'direct';
  /** Without `#` or `@`. */
  readonly name: string;
  /** What the viewer may use here. */
  readonly commands: readonly CommandView[];
}

/** A person types a `string`, `integer` or `number`, and picks the others from `choices`. */
export type OptionKind = 'string' | 'integer' | 'number' | 'boolean' | 'user' | 'channel' | 'role';

export interface OptionChoice {
  readonly label: string;
  readonly value: string | number | boolean;
}

export interface OptionView {
  readonly name: string;
  /** `name` in the viewer's language, as are the description and the labels of the choices. */
  readonly label: string;
  readonly description: string;
  readonly kind: OptionKind;
  readonly required: boolean;
  readonly autocomplete: boolean;
  readonly choices: readonly OptionChoice[];
  readonly maxLength?: number;
}

export interface CommandView {
  readonly kind: 'chat' | 'message';
  /** The command's own name, then those of a subcommand group and a subcommand, with spaces between. */
  readonly name: string;
  /** `name` in the viewer's language. */
  readonly label: string;
  readonly description: string;
  readonly options: readonly OptionView[];
}

/** Everything one person sees; sent whole when the page connects, and again after a reconnect. */
export interface PageState {
  readonly server: string;
  readonly viewer: PersonView;
  readonly people: readonly PersonView[];
  readonly bot: AuthorView;
  /** What the bot's avatar shows: a letter or a sign. */
  readonly botAvatar: string;
  readonly online: boolean;
  readonly channels: readonly ChannelView[];
  /** In all channels, oldest first. */
  readonly messages: readonly MessageView[];
}

/** From server to page, one JSON object per server-sent event. */
export type PageEvent =
  | { readonly kind: 'state'; readonly state: PageState }
  | { readonly kind: 'message'; readonly message: MessageView }
  | { readonly kind: 'message-gone'; readonly id: string }
  | { readonly kind: 'channels'; readonly channels: readonly ChannelView[] }
  | { readonly kind: 'presence'; readonly online: boolean };

/** The value of one option of a command. */
export interface OptionValue {
  readonly name: string;
  readonly value: string | number | boolean;
}

interface CommandLine {
  readonly channelId: string;
  readonly command: string;
  readonly options: readonly OptionValue[];
}

/** From page to server: what the viewer does. */
export type PageAction =
  | ({ readonly kind: 'command' } & CommandLine)
  | ({ readonly kind: 'autocomplete'; readonly focused: string } & CommandLine)
  | { readonly kind: 'message-command'; readonly command: string; readonly messageId: string }
  | { readonly kind: 'click'; readonly messageId: string; readonly customId: string }
  | {
      readonly kind: 'choose';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | {
      readonly kind: 'submit';
      readonly modalId: string;
      readonly values: Readonly<Record<string, string | readonly string[]>>;
    }
  | { readonly kind: 'write'; readonly channelId: string; readonly text: string };

export interface ModalFieldView {
  readonly customId: string;
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
  readonly input:
    | {
        readonly kind: 'text';
        readonly long: boolean;
        readonly placeholder: string;
        readonly value: string;
        readonly minLength: number;
        readonly maxLength: number;
      }
    | { readonly kind: 'select'; readonly choices: readonly OptionChoice[]; readonly max: number };
}

export interface ModalView {
  /** The server's name for this open form, sent back by `submit`. */
  readonly id: string;
  readonly title: string;
  readonly texts: readonly string[];
  readonly fields: readonly ModalFieldView[];
}

/** How an action ended. */
export type ActionResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'choices'; readonly choices: readonly OptionChoice[] }
  | { readonly kind: 'modal'; readonly modal: ModalView }
  /** The bot did not answer in time, or refused. */
  | { readonly kind: 'no-answer' }
  /** A Discord client would not let this person do this. */
  | { readonly kind: 'refused'; readonly reason: string };
