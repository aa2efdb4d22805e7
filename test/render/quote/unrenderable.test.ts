import { describe, expect, it } from 'vitest';
import { findExcess, findUnrenderable } from '../../../src/render/quote/unrenderable.ts';

describe('findUnrenderable()', () => {
  it.each([
    ['plain words', 'Two convoys left the town.'],
    ['a line break', 'one\ntwo'],
    ['an empty line', 'one\n\ntwo'],
    ['white space inside a line', 'one  two\u00A0three'],
    ['indented lines', 'one\n  two'],
    ['a zero-width space', 'a\u200Bb'],
    ['a non-joiner, as Persian needs it', 'می\u200Cخواهم'],
    ['joined emoji', '\u{1F468}\u200D\u{1F469}\u200D\u{1F467} ❤\uFE0F'],
    ['accents as marks of their own', 'cafe\u0301'],
    ['vowel signs of Devanagari beyond any limit', 'कि'.repeat(400)],
    ['right-to-left text', 'قال المتحدث: «نعم».'],
    ['characters outside the first plane', '𝒜 𠀀'],
    ['private characters', '\uE000'],
    ['100 combining marks', 'e\u0301'.repeat(100)],
    ['80 emoji', '\u{1F600}'.repeat(80)],
  ])('lets %s pass', (_, text) => expect(findUnrenderable(text)).toBeUndefined());

  it.each([
    ['no text', '', 'no text'],
    ['white space before', ' a', 'an edge'],
    ['white space after', 'a\u00A0', 'an edge'],
    ['a line end at an edge', 'a\n', 'an edge'],
    ['a byte order mark at an edge', '\uFEFFa', 'an edge'],
    ['white space before a line end', 'a \nb', 'the end of a line'],
    ['a line of white space', 'a\n \nb', 'the end of a line'],
    ['a tab', 'a\tb', 'four spaces (U+0009)'],
    ['NUL', 'a\0b', 'control character, which Discord strips (U+0000)'],
    ['a form feed', 'a\fb', 'control character, which Discord strips (U+000C)'],
    ['a carriage return', 'a\rb', 'control character, which Discord strips (U+000D)'],
    ['a C1 control', 'a\u0085b', 'control character, which Discord strips (U+0085)'],
    ['the first half of a pair', 'a\uD83Db', 'half of a surrogate pair'],
    ['the second half of a pair', 'a\uDE00b', 'half of a surrogate pair'],
    ['a line separator', 'a\u2028b', 'line separator'],
    ['a paragraph separator', 'a\u2029b', 'line separator'],
    ['a right-to-left override', 'a\u202Eb', 'invisible character, which Discord may strip (U+202E)'],
    ['an isolate', 'a\u2066b', 'invisible'],
    ['a direction mark', 'a\u200Fb', 'invisible'],
    ['a soft hyphen', 'a\u00ADb', 'invisible'],
    ['a tag', 'a\u{E0041}b', 'invisible character, which Discord may strip (U+E0041)'],
    ['an annotation anchor', 'a\uFFF9b', 'invisible'],
    ['a character that is none', 'a\uFFFFb', 'not assigned'],
    ['a mark without its letter', '\u0301a', 'without its letter'],
    ['101 combining marks', 'e\u0301'.repeat(101), 'combining marks'],
    ['81 emoji', '\u{1F600}'.repeat(81), 'lines and emoji'],
    ['82 lines', Array.from({ length: 82 }, () => 'a').join('\n'), 'lines and emoji'],
  ])('refuses %s', (_, text, why) => expect(findUnrenderable(text)).toContain(why));
});

describe('findExcess()', () => {
  it('counts line breaks, emoji and flags together', () => {
    const twenty = '\n\u{1F600}\u{1F1EE}\u{1F1F6}'.repeat(20);
    expect(findExcess(twenty)).toBeUndefined();
    expect(findExcess(`${twenty}\n`)).toContain('lines and emoji');
  });

  it('counts marks of all kinds that go with any letter', () => {
    expect(findExcess('e\u0301\u20DD'.repeat(50))).toBeUndefined();
    expect(findExcess('e\u0301\u20DD'.repeat(51))).toContain('combining marks');
  });
});
