import { expect, it } from 'vitest';
import { createLanguage } from '../../src/text/language.ts';
import { countedBy, TRAIT } from '../../src/text/word-traits.ts';

const english = createLanguage('en');

it.each([
  ['a sign before it', 'It cost $835 million.', TRAIT.money],
  ['a sign behind it', 'It cost 20 € then.', TRAIT.money],
  ['a currency of two words', 'It cost 200 Danish kroner.', TRAIT.money],
  ['people', 'All 214 people were saved.', TRAIT.people],
  ['people further on', 'They saved 12 very tired passengers.', TRAIT.people],
  ['what became of them', 'At least 16 were killed.', TRAIT.people],
  ['things', 'They sank 40 trucks.', 0],
  ['people too far off', 'They sank 40 trucks of the local people.', 0],
])('countedBy() knows a number by %s', (_, sentence, kind) => {
  const words = english.read(sentence);
  const kinds = words.map((_word, at) => countedBy(sentence, words, at));
  expect(kinds.reduce((all, each) => all | each, 0)).toBe(kind);
});
