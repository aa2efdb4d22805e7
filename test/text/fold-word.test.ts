import { describe, expect, it } from 'vitest';
import { foldWord } from '../../src/text/fold-word.ts';

describe('foldWord()', () => {
  it.each([
    ['an accent', 'Café', 'cafe'],
    ['a possessive', 'Fallujah’s', 'fallujah'],
    ['a plural possessive', "soldiers'", 'soldiers'],
    ['a contraction', 'didn’t', 'didnt'],
    ['a French elision', "l'homme", 'homme'],
    ['a sharp s', 'Straße', 'strasse'],
    ['Arabic vowel signs', 'كِتَاب', 'كتاب'],
  ])('writes %s plainly', (_, word, folded) => expect(foldWord(word)).toBe(folded));
});
