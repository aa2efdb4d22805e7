import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenizer, UNSPACED_SCRIPTS, WORD_CHARACTERS } from '../../src/text/tokenizer.ts';

const tokenize = createTokenizer(
  ['character', 'word', 'sign'],
  new RegExp(`([${UNSPACED_SCRIPTS}])|((?:(?![${UNSPACED_SCRIPTS}])[${WORD_CHARACTERS}])+)|(\\S)`, 'gu'),
);

describe('createTokenizer()', () => {
  it.each([
    ['words and signs', 'No, 3.', ['word No', 'sign ,', 'word 3', 'sign .']],
    ['a letter with a separate mark', 'e\u0301t', ['word e\u0301t']],
    [
      'scripts without spaces by character',
      '水 is 水道',
      ['character 水', 'word is', 'character 水', 'character 道'],
    ],
    ['nothing', ' \n', []],
  ])('reads %s', (_, text, tokens) => {
    expect([...tokenize(text)].map((token) => `${token.kind} ${token.text}`)).toEqual(tokens);
  });

  it('gives ranges of the text, in order, shifted by the offset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(), (text, offset) => {
        let end = offset;
        for (const token of tokenize(text, offset)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(text.slice(token.start - offset, token.end - offset)).toBe(token.text);
          end = token.end;
        }
      }),
    );
  });
});
