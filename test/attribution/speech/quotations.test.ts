import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuotations } from '../../../src/attribution/speech/quotations.ts';
import { runs } from '../../property-runs.ts';

const inner = (text: string): string[] =>
  findQuotations(text).closed.map((quotation) => text.slice(quotation.inner.start, quotation.inner.end));

describe('findQuotations()', () => {
  it.each([
    ['straight marks', 'a "b c" d', ['b c']],
    ['curly marks', 'a “b c” d', ['b c']],
    ['angle marks', 'a «b c» d', ['b c']],
    ['angle marks with spaces', 'a « b c » d', [' b c ']],
    ['angle marks pointing inwards', 'a »b c« d', ['b c']],
    ['low marks', 'a „b c“ d', ['b c']],
    ['low marks closed the Polish way', 'a „b c” d', ['b c']],
    ['Swedish marks', 'a ”b c” d', ['b c']],
    ['single marks', 'a ‘b c’ d', ['b c']],
    ['straight single marks', "a 'b c' d", ['b c']],
    ['doubled apostrophes', "a ''b c,'' d", ['b c,']],
    ['single marks in doubled apostrophes', "''a 'b c,''' d", ["a 'b c,'"]],
    ['a curly mark closed by a straight one', 'a “b "c" d" e', ['b "c" d']],
    ['a straight mark closed by a curly one', 'a "b c” d', ['b c']],
    ['two in a row', '“a” and “b”', ['a', 'b']],
    ['only the outer of two', '“a ‘b’ c”', ['a ‘b’ c']],
    ['the outer single of two', '‘a “b” c’', ['a “b” c']],
    ['an apostrophe in single marks', "'it won't hold' a", ["it won't hold"]],
    ['a plural in single marks', '‘the boys’ room is cold,’ a', ['the boys’ room is cold,']],
    ['brackets before the mark', '("a")', ['a']],
    ['the good pair after an unclosed mark', '“a “b” c', ['b']],
    ['no apostrophes', "the dogs' bowls and the cat's", []],
    ['no elisions', "'tis cold in the '90s, rock 'n' roll", []],
    ['no inches', 'a 5" pipe and a 7" pipe', []],
    ['inches in a quotation', '"a 5" pipe," b', ['a 5" pipe,']],
    ['no lone marks', 'a “b', []],
    ['no marks', 'a b', []],
  ])('finds %s', (_, text, expected) => expect(inner(text)).toEqual(expected));

  it('tells where a quotation is left open', () => {
    expect(findQuotations('Lee said: “a b').unclosed?.outer).toEqual({ start: 10, end: 14 });
    expect(findQuotations("Lee said: ''a b").unclosed?.inner).toEqual({ start: 12, end: 15 });
    expect(findQuotations('“a” b').unclosed).toBeUndefined();
  });

  it('gives quotations in order, apart, inside the text, with a mark at each end', () => {
    const marks = fc.array(
      fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', '„', 'a', 's', '5', ' ', '.', ','),
    );
    fc.assert(
      fc.property(marks, (parts) => {
        const text = parts.join('');
        let end = 0;
        for (const { outer, inner: words } of findQuotations(text).closed) {
          expect(outer.start).toBeGreaterThanOrEqual(end);
          expect(words.start).toBeLessThanOrEqual(words.end);
          expect(text.slice(outer.start, words.start)).toMatch(/^(?:''|["“”„«»‘'])$/u);
          expect(text.slice(words.end, outer.end)).toMatch(/^(?:''|["“”«»’'])$/u);
          end = outer.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: runs(1000) },
    );
  });
});
