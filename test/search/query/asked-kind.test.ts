import { expect, it } from 'vitest';
import { findAskedKind } from '../../../src/search/query/asked-kind.ts';

it.each([
  ['how many', 'en', 'how many cars burnt', 'number'],
  ['how many people', 'en', 'how many kids need aid', 'people'],
  ['how many dead', 'en', 'how many died', 'people'],
  ['how much', 'en', 'how much did it cost', 'money'],
  ['how much money', 'en', 'how much money is left', 'money'],
  ['how much of a thing', 'en', 'how much coal is left', 'number'],
  ['how much of all', 'en', 'how much of the land is wet', 'number'],
  ['by how much', 'en', 'by how much did it grow', 'number'],
  ['what price', 'en', 'at what price was it sold', 'money'],
  ['how come', 'en', 'how come they fled', 'reason'],
  ['what reason', 'en', 'for what reason did they flee', 'reason'],
  ['when', 'en', 'when did it end', 'date'],
  ['what year', 'en', 'in what year did it end', 'date'],
  ['which of the cities', 'en', 'which of the cities fell', 'name'],
  ['who', 'en', 'who led the strikes', 'name'],
  ['why', 'en', 'why did they flee', 'reason'],
  ['how alone', 'en', 'how did they flee', 'thing'],
  ['a noun behind the verb', 'en', 'what is the year like', 'thing'],
  ['no question word', 'en', 'did anyone get away', 'yes-no'],
  ['German wann', 'de', 'wann endete es', 'date'],
  ['German wie viele', 'de', 'wie viele kinder', 'number'],
  ['French combien', 'fr', 'combien enfants', 'number'],
  ['Spanish quien', 'es', 'quien gano', 'name'],
  ['a language without a table', 'xx', 'when', 'thing'],
  ['a word of Object.prototype', 'en', 'constructor', 'yes-no'],
])('findAskedKind() reads %s', (_, language, words, kind) => {
  expect(findAskedKind(words.split(' '), language)).toBe(kind);
});
