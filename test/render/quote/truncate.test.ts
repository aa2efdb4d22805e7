import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate } from '../../../src/render/quote/escape.ts';

describe('truncate()', () => {
  it.each([
    ['a short text', 'one two', 20, 'one two'],
    ['line ends and runs of blanks', ' one\n two  ', 20, 'one two'],
    ['a long text, at a word border', 'one two three four', 14, 'one two […]'],
    ['one long word, inside it', 'abcdefghijklmnop', 10, 'abcdef […]'],
    ['an emoji at the cut, whole or not at all', 'abcde😀fghijk', 10, 'abcde […]'],
  ])('takes %s', (_, text, limit, expected) => expect(truncate(text, limit)).toBe(expected));

  it('never exceeds the limit nor leaves half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 10, max: 50 }), (text, limit) => {
        const short = truncate(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short).toBe(Buffer.from(short).toString());
      }),
    );
  });
});
