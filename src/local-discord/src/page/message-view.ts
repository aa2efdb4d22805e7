/** Where a mention points. `text` is the name to show, already resolved, without the leading sign. */
export type MentionTarget = 'user' | 'role' | 'channel' | 'command' | 'everyone';

/**
 * Discord's markdown as data. The page draws it with createElement and text nodes only, so text of a message can
 * never become HTML. A `link` is always http or https.
 */
export type MarkdownNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler' | 'quote' | 'subtext';
      readonly nodes: readonly MarkdownNode[];
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly nodes: readonly MarkdownNode[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'code-block'; readonly text: string }
  | { readonly kind: 'link'; readonly url: string; readonly nodes: readonly MarkdownNode[] }
  | {
      readonly kind: 'list';
      /** The first number of an ordered list; absent for bullets. */
      readonly start?: number;
      readonly items: readonly (readonly MarkdownNode[])[];
    }
  | { readonly kind: 'mention'; readonly target: MentionTarget; readonly text: string }
  | {
      readonly kind: 'time';
      /** Unix time in seconds. */
      readonly seconds: number;
      /** Discord's style letter: t T d D f F R. */
      readonly style: string;
    };

/** The author of a message, as shown beside it. */
export interface AuthorView {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
}

export type ButtonStyle = 'primary' | 'secondary' | 'success' | 'danger';

export type ButtonView =
  | {
      readonly kind: 'button';
      readonly style: ButtonStyle;
      readonly label: string;
      readonly customId: string;
      readonly disabled: boolean;
    }
  /** `url` is http or https. */
  | {
      readonly kind: 'link-button';
      readonly label: string;
      readonly url: string;
      readonly disabled: boolean;
    };

export interface ChoiceView {
  readonly value: string;
  readonly label: string;
  readonly description?: string;
  readonly selected: boolean;
}

export interface SelectView {
  readonly kind: 'select';
  readonly customId: string;
  readonly placeholder: string;
  readonly min: number;
  readonly max: number;
  readonly disabled: boolean;
  readonly choices: readonly ChoiceView[];
}

export interface FileView {
  readonly kind: 'file';
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly url: string;
}

/** One component of a message, ready to draw. */
export type BlockView =
  | { readonly kind: 'text'; readonly nodes: readonly MarkdownNode[] }
  | {
      readonly kind: 'container';
      /** CSS hex such as `#3366cc`; absent for no accent. */
      readonly accent?: string;
      readonly blocks: readonly BlockView[];
    }
  | { readonly kind: 'row'; readonly items: readonly (ButtonView | SelectView)[] }
  | FileView;

export interface MessageView {
  readonly id: string;
  readonly channelId: string;
  readonly author: AuthorView;
  /** ISO time. */
  readonly at: string;
  readonly edited: boolean;
  /** Only the person it answers sees it. */
  readonly private: boolean;
  /** The bot deferred: it has not said anything yet. */
  readonly thinking: boolean;
  /** It deferred, and did not answer in time. */
  readonly unanswered: boolean;
  readonly mentionsViewer: boolean;
  /** Set on the answer to a command: who used it. */
  readonly usedBy?: { readonly author: AuthorView; readonly command: string };
  /** Set on a reply; `text` is the beginning of the message replied to, `undefined` when it is gone. */
  readonly repliesTo?: { readonly author: AuthorView; readonly text: string } | { readonly gone: true };
  readonly nodes: readonly MarkdownNode[];
  readonly blocks: readonly BlockView[];
  readonly files: readonly FileView[];
}
