import type { Span } from '../text/span.ts';

/** One block of a report's body: the unit of search. Spans are ranges of the report's `body`. */
export interface Paragraph {
  /** Counted from 1, as a reader counts; headings are not counted. */
  readonly number: number;
  readonly span: Span;
  /** In order, not overlapping; together they cover all but white space of the paragraph. */
  readonly sentences: readonly Span[];
  /** The section heading above the paragraph, without its `#` signs. */
  readonly heading?: string;
}

/** One document of the library. Nothing in it changes after loading. */
export interface Report {
  /** The file's name without `.md`: `[a-z0-9][a-z0-9-]*`. */
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  /** ISO date, `YYYY-MM-DD`. */
  readonly published?: string;
  /** http or https. */
  readonly url?: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly licence?: string;
  /** Suggestions to ask; each is meant to be answered by this report. */
  readonly questions: readonly string[];
  /** Everything after the front matter, with LF line ends. */
  readonly body: string;
  readonly paragraphs: readonly Paragraph[];
}

export const countParagraphs = (reports: readonly Pick<Report, 'paragraphs'>[]): number =>
  reports.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0);
