import { normaliseSpace } from '../text/white-space.ts';

/** A source that cannot be imported. The message is for the person who called the importer. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
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

type MetadataKey = (typeof METADATA_KEYS)[number];

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

/** A source as its format's reader gives it, in the order of the source. Plain data: it crosses threads. */
export interface RawArticle {
  readonly blocks: readonly Block[];
  readonly metadata: ArticleMetadata;
  /** What the file's properties say: who typed it and when. Used when the text names no author or date. */
  readonly properties?: Pick<ArticleMetadata, 'author' | 'published'>;
  readonly removed: readonly Removal[];
  /** Sentences for people about what was doubtful. */
  readonly notes: readonly string[];
}
