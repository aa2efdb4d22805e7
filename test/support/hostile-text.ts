import fc from 'fast-check';

export const constructs = [
  ['*', '**', '_', '__', '~~', '||', '`', '```', '\\', '> ', '>>> ', '# ', '-# ', '- ', '* ', '+ ', '1. '],
  [
    '[x](https://a.example)',
    '<https://a.example>',
    'https://a.example/b_c',
    '<@1>',
    '<@&1>',
    '<#1>',
    '<t:1:R>',
  ],
  [
    '<:e:1>',
    '<a:e:1>',
    ':smile:',
    ':piñata:',
    '@everyone',
    '@here',
    '¯\\_(ツ)_/¯',
    '\n',
    ' ',
    'a',
    '7',
    ')',
    '(',
    ']',
    ':',
  ],
  ['\u200b', '\u200f', '\u2028', 'e\u0301', '\u{1F468}\u200d\u{1F469}', 'مرحبا', '漢字', '\ufe0f'],
].flat();

/** Text as hostile as reports and people can make it: every construct of Discord's markdown, and any Unicode. */
export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...constructs), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 40,
  })
  .map((parts) => parts.join('').replaceAll(/\r/g, ''));

/** What no client shows as it is: controls, halves of pairs, separators, most invisible characters, nothing at all. */
const UNSHOWABLE =
  /[^\P{Cc}\n]|[\p{Cs}\p{Zl}\p{Zp}\p{Cn}]|(?![\u200B-\u200D]|[\uFE00-\uFE0F])[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;

/** Hostile text as a paragraph of a report can be: showable, without white space at the edges of its lines. */
export const asParagraph = (text: string): string =>
  text
    .replaceAll(UNSHOWABLE, '')
    .split('\n')
    .slice(0, 20)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
    .replace(/^\p{M}+/u, '')
    .trim();

/** Paragraphs of hostile text, with something in each. */
export const paragraph = hostile.map(asParagraph).filter((text) => text !== '');

/** Whatever could come as a question: hostile text, any code units, long ones, and what looks like an id. */
export const anyQuestion = fc.oneof(
  hostile,
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)), maxLength: 400 }),
  fc
    .array(
      fc.constantFrom('\u{1F6A2}', '\uD83D', '\uDEA2', '\0', ' ', '\n', '<@', '>', '12345678901234567'),
      { maxLength: 700 },
    )
    .map((parts) => parts.join('')),
);
