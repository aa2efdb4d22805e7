/** A half-open range `[start, end)` of UTF-16 code units, as `String.prototype.slice` takes it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters of `text` that `span` covers, untouched. */
export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);
