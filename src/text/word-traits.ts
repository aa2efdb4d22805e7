import { ENGLISH_MONTHS } from './calendar.ts';
import type { Language } from './language.ts';
import type { PlainWord } from './read-numbers.ts';

/** What one word tells about its sentence, as bits, of which reports keep the first eight. The English lists are general knowledge, not drawn from data. */
export const TRAIT = {
  /** A number of money, and of people. */
  money: 1,
  number: 2,
  date: 4,
  people: 8,
  negation: 16,
  cause: 32,
  pronoun: 64,
  name: 256,
} as const;

const ENGLISH = (
  [
    // "May" is more often a verb.
    [TRAIT.date, `${ENGLISH_MONTHS.join(' ').replace('may ', '')} century decade`],
    [
      TRAIT.negation,
      'arent cannot cant couldnt didnt doesnt dont except fail failed hadnt hasnt havent isnt lack lacked lacks neither ' +
        'never no nobody none nor not nothing refused shouldnt unable unlike wasnt werent without wont wouldnt',
    ],
    [
      TRAIT.cause,
      'attributed because blamed cause caused causes causing due fear fearing forced hence led owing prompted reason ' +
        'reasons result resulted since so thanks therefore thus',
    ],
    [TRAIT.pronoun, 'he her his it its she such their these they this those'],
  ] as const
).map(([trait, words]) => ({ trait, words: new Set(words.split(' ')) }));
const DATE = /^(?:1\d|20)\d\ds?$/u;

/** The traits that follow from the word alone: not `name`, which depends on the whole corpus, `money` or `people`. */
export function traitsOf({ folded }: PlainWord, { code }: Language): number {
  let traits = 0;
  const isDate = DATE.test(folded);
  if (isDate) traits |= TRAIT.date;
  // "One" is a count as often as it refers to a person.
  else if (/^\p{N}/u.test(folded) && folded !== '1') traits |= TRAIT.number;
  if (code !== 'en') return traits;
  for (const { trait, words } of ENGLISH) if (words.has(folded)) traits |= trait;
  return traits;
}

/** English names of money, as they follow a number. */
const MONEY: ReadonlySet<string> = new Set(
  (
    'cent cents crown crowns dinar dinars dollar dollars euro euros franc francs krona krone kroner kronor lira mark ' +
    'marks pence penny peso pesos pound pounds rouble roubles ruble rubles rupee rupees shilling shillings usd yen yuan'
  ).split(' '),
);
/** Those who are counted, and what became of them. */
export const PEOPLE: ReadonlySet<string> = new Set(
  (
    'adults boys children citizens civilians dead defendants demonstrators died employees families fighters girls ' +
    'hostages households immigrants inhabitants injured inmates kids killed men members migrants militants officers ' +
    'passengers patients people person persons players prisoners protesters pupils refugees residents soldiers staff ' +
    'students survivors teachers troops victims voters women workers wounded'
  ).split(' '),
);
/** A number and what it counts stand no further apart than this: "200,000 Danish kroner". */
const REACH = 3;

/** What the number at that place of a sentence counts: `money`, `people`, or 0 where it counts neither or is none. */
export function countedBy(sentence: string, words: readonly PlainWord[], at: number): number {
  const word = words[at];
  if (word === undefined || !/^\p{N}/u.test(word.folded)) return 0;
  const next = words.slice(at + 1, at + 1 + REACH).map(({ folded }) => folded);
  if (/\p{Sc}\s?$/u.test(sentence.slice(Math.max(0, word.start - 2), word.start))) return TRAIT.money;
  if (/^\s?\p{Sc}/u.test(sentence.slice(word.end, word.end + 2))) return TRAIT.money;
  if (next.slice(0, 2).some((other) => MONEY.has(other))) return TRAIT.money;
  return next.some((other) => PEOPLE.has(other)) ? TRAIT.people : 0;
}
