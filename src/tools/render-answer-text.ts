import type { Answer, Passage } from '../answer/answer.ts';
import type { ExplainedParagraph } from '../search/ranking/lexical-ranker.ts';
import { slice } from '../text/span.ts';

const MOST_RELATED = 3;
/** In columns; longer lines are hard to read. */
const WIDEST = 100;

/** An answer for people at a terminal of `columns` columns: the passage, and its citation below it. */
export function renderAnswerText(answer: Answer, version: string, columns: number): string {
  const width = Math.min(columns, WIDEST);
  const show = (passage: Passage) => renderPassage(passage, version, width);
  switch (answer.kind) {
    case 'quoted':
      return answer.tied
        ? `Two passages fit this question equally well:\n\n${answer.passages.slice(0, 2).map(show).join('\n')}`
        : show(answer.passages[0]);
    case 'related': {
      const nearest = answer.passages.slice(0, MOST_RELATED).map(show).join('\n');
      return `The reports do not answer this.${missing(answer.missing)}\nThe nearest passages, not an answer:\n\n${nearest}`;
    }
    case 'none':
      return answer.missing.length > 0
        ? `The reports do not answer this.${missing(answer.missing)}\n`
        : 'There is nothing to look for in this question. Ask with a name, a number or a word from the reports.\n';
  }
}

const missing = (words: readonly string[]): string =>
  words.length > 0 ? ` Nowhere in the reports: ${words.map((word) => `“${word}”`).join(', ')}.` : '';

function renderPassage(
  { report, paragraph, sentence, speaker, before }: Passage,
  version: string,
  width: number,
): string {
  const { title, publisher, author, published, url, body, paragraphs } = report;
  const place = `¶ ${paragraph.number} of ${paragraphs.length}`;
  const citation = [title, publisher, author, published, place, `content ${version}`].filter(
    (part) => part !== undefined,
  );
  return [
    ...(before ? wrapped(`The sentence before: ${slice(body, before)}`, width) : []),
    ...wrapped(slice(body, paragraph.span), width - 2).map((line) => `> ${line}`),
    ...(sentence ? wrapped(`Answering sentence: ${slice(body, sentence)}`, width) : []),
    ...(speaker ? wrapped(`Said by, as the report gives it: ${slice(body, speaker)}`, width) : []),
    `— ${citation.join(' · ')}`,
    ...(url === undefined ? [] : [`  ${url}`]),
    '',
  ].join('\n');
}

/** `text` in lines of at most `width` columns where words allow; control characters never reach the terminal. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.replaceAll(/[\p{Cc}\s]+/gu, ' ').split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** How paragraphs got their scores: for each a table of feature, value, weight and product, and their sum. */
export const renderExplanation = (explained: readonly ExplainedParagraph[]): string =>
  explained.length === 0
    ? 'No paragraph shares a word with the question.\n'
    : explained.map(renderScore).join('\n');

function renderScore({ report, paragraph, score, parts }: ExplainedParagraph): string {
  const counted = parts.filter(({ product }) => product !== 0);
  const width = Math.max(...counted.map(({ feature }) => feature.length), 'score'.length);
  const lines = counted.map(
    ({ feature, value, weight, product }) =>
      `  ${feature.padEnd(width)}  ${cell(value)} x ${cell(weight)} = ${cell(product)}`,
  );
  const sum = parts.reduce((sofar, { product }) => sofar + product, 0);
  const total = `  ${'score'.padEnd(width)}  ${' '.repeat(23)}${cell(sum)}`;
  const check = Math.abs(sum - score) < 1e-6 ? '' : `  (the ranking says ${score})`;
  return [`${report.id} ¶ ${paragraph.number}`, ...lines, total + check, ''].join('\n');
}

const cell = (value: number): string => value.toFixed(3).padStart(9);
