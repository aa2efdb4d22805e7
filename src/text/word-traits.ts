import { ENGLISH_MONTHS } from './calendar.ts';
import type { Language } from './language.ts';
import type { PlainWord } from './read-numbers.ts';

/** What one word tells about its sentence, as bits. The English lists are general knowledge, not drawn from data. */
export const TRAIT = {
  function: 1,
  number: 2,
  date: 4,
  name: 8,
  negation: 16,
  cause: 32,
  pronoun: 64,
  copula: 128,
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
      'because caused causes causing cause due hence led owing reason reasons result resulted since so therefore thus',
    ],
    [TRAIT.pronoun, 'he her his it its she such their these they this those'],
    [TRAIT.copula, 'are is means refers was were'],
  ] as const
).map(([trait, words]) => ({ trait, words: new Set(words.split(' ')) }));
const DATE = /^(?:1\d|20)\d\ds?$/u;

/** All traits but `name`, which depends on the whole corpus. */
export function traitsOf({ folded }: PlainWord, { code, functionWords }: Language): number {
  let traits = functionWords.has(folded) ? TRAIT.function : 0;
  const isDate = DATE.test(folded);
  if (isDate) traits |= TRAIT.date;
  // "One" is a count as often as it refers to a person.
  else if (/^\p{N}/u.test(folded) && folded !== '1') traits |= TRAIT.number;
  if (code !== 'en') return traits;
  for (const { trait, words } of ENGLISH) if (words.has(folded)) traits |= trait;
  return traits;
}
