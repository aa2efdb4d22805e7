import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLanguage } from '../../src/text/language.ts';

const read = (tag: string, text: string): string[] =>
  createLanguage(tag)
    .read(text)
    .map(({ folded }) => folded);

describe('read()', () => {
  it.each([
    ['a number in words', 'eleven children', ['11', 'children']],
    ['a compound number', 'twenty-five ships', ['25', 'ships']],
    ['millions in words and digits', '4.7 million', ['4700000']],
    ['millions in digits', '4,700,000', ['4700000']],
    ['an ordinal', 'the twenty-first century', ['the', '21st', 'century']],
    ['an ISO date', 'on 2016-07-01', ['on', '2016', 'july', '1']],
    ['a date as Americans say it', 'July 1st, 2016', ['july', '1', '2016']],
    ['a date as others say it', 'the first of July', ['the', '1', 'of', 'july']],
    ['a short month', 'Sept. 4', ['september', '4']],
    ['a hyphen', 'US-led', ['us.', 'led']],
    ['an acronym that is no pronoun', 'the U.S. and us', ['the', 'us.', 'and', 'us']],
    ['an acronym of capitals', 'IS is here', ['is.', 'is', 'here']],
  ])('puts %s in one form', (_, text, words) => expect(read('en', text)).toEqual(words));

  it('writes the month of a date in the language of the report', () => {
    expect(read('de', 'am 2016-07-01')).toEqual(['am', '2016', 'juli', '1']);
  });

  it('parts Chinese by dictionary', () => {
    expect(read('zh', '北京是中国的首都')).toEqual(['北京', '是', '中国', '的', '首都']);
  });

  it('takes any text in any of the languages', () => {
    const tags = fc.constantFrom('en', 'de', 'fr', 'es', 'ar', 'zh', 'th', 'xx');
    fc.assert(
      fc.property(tags, fc.string({ unit: 'binary' }), (tag, text) => {
        const language = createLanguage(tag);
        for (const { folded } of language.read(text)) expect(typeof language.stem(folded)).toBe('string');
      }),
    );
  });
});

describe('stem()', () => {
  it.each([
    ['English plurals', 'en', 'convoy', 'convoys'],
    ['English irregular verbs', 'en', 'flee', 'fled'],
    ['German plurals', 'de', 'zeitung', 'zeitungen'],
    ['French plurals', 'fr', 'enfant', 'enfants'],
    ['Spanish plurals', 'es', 'soldado', 'soldados'],
    ['Arabic articles', 'ar', 'كتاب', 'الكتاب'],
  ])('brings %s together', (_, tag, one, other) => {
    const { stem } = createLanguage(tag);
    expect(stem(other)).toBe(stem(one));
  });

  it('leaves a word of a language without a stemmer as it is', () => {
    expect(createLanguage('th').stem('abc')).toBe('abc');
  });
});
