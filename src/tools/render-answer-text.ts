import type { Answer, Passage } from '../answer/answer.ts';
import { slice } from '../text/span.ts';

const MOST_RELATED = 3;
const WIDEST = 100;

/** An answer for people at a terminal of `columns` columns: the passage, and below it where it stands. */
export function renderAnswerText(answer: Answer, version: string, columns: number): string {
  const width = Math.min(columns, WIDEST);
  const show = (passage: Passage) => renderPassage(passage, version, width);
  switch (answer.kind) {
    case 'quoted':
      return renderQuoted(answer, show);
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

function renderQuoted(answer: Answer & { kind: 'quoted' }, show: (passage: Passage) => string): string {
  const { passages, tied } = answer;
  if (tied)
    return `Two passages fit this question equally well:\n\n${passages.slice(0, 2).map(show).join('\n')}`;
  return show(passages[0]);
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
