import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/text/span.ts';
import { quoteMarkdown } from '../../../src/render/quote/escape.ts';
import { splitPassage } from '../../../src/render/quote/passage-parts.ts';
import { verifyQuote } from '../../../src/render/quote/verify-quote.ts';
import { asParagraph, hostile } from '../../support/hostile-text.ts';
import { reportOf } from '../../support/report.ts';
import { runs } from '../../property-runs.ts';

/** The parts of the only paragraph that `text` is. */
function partsOf(text: string, budget: number, language = 'en') {
  const report = reportOf([text], { language });
  const [only] = report.paragraphs;
  if (only === undefined) throw new Error('The text is no paragraph');
  const spans = splitPassage(report, only, budget);
  return { report, only, spans, texts: spans.map((span) => slice(report.body, span)) };
}

/** As one paragraph: without lines that are blank or headings, and without marks that stand alone. */
const asOneParagraph = (text: string): string =>
  asParagraph(text.replaceAll(/(?<=^|\s)[#\p{M}\u200B-\u200D]+/gmu, '').replaceAll(/\n\s*/gu, '\n'));
const isOneParagraph = (text: string): boolean => {
  const { body, paragraphs } = reportOf([text]);
  return paragraphs.length === 1 && paragraphs[0] !== undefined && slice(body, paragraphs[0].span) === text;
};
const oneParagraph = fc
  .oneof(hostile, fc.lorem({ maxCount: 60 }))
  .map(asOneParagraph)
  .filter(isOneParagraph);

describe('splitPassage()', () => {
  it.each([
    ['a paragraph that fits whole', 'One. Two.', 20, ['One. Two.']],
    ['sentences', 'One is here. Two is here. Three.', 36, ['One is here. Two is here.', 'Three.']],
    [
      'one sentence a part',
      'One is here. Two is here. Three.',
      22,
      ['One is here.', 'Two is here.', 'Three.'],
    ],
    ['a long sentence between words', 'One two three four five.', 22, ['One two', 'three four', 'five.']],
    ['the rest of a long sentence with the next', 'Aaaa bbbb cccc. Dd.', 22, ['Aaaa bbbb', 'cccc. Dd.']],
    ['a long word between letters', 'abcdefghijklmnopqrstuvwxyz', 20, ['abcdefghij', 'klmnopqrst', 'uvwxyz']],
    ['marks at their escaped length', '************', 20, ['*****', '*****', '**']],
    ['letters with their accents', 'e\u0301'.repeat(8), 20, ['e\u0301'.repeat(5), 'e\u0301'.repeat(3)]],
    [
      'joined emoji',
      '\u{1F468}\u200D\u{1F469}'.repeat(3),
      20,
      ['\u{1F468}\u200D\u{1F469}'.repeat(2), '\u{1F468}\u200D\u{1F469}'],
    ],
    ['lines at a space', 'one\ntwo\nthree', 20, ['one\ntwo', 'three']],
  ])('splits %s', (_, text, budget, parts) => expect(partsOf(text, budget).texts).toEqual(parts));

  it('splits Chinese between words', () => {
    const { texts } = partsOf('联合国儿童基金会呼吁各方保持克制并保护儿童', 18, 'zh');
    expect(texts.length).toBeGreaterThan(1);
    const words = new Set(
      Array.from(
        new Intl.Segmenter('zh', { granularity: 'word' }).segment(texts.join('')),
        ({ index }) => index,
      ),
    );
    let at = 0;
    for (const text of texts) {
      expect(words).toContain(at);
      at += text.length;
    }
  });

  it('splits where Discord would stop rendering lines and emoji', () => {
    const { texts } = partsOf(Array.from({ length: 200 }, (_, n) => `line ${n}`).join('\n'), 4000);
    expect(texts.map((text) => text.split('\n').length)).toEqual([81, 81, 38]);
    expect(partsOf('\u{1F600} '.repeat(100).trim(), 4000).texts.map((text) => text.length)).toEqual([
      239, 59,
    ]);
  });

  it.each([
    ['too small', 15],
    ['no number', Number.NaN],
  ])('refuses a budget that is %s', (_, budget) => {
    expect(() => partsOf('One.', budget)).toThrow(RangeError);
  });

  it('gives parts in order that fit, and that hold all but white space', () => {
    fc.assert(
      fc.property(oneParagraph, fc.integer({ min: 16, max: 200 }), (each, budget) => {
        const { report, only, spans, texts } = partsOf(each, budget);
        expect(spans[0]?.start).toBe(only.span.start);
        expect(spans.at(-1)?.end).toBe(only.span.end);
        spans.slice(1).forEach(({ start }, index) => {
          const gap = { start: spans[index]?.end ?? Infinity, end: start };
          expect(gap.start).toBeLessThanOrEqual(gap.end);
          expect(slice(report.body, gap).trim()).toBe('');
        });
        for (const part of texts) {
          expect(part).not.toBe('');
          expect(part).toBe(part.trim());
          const all = [{ start: 0, end: part.length }];
          expect(quoteMarkdown(part, all, all).length).toBeLessThanOrEqual(budget);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('gives one part for what fits, and the same parts again', () => {
    fc.assert(
      fc.property(oneParagraph, fc.integer({ min: 16, max: 90 }), (text, budget) => {
        expect(partsOf(text, 10_000).texts).toEqual([text]);
        expect(partsOf(text, budget).spans).toEqual(partsOf(text, budget).spans);
      }),
      { numRuns: runs(200) },
    );
  });

  it('gives parts of paragraphs that pass verification', () => {
    fc.assert(
      fc.property(oneParagraph, fc.integer({ min: 40, max: 120 }), (text, budget) => {
        const { report, spans } = partsOf(text, budget);
        for (const span of spans) {
          expect(verifyQuote(quoteMarkdown(slice(report.body, span)), report, span)).toEqual({
            kind: 'exact',
          });
        }
      }),
      { numRuns: runs(500) },
    );
  });

  it('ends each part at a sentence when all sentences fit alone', () => {
    const sentence = fc.integer({ min: 1, max: 8 }).map((words) => `The${' word'.repeat(words)}.`);
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 30 }), (sentences) => {
        const { only, spans } = partsOf(sentences.join(' '), 60);
        const ends = only.sentences.map(({ end }) => end);
        expect(spans.every(({ end }) => ends.includes(end))).toBe(true);
      }),
      { numRuns: runs(200) },
    );
  });

  it('splits a paragraph of 60,000 characters, whatever they are', () => {
    for (const part of ['a', '*', '\u{1F600}', 'e\u0301', '漢', 'Word. ', 'a\n']) {
      const text = part.repeat(60_000 / part.length).trim();
      const span = { start: 0, end: text.length };
      const parts = splitPassage(reportOf([text]), { number: 1, span, sentences: [span] }, 3500);
      expect(parts.length).toBeGreaterThan(16);
    }
  });
});
