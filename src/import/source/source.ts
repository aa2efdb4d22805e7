import type { SourceFormat } from '../source-format.ts';

/** What was given to import, fetched and not yet read. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly format: SourceFormat;
  /** The encoding that HTTP names. */
  readonly charset?: string;
  /** The address that the bytes came from, after redirects. */
  readonly url?: string;
}

/** Of a source, after decompression, in bytes: 20 MB. */
export const MOST_SOURCE_BYTES = 20_000_000;

export const TOO_LARGE = `it has more than ${MOST_SOURCE_BYTES / 1_000_000} MB`;
