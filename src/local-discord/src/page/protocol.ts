import type { AuthorView, MarkdownNode, MessageView } from './message-view.ts';

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

/** A person types a `string` or an `integer`, gives a file, and picks True or False. */
export type OptionKind = 'string' | 'integer' | 'boolean' | 'attachment';

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
  /** The command's own name, then that of a subcommand, with a space between. */
  readonly name: string;
  /** `name` in the viewer's language. */
  readonly label: string;
  readonly description: string;
  readonly options: readonly OptionView[];
}

export interface FileLimits {
  /** Of one file. */
  readonly maxBytes: number;
  /** What a client says to a larger one. */
  readonly tooLarge: string;
  /** In one message. */
  readonly maxCount: number;
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
  readonly files: FileLimits;
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

/** The value of one option of a command. `File` is the browser's, or the server's. */
export interface OptionValue<File> {
  readonly name: string;
  readonly value: string | number | boolean | File;
}

/** What stands in a form, by the `customId` of each field. */
export type ModalValues = Readonly<Record<string, string>>;

interface CommandLine<File> {
  readonly channelId: string;
  readonly command: string;
  readonly options: readonly OptionValue<File>[];
}

/** From page to server: what the viewer does. */
export type PageAction<File> =
  | ({ readonly kind: 'command' } & CommandLine<File>)
  | ({ readonly kind: 'autocomplete'; readonly focused: string } & CommandLine<File>)
  | { readonly kind: 'message-command'; readonly command: string; readonly messageId: string }
  | { readonly kind: 'click'; readonly messageId: string; readonly customId: string }
  | {
      readonly kind: 'choose';
      readonly messageId: string;
      readonly customId: string;
      readonly values: readonly string[];
    }
  | { readonly kind: 'submit'; readonly modalId: string; readonly values: ModalValues }
  | {
      readonly kind: 'write';
      readonly channelId: string;
      readonly text: string;
      readonly files: readonly File[];
    };

export interface ModalFieldView {
  readonly customId: string;
  readonly label: string;
  readonly description?: string;
  readonly required: boolean;
  readonly long: boolean;
  readonly placeholder: string;
  readonly value: string;
  readonly minLength: number;
  readonly maxLength: number;
}

export interface ModalView {
  /** The server's name for this open form, sent back by `submit`. */
  readonly id: string;
  readonly title: string;
  /** Fields, and the texts between them. */
  readonly parts: readonly (ModalFieldView | readonly MarkdownNode[])[];
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
