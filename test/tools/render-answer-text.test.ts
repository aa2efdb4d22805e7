import { stripVTControlCharacters, styleText } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Answer, Passage } from '../../src/answer/answer.ts';
import { renderAnswerText, renderOutlineText } from '../../src/tools/render-answer-text.ts';
import { reportOf } from '../support/report.ts';

function passage(id: string, text: string, words: string): Passage {
  const report = reportOf([text], { id, title: id });
  const [paragraph] = report.paragraphs;
  const sentence = paragraph?.sentences.at(-1);
  const start = report.body.indexOf(words);
  if (!paragraph || !sentence || start < 0) throw new Error(`"${words}" is not in "${text}"`);
  return { report, paragraph, sentence, answer: { start, end: start + words.length }, score: 1 };
}

const first = passage('ferry', 'It was old.\nIt sank in May\n1987.', 'May\n1987');
const other = passage('boat', 'It sank in 1990.', '1990');
const quoted: Answer & { kind: 'quoted' } = { kind: 'quoted', passages: [first], tied: false, confidence: 1 };
const related: Answer & { kind: 'related' } = {
  kind: 'related',
  passages: [first],
  missing: [],
  noneAnswers: false,
  confidence: 0,
};

const underline = (text: string) => styleText('underline', text);
const show = (answer: Answer, columns = 80) => renderAnswerText(answer, 'abcd', columns);

describe('renderAnswerText()', () => {
  it('gives the words that answer on a line of their own', () => {
    expect(show(quoted)).toBe(
      [
        '> It was old. It sank in May 1987.',
        'Answering sentence: It sank in May 1987.',
        'Answer in it: May 1987',
        '— ferry · ¶ 1 of 1 · content abcd',
        '',
      ].join('\n'),
    );
  });

  it('underlines them where the terminal can, in lines as long as without', () => {
    const text = renderAnswerText(quoted, 'abcd', 30, underline);
    expect(text).toContain(`Answering sentence: It sank in\n${underline('May 1987')}.\n`);
    expect(stripVTControlCharacters(text)).toBe(show(quoted, 30).replace('Answer in it: May 1987\n', ''));
  });

  it('does not give as words of the sentence what is all of it', () => {
    const { sentence, ...rest } = other;
    const whole: Answer = {
      ...quoted,
      passages: [{ ...rest, ...(sentence && { sentence, answer: sentence }) }],
    };
    expect(renderAnswerText(whole, 'abcd', 80, underline)).toBe(show(whole));
    expect(show(whole)).not.toContain('Answer in it');
  });

  it('lets no control character of a report reach the terminal', () => {
    const hostile = passage('x', 'It \u001B[31msank in \u001B[4m1987.', '\u001B[4m1987');
    expect(show({ ...quoted, passages: [hostile] })).not.toContain('\u001B');
  });

  it.each([
    ['not an answer', related, 'The nearest passages, not an answer:'],
    [
      'without what was asked, when it is sure of that',
      { ...related, noneAnswers: true },
      'Nearest passages; none gives what was asked.',
    ],
  ])('names the nearest passages as %s, and marks no sentence of them as answering', (_, answer, line) => {
    expect(show(answer).split('\n').slice(0, 3)).toEqual(['The reports do not answer this.', line, '']);
    expect(show(answer)).not.toMatch(/Answer(ing sentence| in it)/);
    expect(show({ ...answer, missing: ['x'] })).toContain(`this. Nowhere in the reports: “x”.\n${line}`);
  });
});

const ferry = reportOf(
  [
    '## Findings',
    'The ferry sank off Corvo. Nobody was hurt.',
    'It was old.',
    '## Costs',
    'They were\u0007 high.',
  ],
  { title: 'The ferry inquiry', publisher: 'Harbour News', url: 'https://news.example/ferry' },
);
const note = reportOf(['It rained. All day.', 'Then it stopped.'], { title: 'A note' });

describe('renderOutlineText()', () => {
  it('gives a report’s sections by their first sentences, in lines of the terminal', () => {
    expect(renderOutlineText([ferry], 40)).toMatchInlineSnapshot(`
      "The ferry inquiry · Harbour News · 3
      paragraphs
        https://news.example/ferry
      The first sentence of each part, word
      for word; nobody has written a summary.

      Findings · ¶ 1 to ¶ 2
      > The ferry sank off Corvo.

      Costs · ¶ 3
      > They were high.
      "
    `);
  });

  it('gives the paragraphs of a report without sections', () => {
    expect(renderOutlineText([note], 80)).toMatchInlineSnapshot(`
      "A note · 2 paragraphs
      The first sentence of each part, word for word; nobody has written a summary.

      ¶ 1
      > It rained.

      ¶ 2
      > Then it stopped.
      "
    `);
  });

  it('gives of several reports the first section each', () => {
    expect(renderOutlineText([ferry, note], 80)).toMatchInlineSnapshot(`
      "The ferry inquiry · Harbour News · 3 paragraphs
        https://news.example/ferry

      Findings · ¶ 1 to ¶ 2
      > The ferry sank off Corvo.

      A note · 2 paragraphs

      ¶ 1 to ¶ 2
      > It rained.
      "
    `);
  });
});
