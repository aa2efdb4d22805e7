import { type Fault, inFile } from './fault.ts';
import { splitFrontMatter } from './front-matter.ts';
import { findParagraphs } from './paragraphs.ts';
import { parseFrontMatter } from './parse-front-matter.ts';
import { decodeReportBytes } from './report-bytes.ts';
import type { Paragraph, Report } from './report.ts';
import { runCooperatively, runSync, type Task } from '../text/cooperative-task.ts';

export type ParsedReport =
  /** `frontMatter`: as written, without its two `---` lines. */
  | { readonly kind: 'report'; readonly report: Report; readonly frontMatter: string }
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

/** What a report is called: its id, and its path as people know it, such as `data/ferry.md`. */
export interface ReportName {
  readonly id: string;
  readonly file: string;
}

/** Does not throw on any bytes: a faulty report is an expected outcome, and all its faults are listed, by line. */
export const parseReport = (name: ReportName, bytes: Uint8Array): ParsedReport =>
  runSync(parseInSteps(name, bytes));

/** As `parseReport`, of a text and in slices. */
export const parseText = (name: ReportName, text: string): Promise<ParsedReport> =>
  runCooperatively(parseInSteps(name, Buffer.from(text)));

/** As `parseReport`, as a task. `known`: the paragraphs of these bytes, when they were found before. */
export function* parseInSteps(
  { id, file }: ReportName,
  bytes: Uint8Array,
  known?: readonly Paragraph[],
): Task<ParsedReport> {
  const decoded = yield* decodeReportBytes(bytes);
  if (decoded.kind === 'faulty') return { kind: 'faulty', faults: inFile(file, decoded.problems) };
  const split = splitFrontMatter(decoded.text);
  if (split.kind === 'faulty') return { kind: 'faulty', faults: inFile(file, split.problems) };
  const { body, bodyLine } = split;
  const parsed = parseFrontMatter(split.frontMatter);
  const language = parsed.kind === 'metadata' ? parsed.metadata.language : 'en';
  const paragraphs = known ?? (yield* findParagraphs(body, language));
  if (parsed.kind === 'metadata' && paragraphs.length > 0 && paragraphs.length <= MOST_PARAGRAPHS) {
    return {
      kind: 'report',
      report: { id, ...parsed.metadata, body, paragraphs },
      frontMatter: split.frontMatter,
    };
  }
  // The front matter begins on line 2, after the line "---".
  const problems =
    parsed.kind === 'faulty' ? parsed.problems.map((each) => ({ ...each, line: each.line + 1 })) : [];
  if (paragraphs.length === 0) problems.push({ line: bodyLine, message: emptyMessage(body) });
  if (paragraphs.length > MOST_PARAGRAPHS)
    problems.push({ line: bodyLine, message: crowdedMessage(paragraphs) });
  return { kind: 'faulty', faults: inFile(file, problems) };
}

/** A question looks at each that holds a common word of it at once; a book has some thousands. */
export const MOST_PARAGRAPHS = 5_000;

const crowdedMessage = ({ length }: readonly Paragraph[]): string =>
  `the report has ${length} paragraphs, wanted at most ${MOST_PARAGRAPHS}; split it into several reports`;

const emptyMessage = (body: string): string =>
  `${body.trim() === '' ? 'no text follows the front matter' : 'only headings follow the front matter'}, wanted at least one paragraph`;
