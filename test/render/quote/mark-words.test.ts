import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Span, slice } from '../../../src/text/span.ts';
import { quoteMarkdown } from '../../../src/render/quote/escape.ts';
import { markWords } from '../../../src/render/quote/quote-span.ts';
import { verifyQuote } from '../../../src/render/quote/verify-quote.ts';
import { createLanguage } from '../../../src/text/language.ts';
import { matchingSpans } from '../../../src/search/ranking/present-hit.ts';
import { paragraph } from '../../support/hostile-text.ts';
import { runs } from '../../property-runs.ts';

const marked = (body: string, words: readonly (readonly [number, number])[], end = body.length): string[] =>
  markWords(
    body,
    { start: 0, end },
    words.map(([start, end]) => ({ start, end })),
  ).map((span) => slice(body, span));

describe('markWords()', () => {
  it.each([
    [
      'words',
      'a b c',
      [
        [0, 1],
        [4, 5],
      ],
      ['a', 'c'],
    ],
    ['a letter with its joiner', 'a\u200cb c', [[0, 1]], ['a\u200c']],
    [
      'two words that a joiner brings together',
      'a\u200cb c',
      [
        [0, 1],
        [2, 3],
      ],
      ['a\u200cb'],
    ],
    ['no white space that carries a mark', 'a \u0301b', [[2, 4]], []],
    [
      'at most eight words',
      'a b c d e f g h i j',
      Array.from({ length: 10 }, (_, i) => [2 * i, 2 * i + 1]),
      'abcdefgh'.split(''),
    ],
  ] as const)('marks %s', (_, body, words, expected) =>
    expect(
      marked(
        body,
        words.map(([start = 0, end = 0]) => [start, end]),
      ),
    ).toEqual(expected),
  );

  it('leaves out what lies outside the part shown', () => {
    expect(
      marked(
        'a b c',
        [
          [0, 1],
          [2, 3],
          [4, 5],
        ],
        3,
      ),
    ).toEqual(['a', 'b']);
  });

  it('never keeps a quotation from being exact', () => {
    const language = createLanguage('en');
    fc.assert(
      fc.property(paragraph, fc.func(fc.boolean()), (text, isSought) => {
        const span = { start: 0, end: text.length };
        const verdict = (...marks: Span[][]) =>
          verifyQuote(quoteMarkdown(text, ...marks), { body: text }, span).kind;
        const words = markWords(text, span, matchingSpans(text, language, isSought));
        expect(verdict([...words])).toBe(verdict());
        expect(verdict([], [...words])).toBe(verdict());
      }),
      { numRuns: runs(1000) },
    );
  });
});
