import type { Language } from '../../text/language.ts';
import type { AcronymStems } from '../index/report-analysis.ts';
import type { Background, QuestionTerm, TermMatch } from './question.ts';

/** Short forms that nobody explains, each before the words it stands for, without "of". Folded; "US" is `us.`. */
const KNOWN = `
  ai artificial intelligence, aclu american civil liberties union, cdc centers disease control, ceo chief executive,
  cia central intelligence agency, dhs department homeland security, doj department justice, eu european union,
  epa environmental protection agency, fbi federal bureau investigation, fda food drug administration,
  gdp gross domestic product, imf international monetary fund, irs internal revenue service, ngo nongovernmental,
  mp member parliament, nasa national aeronautics space administration, nato north atlantic treaty organization,
  nra national rifle association, nyc new york city, ny new york, pm prime minister, scotus supreme court,
  uae united arab emirates, uk united kingdom, un united nations, us. united states, usa united states,
  ussr soviet union, vp vice president, who. world health organization, wto world trade organization
`;

export const knownAcronyms = (language: Language): readonly AcronymStems[] =>
  KNOWN.split(',').map((entry) => {
    const [short = '', ...long] = entry.trim().split(/\s+/u);
    return { short: [language.stem(short)], long: long.map((word) => language.stem(word)) };
  });

/**
 * A short form stands for its long one if the question has all of that; the long one's rarest word hints at a short
 * form that the question has.
 */
export function addAcronym(
  { short: [short = ''], long }: AcronymStems,
  terms: readonly QuestionTerm[],
  { language, statistics }: Background,
  add: (stem: string, match: TermMatch) => void,
): void {
  const placeOf = (stem: string): number => terms.findIndex((term) => term.stem === stem);
  const holders = (stem: string): number => statistics.countsOf(stem).paragraphs;
  const at = placeOf(short);
  if (at < 0 && holders(short) === 0) return;
  const words = long.filter((stem) => !language.functionWords.has(stem));
  if (at >= 0) {
    const [rarest] = words.filter((stem) => holders(stem) > 0).sort((a, b) => holders(a) - holders(b));
    if (rarest !== undefined) add(rarest, { at, kind: 'family' });
  } else if (words.length > 0) {
    const places = words.map(placeOf);
    if (places.every((place) => place >= 0))
      for (const place of places) add(short, { at: place, kind: 'exact' });
  }
}
