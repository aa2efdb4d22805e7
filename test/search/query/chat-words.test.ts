import { expect, it } from 'vitest';
import { readChatWords, spellOut } from '../../../src/search/query/chat-words.ts';
import { createLanguage } from '../../../src/text/language.ts';

const english = createLanguage('en');

it.each([
  ['a short form', 'who sent ppl', [], 'who sent people'],
  ['a question word', 'whats new', [], 'what new'],
  ['a toll as the number it is', 'what is the death toll', [], 'what is the death how many'],
  ['the toll of a bridge', 'what is the toll', ['toll'], 'what is the toll'],
  ['a short form of two words', 'who wouldnt sign', [], 'who would not sign'],
  ['thanks as nothing', 'who won thx', [], 'who won'],
  ['what the report writes too', 'what is the uni', ['uni'], 'what is the uni'],
  ['millions', 'source for 13.3m', [], 'source for 13300000'],
  ['thousands', 'who paid 5k', [], 'who paid 5000'],
  ['a code as it is', 'what is a k1', [], 'what is a k1'],
  ['the country behind "the"', 'who left the us', [], 'who left the us.'],
  ['the country at the start', 'us troops left', [], 'us. troops left'],
  ['people of any kind as nothing', 'how many ppl died', [], 'how many died'],
  ['people of the report', 'how many ppl died', ['people'], 'how many people died'],
  ['the pronoun elsewhere', 'who told us', [], 'who told us'],
  ['nothing', '', [], ''],
])('readChatWords() reads %s', (_, text, known, expected) => {
  const words = readChatWords(english.read(text), (folded) => known.some((word) => word === folded));
  expect(words.map(({ folded }) => folded).join(' ')).toBe(expected);
});

it.each([
  ['short forms', 'where did ppl die', 'where did people die'],
  ['people of any kind as nothing', 'How many ppl died?', 'How many died?'],
  ['a form of two words', 'who wouldnt sign?', 'who would not sign?'],
  ['thanks as nothing', 'thx, who won', ', who won'],
  ['names as they are', 'What did Max and IM Pei say abt it', 'What did Max and IM Pei say about it'],
  ['parts of words as they are', "who's n-joy, r2 or 2r", "who's n-joy, r2 or 2r"],
])('spellOut() writes %s', (_, question, expected) => {
  expect(spellOut(question, () => false)).toBe(expected);
});
