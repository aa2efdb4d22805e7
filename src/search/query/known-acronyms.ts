import type { Language } from '../../text/language.ts';
import type { AcronymStems } from '../index/report-analysis.ts';

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
