import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOrWithhold } from '../../../src/render/quote/quote-span.ts';
import { isGraphemeBorder } from '../../../src/text/segmentation.ts';
import { type Span, slice } from '../../../src/text/span.ts';
import { paragraph } from '../../support/hostile-text.ts';
import { reportOf } from '../../support/report.ts';
import { shownText, underlinedTexts } from '../../support/shown-text.ts';
import { runs } from '../../property-runs.ts';

/** The first place of `part` in `text`. */
const spanOf = (text: string, part: string): Span => {
  const start = text.indexOf(part);
  if (start < 0) throw new Error(`"${part}" is not in the text`);
  return { start, end: start + part.length };
};

const quote = (text: string, sentence?: Span, answer?: Span) =>
  quoteOrWithhold(reportOf([text]), { start: 0, end: text.length }, 'en', sentence && [sentence], answer);

const shownOf = (markdown: string): string => shownText(markdown.replaceAll(/^> /gm, ''));

describe('quoteOrWithhold()', () => {
  it.each([
    ['words inside', 'One. It sank in 1987.', 'It sank in 1987.', '1987', '> One. **It sank in __1987__.**'],
    ['the first words', 'One. Two sank.', 'Two sank.', 'Two', '> One. **__Two__ sank.**'],
    ['the last words', 'One. Two sank', 'Two sank', 'sank', '> One. **Two __sank__**'],
    ['all of the sentence', 'One. Two sank.', 'Two sank.', 'Two sank.', '> One. **Two sank.**'],
    ['words of a quotation that is one sentence', 'Two sank.', 'Two sank.', 'Two', '> __Two__ sank.'],
    ['all of a quotation', 'Two sank.', 'Two sank.', 'Two sank.', '> Two sank.'],
    ['letters inside a word', 'A. A 7km walk.', 'A 7km walk.', '7', '> A. **A __7__km walk.**'],
    ['underscores', 'A. A __x_ b.', 'A __x_ b.', '__x_', String.raw`> A. **A __\_\_x\___ b.**`],
    ['stars', 'A. A **x** b.', 'A **x** b.', '**x**', String.raw`> A. **A __\*\*x\*\*__ b.**`],
    ['code', 'A. A `x_y` b.', 'A `x_y` b.', 'x_y', '> A. **A \\`__x\\_y__\\` b.**'],
    ['a backslash', 'A. A C:\\x\\ b.', 'A C:\\x\\ b.', 'C:\\x\\', '> A. **A __C\\:\\\\x\\\\__ b.**'],
    ['half of an emoji, whole', 'A. A 👩‍👧 b.', 'A 👩‍👧 b.', '\u{1F469}', '> A. **A __👩‍👧__ b.**'],
    ['right-to-left text', 'A. قال نعم.', 'قال نعم.', 'نعم', '> A. **قال __نعم__.**'],
    ['words over two lines', 'A. It\nsank now.', 'It\nsank now.', 'It\nsank', '> A. **__It\n> sank__ now.**'],
    ['words with white space at an edge', 'A. It sank.', 'It sank.', 'It ', '> A. **It sank.**'],
    ['words beyond the sentence', 'One. Two sank.', 'Two sank.', 'One. Two', '> One. **Two sank.**'],
    ['no words', 'One. Two sank.', 'Two sank.', '', '> One. **Two sank.**'],
  ])('underlines, of an answer of %s, what it can', (_, text, sentence, answer, markdown) => {
    const { markdown: shown } = quote(text, spanOf(text, sentence), spanOf(text, answer));
    expect(shown).toBe(markdown);
    expect(shownOf(shown)).toBe(text);
  });

  const marked = fc
    .tuple(paragraph, fc.nat(), fc.nat(), fc.nat(), fc.nat())
    .map(([text, from, length, wordFrom, wordLength]) => {
      const start = from % text.length;
      const end = start + 1 + (length % (text.length - start));
      const wordStart = start + (wordFrom % (end - start));
      const wordEnd = wordStart + 1 + (wordLength % (end - wordStart));
      return { text, sentence: { start, end }, answer: { start: wordStart, end: wordEnd } };
    });

  it('shows the text as it is, whatever is to be marked', () => {
    fc.assert(
      fc.property(marked, fc.integer({ min: -3, max: 60 }), ({ text, sentence, answer }, end) => {
        for (const words of [answer, { ...answer, end }]) {
          const { markdown, withheld } = quote(text, sentence, words);
          expect(withheld).toEqual([]);
          expect(shownOf(markdown)).toBe(text);
        }
      }),
      { numRuns: runs(1000) },
    );
  });

  it('underlines exactly the words that answer, where they can be', () => {
    const isWhole = (text: string, { start, end }: Span): boolean =>
      slice(text, { start, end }).trim() === slice(text, { start, end }) &&
      isGraphemeBorder(text, start) &&
      isGraphemeBorder(text, end);
    fc.assert(
      fc.property(marked, ({ text, sentence, answer }) => {
        fc.pre(isWhole(text, sentence) && isWhole(text, answer));
        const { markdown } = quote(text, sentence, answer);
        const isAll = slice(text, answer) === slice(text, sentence);
        expect(underlinedTexts(markdown.replaceAll(/^> /gm, ''))).toEqual(isAll ? [] : [slice(text, answer)]);
      }),
      { numRuns: runs(500) },
    );
  });
});
