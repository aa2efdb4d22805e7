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
