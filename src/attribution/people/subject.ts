/** Half-open range of token indexes. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Who is the subject of a verb. `speaker`: these words. `unknown`: somebody, but we are not sure in which words.
 * `nobody`: the sentence says that nobody spoke, or only supposes it.
 */
export type Subject =
  | { readonly kind: 'speaker'; readonly range: Range }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nobody' };

export const UNKNOWN: Subject = { kind: 'unknown' };

export const NOBODY_SPOKE: Subject = { kind: 'nobody' };

/** A longer subject is more likely a misread sentence. */
export const MAX_WORDS = 30;
