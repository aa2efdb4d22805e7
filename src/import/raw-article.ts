import { normaliseSpace } from '../text/white-space.ts';

/** What a person can say or allow when an import asks for it. A front end knows how: a flag, a field of a form. */
export type Setting = MetadataKey | 'id' | 'allowPrivate';

/** A source that cannot be imported. The message is for the person who imports, and names no flag. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
  /** What would settle it. */
  readonly setting: Setting | undefined;

  constructor(message: string, { setting, ...options }: ErrorOptions & { readonly setting?: Setting } = {}) {
    super(message, options);
    this.setting = setting;
  }
}

/** How a source is to be read. */
export interface Reading {
  /** Keep what does not look like a part of the article. */
  readonly keepAll: boolean;
}

/** One line or paragraph of a source. Its text is verbatim but for white space. */
export interface Block {
  /** Where it is, for people: "line 12", "page 2, line 3", "paragraph 7". */
  readonly place: string;
  /** Not empty, one line, see normaliseSpace(). */
  readonly text: string;
  /** 1 to 6 for a heading. */
  readonly level?: number;
  /** Neighbours with the same number are lines of one paragraph; a block without one is a paragraph. */
  readonly paragraph?: number;
}

/** What did not go into the report. Nothing is left out without one. */
export interface Removal {
  readonly place: string;
  readonly text: string;
  /** A noun for people, such as "a share line". */
  readonly why: string;
}

/** In the order in which people read a report's front matter. */
export const METADATA_KEYS = [
  'title',
  'publisher',
  'author',
  'published',
  'url',
  'language',
  'licence',
] as const;

export type MetadataKey = (typeof METADATA_KEYS)[number];

/**
 * What a source says of itself. Values are as found, one line each, `published` as an ISO date; nothing here has been
 * checked.
 */
export type ArticleMetadata = { readonly [Key in MetadataKey]?: string };

/** Metadata of `texts`, each on one line; without those that are empty. */
export const metadataOf = (
  texts: Readonly<Partial<Record<MetadataKey, string | null | undefined>>>,
): ArticleMetadata =>
  Object.fromEntries(
    Object.entries(texts)
      .map(([key, text]) => [key, normaliseSpace(text ?? '')])
      .filter(([, line]) => line !== ''),
  );

/** What a person should look at or add. */
export interface Note {
  /**
   * `missing`: nothing says what `field` is; `doubtful`: it may be wrong, or was not believed; `text`: how the source's
   * text was read or parted.
   */
  readonly kind: 'missing' | 'doubtful' | 'text';
  readonly field?: MetadataKey;
  /** A sentence in plain text, without a full stop. It may quote the source. */
  readonly text: string;
}

export const noteOnText = (text: string): Note => ({ kind: 'text', text });

/** A source as its format's reader gives it, in the order of the source. */
export interface RawArticle {
  readonly blocks: readonly Block[];
  readonly metadata: ArticleMetadata;
  /** Who typed the file, when, and where it came from. Used where the text says nothing of its own. */
  readonly properties?: Pick<ArticleMetadata, 'author' | 'published' | 'url'>;
  readonly removed: readonly Removal[];
  readonly notes: readonly Note[];
}

/** A source that was read, with all but its metadata in its final form. Plain data: it crosses processes. */
export interface ConvertedArticle extends Omit<RawArticle, 'blocks'> {
  /** Of the report file, from the line after the front matter on. */
  readonly body: string;
  /** What the words look like (BCP 47), where that is clear. */
  readonly guessedLanguage?: string;
}
