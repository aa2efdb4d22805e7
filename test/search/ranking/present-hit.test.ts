import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/text/span.ts';
import { createLanguage } from '../../../src/text/language.ts';
import { matchingSpans } from '../../../src/search/ranking/present-hit.ts';
import { hostile } from '../../support/hostile-text.ts';

/** The parts of `text` that match any word of `sought`, as the language compares words. */
function matched(tag: string, text: string, sought: string): string[] {
  const language = createLanguage(tag);
  const stems = new Set(language.read(sought).map(({ folded }) => language.stem(folded)));
  return matchingSpans(text, language, (folded) => stems.has(language.stem(folded))).map((span) =>
    slice(text, span),
  );
}

describe('matchingSpans()', () => {
  it.each([
    ['the word itself', 'en', 'The ferry sank.', 'ferry', ['ferry']],
    ['another inflection', 'en', 'Two ferries sank.', 'ferry', ['ferries']],
    ['capitals', 'en', 'FERRY traffic', 'Ferry', ['FERRY']],
    ['accents', 'fr', 'à l’Hôpital', 'hopital', ['l’Hôpital']],
    ['words side by side as one phrase', 'en', 'The ferry sank\nthere.', 'sank ferry', ['ferry sank']],
    ['words that punctuation parts', 'en', 'ferry, sank', 'sank ferry', ['ferry', 'sank']],
    ['a number in words', 'en', 'some twenty-five ships', '25', ['twenty-five']],
    ['millions', 'en', 'cost 4.7 million crowns', '4,700,000', ['4.7 million']],
    ['a date in digits', 'en', 'on 2016-07-01, at noon', 'July', ['2016-07-01']],
    ['Chinese words', 'zh', '北京是中国的首都', '首都 北京', ['北京', '首都']],
    ['Chinese words that touch', 'zh', '北京是中国的首都', '北京 是', ['北京是']],
    ['no word', 'en', 'The ferry sank.', 'zebra', []],
    ['no part of a word', 'en', 'The ferryman left.', 'ferry', []],
    ['nothing', 'en', '', 'ferry', []],
  ])('marks %s', (_, tag, text, sought, spans) => expect(matched(tag, text, sought)).toEqual(spans));

  const tags = fc.constantFrom('en', 'de', 'ar', 'zh', 'th', 'xx');
  const anyText = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.lorem());

  it('gives ranges inside the text, in order, apart from each other, without white space at their edges', () => {
    fc.assert(
      fc.property(tags, anyText, fc.func(fc.boolean()), (tag, text, isSought) => {
        let end = -1;
        for (const span of matchingSpans(text, createLanguage(tag), isSought)) {
          expect(span.start).toBeGreaterThan(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(slice(text, span)).toBe(slice(text, span).trim());
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('holds every word sought, and no other', () => {
    fc.assert(
      fc.property(tags, anyText, (tag, text) => {
        const language = createLanguage(tag);
        const words = language.read(text);
        const sought = words[words.length >> 1]?.folded;
        const spans = matchingSpans(text, language, (folded) => folded === sought);
        for (const { folded, start, end } of words) {
          const isMarked = spans.some((span) => span.start <= start && span.end >= end);
          // The words of one date share a range.
          const shares = words.some((word) => word.folded === sought && word.start === start);
          expect(isMarked).toBe(folded === sought || shares);
        }
      }),
    );
  });
});
