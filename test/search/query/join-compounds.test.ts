import { expect, it } from 'vitest';
import { joinCompounds } from '../../../src/search/query/join-compounds.ts';

it.each([
  ['joins two words', 'the air strikes', ['airstrikes'], ['the', 'airstrikes']],
  ['splits one word', 'the airstrikes', ['air', 'strikes'], ['the', 'air', 'strikes']],
  ['keeps words that are known apart', 'air strikes', ['air', 'strikes', 'airstrikes'], ['air', 'strikes']],
  ['keeps a word whose parts are not known', 'airstrikes', ['air'], ['airstrikes']],
  ['keeps a known word whole', 'airstrikes', ['air', 'strikes', 'airstrikes'], ['airstrikes']],
  ['takes no words', '', [], []],
])('joinCompounds() %s', (_, text, known, expected) => {
  const words = text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ folded: word, written: word, start: 0, end: 0 }));
  expect(joinCompounds(words, (folded) => known.includes(folded)).map(({ folded }) => folded)).toEqual(
    expected,
  );
});
