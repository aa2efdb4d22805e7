import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordFilter, readSearchWords } from '../../../src/search/query/search-words.ts';
import { createLanguage } from '../../../src/text/language.ts';
import { slice } from '../../../src/text/span.ts';
import { hostile } from '../../support/hostile-text.ts';

/** What was read, in one line: the words sought, then the signs. */
function told(words: string): string {
  const { sought, phrases, unwantedWords, unwantedPhrases } = readSearchWords(words);
  const signs = [
    ...phrases.map((phrase) => `+"${phrase}"`),
    ...unwantedWords.map((word) => `-${word}`),
    ...unwantedPhrases.map((phrase) => `-"${phrase}"`),
  ];
  return [sought.trim().split(/\s+/u).join(' '), ...signs].join(' ');
}

describe('readSearchWords()', () => {
  it.each([
    ['plain words', 'ferry Corvo', 'ferry Corvo'],
    ['a phrase', '"off Corvo" ferry', 'off Corvo ferry +"off Corvo"'],
    ['curly quotation marks', '“off Corvo”', 'off Corvo +"off Corvo"'],
    ['German quotation marks', '„vor Corvo“', 'vor Corvo +"vor Corvo"'],
    ['Japanese quotation marks', '「東京湾」船', '東京湾 船 +"東京湾"'],
    ['an unwanted word', 'ferry -sank', 'ferry -sank'],
    ['an unwanted phrase', 'ferry -"off Corvo"', 'ferry -"off Corvo"'],
    ['a hyphen inside a word', 'al-Boukamal', 'al-Boukamal'],
    ['a dash', 'ferry - Corvo', 'ferry - Corvo'],
    ['a mark that is not closed', 'ferry "off Corvo', 'ferry "off Corvo'],
    ['all of them', '"a b" -c "d" -"e f" g', 'a b d g +"a b" +"d" -c -"e f"'],
  ])('reads %s', (_, words, expected) => expect(told(words)).toBe(expected));
});

const english = createLanguage('en');
const asWritten = ({ folded }: { readonly folded: string }): string => folded;
const SUNK = 'The ferries left. The US ferry sank off Corvo, with 4.7 million crowns.';

describe('createWordFilter()', () => {
  it.each([
    ['a phrase that is there', '"sank off Corvo"', true, ['sank off Corvo']],
    ['another case', '"SANK off"', true, ['sank off']],
    ['another order', '"off sank"', false, []],
    ['words apart', '"ferry Corvo"', false, []],
    ['another form of a word', '"ferry sinks"', false, []],
    ['a word as it is', '"ferries"', true, ['ferries']],
    ['a number written otherwise', '"4,700,000 crowns"', true, ['4.7 million crowns']],
    ['a phrase of common words', '"with"', true, ['with']],
    ['an unwanted word', 'crowns -ferries', false, []],
    ['an unwanted word in another form', 'crowns -crown', false, []],
    ['an unwanted word that is not there', 'crowns -zebra', true, []],
    ['an unwanted phrase whose words are apart', 'crowns -"ferry Corvo"', true, []],
    ['nothing in quotation marks', '"" ferry', true, []],
  ])('judges %s', (_, words, allowed, found) => {
    const filter = createWordFilter(readSearchWords(words), english);
    expect(filter.allows(SUNK)).toBe(allowed);
    expect(filter.find(SUNK).map((span) => slice(SUNK, span))).toEqual(found);
  });

  it('finds any words of a text that are quoted, and does not throw on any text', () => {
    fc.assert(
      fc.property(hostile, hostile, fc.nat(), fc.nat(), (text, any, from, length) => {
        const words = english.read(text);
        const [first, last] = [words[from % words.length], words[(from % words.length) + (length % 4)]];
        createWordFilter(readSearchWords(any), english).allows(text);
        if (first === undefined || last === undefined) return;
        const quoted = text.slice(first.start, last.end);
        // Where a word ends can depend on what stands beside it, so a quotation may be read as other words.
        const inText = words.filter(({ start, end }) => start >= first.start && end <= last.end);
        const isReadAlike = isDeepStrictEqual(english.read(quoted).map(asWritten), inText.map(asWritten));
        if (/["“”„«»「」]/u.test(quoted) || !isReadAlike) return;
        expect(createWordFilter(readSearchWords(`"${quoted}"`), english).allows(text)).toBe(true);
      }),
    );
  });
});
