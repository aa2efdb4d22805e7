import { stripVTControlCharacters } from 'node:util';
import { type Answer, type Passage, shownIn } from '../answer/answer.ts';
import type { Report } from '../corpus/report.ts';
import { type Section, sectionsOf } from '../corpus/sections.ts';
import { listed } from '../i18n/wording.ts';
import { withoutMarks } from '../render/render-answer.ts';
import { slice } from '../text/span.ts';

/** In columns; longer lines are hard to read. */
const WIDEST = 100;

/** Of the lines in a terminal of so many columns. */
export const widthOf = (columns: number): number => Math.min(columns, WIDEST);

/** Control characters never reach the terminal. */
export const printable = (text: string): string => text.replaceAll(/[\p{Cc}\s]+/gu, ' ');

export const wrapped = (text: string, width: number): readonly string[] => wrap(printable(text), width);

/** `text` in lines of at most `width` columns where words allow; marks of style take no columns. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line: string | undefined;
  for (const word of text.split(' ')) {
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line !== undefined && stripVTControlCharacters(longer).length > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line ?? ''];
}

/** How a terminal shows text underlined; undefined where it cannot. */
export type Underline = ((text: string) => string) | undefined;

/** An answer for people at a terminal of `columns` columns: the passage, and its citation below it. */
export function renderAnswerText(
  answer: Answer,
  version: string,
  columns: number,
  underline?: Underline,
): string {
  const width = widthOf(columns);
  const show = (passage: Passage) => renderPassage(passage, version, width, underline);
  switch (answer.kind) {
    case 'quoted': {
      const [first = '', second] = shownIn(answer).map(show);
      return second === undefined
        ? first
        : `Two passages fit this question equally well:\n\n${first}\n${second}`;
    }
    case 'related': {
      const nearest = shownIn(answer).map(withoutMarks).map(show).join('\n');
      const head = answer.noneAnswers
        ? 'Nearest passages; none gives what was asked.'
        : 'The nearest passages, not an answer:';
      return `The reports do not answer this.${missing(answer.missing)}\n${head}\n\n${nearest}`;
    }
    case 'none':
      return answer.missing.length > 0
        ? `The reports do not answer this.${missing(answer.missing)}\n`
        : 'There is nothing to look for in this question. Ask with a name, a number or a word from the reports.\n';
  }
}

const missing = (words: readonly string[]): string =>
  words.length > 0
    ? ` Nowhere in the reports: ${listed(
        'en',
        words.map((word) => `“${word}”`),
      )}.`
    : '';

function renderPassage(passage: Passage, version: string, width: number, underline: Underline): string {
  const { report, paragraph, speaker, before } = passage;
  const { title, publisher, author, published, url, body, paragraphs } = report;
  const place = `¶ ${paragraph.number} of ${paragraphs.length}`;
  const citation = [title, publisher, author, published, place, `content ${version}`].filter(
    (part) => part !== undefined,
  );
  return [
    ...(before ? wrapped(`The sentence before: ${slice(body, before)}`, width) : []),
    ...wrapped(slice(body, paragraph.span), width - 2).map((line) => `> ${line}`),
    ...answeringLines(passage, width, underline),
    ...(speaker ? wrapped(`Said by, as the report gives it: ${slice(body, speaker)}`, width) : []),
    `— ${citation.join(' · ')}`,
    ...(url === undefined ? [] : [`  ${url}`]),
    '',
  ].join('\n');
}

/** The sentence with the words that answer underlined, or, where that cannot be, with these on a line of their own. */
function answeringLines(
  { report: { body }, sentence, answer }: Passage,
  width: number,
  underline: Underline,
): readonly string[] {
  if (!sentence) return [];
  const label = 'Answering sentence: ';
  if (!answer || slice(body, answer) === slice(body, sentence)) {
    return wrapped(label + slice(body, sentence), width);
  }
  const before = { start: sentence.start, end: answer.start };
  const after = { start: answer.end, end: sentence.end };
  const [head, words, tail] = [before, answer, after].map((span) => printable(slice(body, span)));
  return [
    ...wrap(`${label}${head}${underline ? underline(words ?? '') : words}${tail}`, width),
    ...(underline ? [] : wrapped(`Answer in it: ${slice(body, answer)}`, width)),
  ];
}

/** What reports are about, for people at a terminal of `columns` columns: of several, each by its first section. */
export function renderOutlineText(reports: readonly Report[], columns: number): string {
  const width = widthOf(columns);
  const only = reports.length === 1;
  return reports.map((report) => outlineLines(report, only, width).join('\n')).join('\n');
}

function outlineLines(report: Report, isWhole: boolean, width: number): readonly string[] {
  const { title, publisher, author, published, url, paragraphs } = report;
  const sections = sectionsOf(report);
  const entries: readonly Section[] =
    sections.length > 1 || !isWhole
      ? sections
      : paragraphs.map((paragraph) => ({ first: paragraph, last: paragraph }));
  const facts = [title, publisher, author, published, `${paragraphs.length} paragraphs`];
  return [
    ...wrapped(facts.filter((fact) => fact !== undefined).join(' · '), width),
    ...(url === undefined ? [] : [`  ${url}`]),
    ...(isWhole
      ? wrapped('The first sentence of each part, word for word; nobody has written a summary.', width)
      : []),
    '',
    ...(isWhole ? entries : entries.slice(0, 1)).flatMap((section) => [
      ...sectionLines(report, section, width),
      '',
    ]),
  ];
}

function sectionLines({ body }: Report, { heading, first, last }: Section, width: number): readonly string[] {
  const place = `¶ ${first.number}${last === first ? '' : ` to ¶ ${last.number}`}`;
  const quoted = wrapped(slice(body, first.sentences[0] ?? first.span), width - 2).map((line) => `> ${line}`);
  return [...wrapped(heading === undefined ? place : `${heading} · ${place}`, width), ...quoted];
}
