import { expect, it } from 'vitest';
import { findAcronyms, findInitials } from '../../../src/search/index/acronyms.ts';

it.each([
  ['capitals', 'The Maritime Safety Board (MSB) spoke.', [['MSB', 'Maritime Safety Board']]],
  ['dots', 'the Islamic State (I.S.) fled', [['I.S.', 'Islamic State']]],
  [
    'small words left out',
    'Organization of Arab Exporting Countries (OAEC)',
    [['OAEC', 'Organization of Arab Exporting Countries']],
  ],
  ['small letters only', 'The gross domestic product (GDP) rose.', [['GDP', 'gross domestic product']]],
  ['small words counted', 'the Bank of Norra (BoN)', [['BoN', 'Bank of Norra']]],
  ['no long form', 'It was cold (NATO said).', []],
  ['other letters', 'the North Sea (MSB) was calm', []],
  ['a remark', 'The ferry (Aurora) sank.', []],
  ['nothing before it', '(MSB)', []],
])('findAcronyms() reads %s', (_, text, expected) => {
  expect(findAcronyms(text).map(({ short, long }) => [short, long])).toEqual(expected);
});

it.each([
  ['small words left out', 'the Food and Drug Administration said', [['FDA', 'Food Drug Administration']]],
  ['an article before it', 'The National Rifle Association won.', [['NRA', 'National Rifle Association']]],
  [
    'a name once',
    'World Trade Organization, World Trade Organization',
    [['WTO', 'World Trade Organization']],
  ],
  ['no two words', 'The United Nations met.', []],
  ['no words parted by a sign', 'Paris, New York, London', []],
  ['no shout', 'FREE THE WHALES NOW', []],
  ['no headline', 'Seven Long Words Stand Here Without Names', []],
])('findInitials() reads %s', (_, text, expected) => {
  expect(findInitials(text).map(({ short, long }) => [short, long])).toEqual(expected);
});
