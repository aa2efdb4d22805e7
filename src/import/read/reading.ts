/** How a source is to be read. Plain data: it crosses threads. */
export interface Reading {
  /** The encoding that came with the bytes, as HTTP says it. */
  readonly charset?: string;
  /** Keep what does not look like a part of the article. */
  readonly keepAll: boolean;
}
