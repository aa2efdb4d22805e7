import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteMarkdown } from '../../../src/render/quote/escape.ts';
import { readShownQuote } from '../../../src/render/quote/shown-text.ts';
import { hostile, paragraph } from '../../support/hostile-text.ts';
import { shownText } from '../../support/shown-text.ts';
import { runs } from '../../property-runs.ts';

const quoted = (text: string): string => text.replaceAll(/^/gm, '> ');

describe('readShownQuote()', () => {
  it.each([
    ['plain words', '> He left.', 'He left.'],
    ['lines', '> one\n> two', 'one\ntwo'],
    ['an empty line', '> one\n> \n> two', 'one\n\ntwo'],
    ['an indented line', '>   one', '  one'],
    [
      'escaped punctuation',
      String.raw`> \* \_ \~ \| \` \< \[ \@ \: \# \\ \& \.`,
      '* _ ~ | ` < [ @ : # \\ & .',
    ],
    ['a backslash before a letter', String.raw`> C\new`, String.raw`C\new`],
    ['a backslash before a digit', String.raw`> a\1`, String.raw`a\1`],
    ['a backslash before white space', '> a\\ b\\\n> c', 'a\\ b\\\nc'],
    ['a backslash at the end', '> a\\', 'a\\'],
    ['two backslashes', String.raw`> a\\b`, String.raw`a\b`],
    ['marks of a line start inside a line', '> a # b > c - d + e 1. f', 'a # b > c - d + e 1. f'],
    ['a colon in a sentence', '> He said: no :', 'He said: no :'],
    ['a time of day', '> at 10:30', 'at 10:30'],
    ['an address at a provider', '> mail a@b.example', 'mail a@b.example'],
    ['brackets that close nothing', '> a] b) c> d', 'a] b) c> d'],
  ])('reads %s', (_, markdown, text) =>
    expect(readShownQuote(markdown)).toEqual({ kind: 'shown', text, bold: [], underlined: [] }),
  );

  it.each([
    ['a word', '> a **b** c', 'a b c', { start: 2, end: 3 }],
    ['all', '> **b**', 'b', { start: 0, end: 1 }],
    ['lines', '> **a\n> b**', 'a\nb', { start: 0, end: 3 }],
    ['escaped stars', String.raw`> **\*\***`, '**', { start: 0, end: 2 }],
    ['a backslash at its end', String.raw`> **a\\**`, 'a\\', { start: 0, end: 2 }],
  ])('reads bold of %s', (_, markdown, text, bold) =>
    expect(readShownQuote(markdown)).toEqual({ kind: 'shown', text, bold: [bold], underlined: [] }),
  );

  it('reads bold of several ranges', () => {
    const bold = [
      { start: 0, end: 1 },
      { start: 2, end: 3 },
    ];
    expect(readShownQuote('> **a** **b**')).toMatchObject({ kind: 'shown', text: 'a b', bold });
  });

  it.each([
    ['a word', '> a __b__ c', 'a b c', [], [2, 3]],
    ['the first word of bold', '> **__a__ b**', 'a b', [[0, 3]], [0, 1]],
    ['the last word of bold', '> **a __b__**', 'a b', [[0, 3]], [2, 3]],
    ['all of bold', '> **__a__**', 'a', [[0, 1]], [0, 1]],
    ['a word beside bold', '> **a**__b__', 'ab', [[0, 1]], [1, 2]],
    ['letters inside a word', '> a__b__c', 'abc', [], [1, 2]],
    ['lines', '> __a\n> b__', 'a\nb', [], [0, 3]],
    ['escaped underscores', String.raw`> __\_a\___\_`, '_a__', [], [0, 3]],
    ['a backslash at its end', String.raw`> __a\\__`, 'a\\', [], [0, 2]],
  ])('reads underlining of %s', (_, markdown, text, bold, [start, end]) => {
    const underlined = [{ start, end }];
    const spans = bold.map(([from, to]) => ({ start: from, end: to }));
    expect(readShownQuote(markdown)).toEqual({ kind: 'shown', text, bold: spans, underlined });
  });

  it.each([
    ['no quotation', 'a'],
    ['an empty text', ''],
    ['a line outside the quotation', '> a\nb'],
    ['a mark of quotation without its space', '>a'],
    ['a quotation that swallows what follows', '>>> a'],
    ['emphasis', '> *a*'],
    ['emphasis by underscores', '> _a_'],
    ['a lone star', '> 5 * 3'],
    ['strikethrough', '> ~~a~~'],
    ['a spoiler', '> ||a||'],
    ['code', '> `a`'],
    ['a block of code', '> ```\n> a\n> ```'],
    ['a heading', '> # a'],
    ['a heading after spaces', '>    # a'],
    ['a heading in bold', '> **# a**'],
    ['subtext', '> -# a'],
    ['a list', '> - a'],
    ['a list on the second line', '> a\n> - b'],
    ['a numbered list', '> 1. a'],
    ['a quotation inside', '> > a'],
    ['a user', '> <@123456789012345678>'],
    ['a role', '> <@&123456789012345678>'],
    ['a channel', '> <#123456789012345678>'],
    ['a command', '> </ask:123456789012345678>'],
    ['a time', '> <t:1618953630:R>'],
    ['a custom emoji', '> <:a:123456789012345678>'],
    ['a place of the server', '> <id:browse>'],
    ['everyone', '> @everyone'],
    ['everyone here', '> a@here'],
    ['an emoji by name', '> :smile:'],
    ['an emoji by a name that is not ASCII', '> :piñata:'],
    ['an emoji with a skin tone', '> :wave::skin-tone-2:'],
    ['a link', '> https://a.example'],
    ['a link that shows no preview', '> <https://a.example>'],
    ['an address of mail as a link', '> <a@b.example>'],
    ['a telephone number as a link', '> <+15550100>'],
    ['a masked link', '> [a](https\\://b.example)'],
    ['the shrug', '> ¯\\_(ツ)_/¯'],
    ['a backslash before a letter with an accent', '> \\é'],
    ['bold that does not end', '> **a'],
    ['bold ranges that touch', '> **a****b**'],
    ['a second bold that does not end', '> **a** **b'],
    ['empty bold', '> ****'],
    ['bold with white space at its start', '> a** b**'],
    ['bold with white space at its end', '> **a **b'],
    ['three stars', '> ***a**'],
    ['three stars at the end', '> **a***'],
    ['bold whose end is escaped', '> **a\\**'],
    ['underlining that does not end', '> __a'],
    ['underlining that ends outside of its bold', '> **a __b** c__'],
    ['bold inside of underlining', '> __a **b**__'],
    ['empty underlining', '> **a ____ b**'],
    ['underlining with white space at its start', '> a__ b__'],
    ['underlining with white space at its end', '> __a __b'],
    ['three underscores', '> ___a__'],
    ['three underscores at the end', '> __a___'],
    ['underlining whose end is escaped', '> __a\\__'],
  ])('is not sure of %s', (_, markdown) => expect(readShownQuote(markdown).kind).toBe('unsure'));

  it('reads escaped text as a published parser does', () => {
    fc.assert(
      fc.property(paragraph, (text) => {
        const markdown = quoteMarkdown(text);
        const shown = shownText(markdown.replaceAll(/^> /gm, ''));
        expect(readShownQuote(markdown)).toEqual({ kind: 'shown', text: shown, bold: [], underlined: [] });
      }),
      { numRuns: runs(500) },
    );
  });

  it('reads any markdown as a published parser does, or is not sure of it', () => {
    fc.assert(
      fc.property(hostile, (source) => {
        // The parser knows no tabs, and it would take these for ends of lines.
        const text = source.replaceAll(/[\t\f\u2028\u2029]/gu, '');
        const shown = readShownQuote(quoted(text));
        expect(shown).toMatchObject(shown.kind === 'shown' ? { text: shownText(text) } : {});
      }),
      { numRuns: runs(2000) },
    );
  });

  it('reads 200,000 characters of any construct, one after another', () => {
    for (const part of [':', ':a', ' ', '\\', '1', '**', '*', '<', '@', '\n> ', ':a ', '¯\\_']) {
      const text = part.repeat(200_000 / part.length);
      expect(['shown', 'unsure']).toContain(readShownQuote(`> ${text}`).kind);
    }
  });
});
