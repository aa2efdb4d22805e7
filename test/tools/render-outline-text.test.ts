import { describe, expect, it } from 'vitest';
import { renderOutlineText } from '../../src/tools/render-outline-text.ts';
import { reportOf } from '../support/report.ts';

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
