import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { truncate } from '../../../src/render/quote/escape.ts';

describe('truncate()', () => {
  it.each([
    ['a short text', 'one two', 20, 'one two'],
    ['line ends and runs of blanks', ' one\n two  ', 20, 'one two'],
    ['a long text, at a word border', 'one two three four', 14, 'one two […]'],
    ['one long word, inside it', 'abcdefghijklmnop', 10, 'abcdef […]'],
    ['words that an override turns round', 'ask \u202E\u2066 gpj.exe', 20, 'ask gpj.exe'],
    ['control characters', 'a\0b\u0007\u001Bc\u2028d', 20, 'a b c d'],
    ['halves of surrogate pairs', '\uD800a\uDC00 😀', 20, '\uFFFDa\uFFFD 😀'],
    ['nothing but what is invisible', '\u202E\u2060\u00AD', 20, ''],
    [
      'what Persian and emoji are written with',
      'می\u200Cروم 👨\u200D👩\u200D👧',
      20,
      'می\u200Cروم 👨\u200D👩\u200D👧',
    ],
    ['an emoji at the cut, whole or not at all', 'abcde😀fghijk', 10, 'abcde […]'],
  ])('takes %s', (_, text, limit, expected) => expect(truncate(text, limit)).toBe(expected));

  it('never exceeds the limit nor leaves half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 10, max: 50 }), (text, limit) => {
        const short = truncate(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(short).toBe(Buffer.from(short).toString());
        expect(short).not.toMatch(/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});
