import { cacheByLanguage } from './language-tag.ts';

/**
 * The names of the months in English, German, French, Spanish and Portuguese, with their short forms, in lower case,
 * January first. The first name of each is the English one.
 */
export const MONTHS: readonly (readonly [string, ...string[]])[] = [
  ['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero', 'ene', 'janeiro'],
  ['february', 'feb', 'februar', 'février', 'févr', 'febrero', 'fevereiro', 'fev'],
  ['march', 'mar', 'märz', 'mär', 'mars', 'marzo', 'março'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo', 'maio'],
  ['june', 'jun', 'juni', 'juin', 'junio', 'junho'],
  ['july', 'jul', 'juli', 'juillet', 'juil', 'julio', 'julho'],
  ['august', 'aug', 'août', 'agosto', 'ago'],
  ['september', 'sept', 'sep', 'septembre', 'septiembre', 'setembro', 'set'],
  ['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre', 'outubro', 'out'],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro'],
  ['december', 'dec', 'dezember', 'dez', 'décembre', 'déc', 'diciembre', 'dic', 'dezembro'],
];

/** In lower case, January first. */
export const ENGLISH_MONTHS: readonly string[] = MONTHS.map(([name]) => name);

/** By short form, in lower case: "sep" and "sept" are `september`. */
export const ENGLISH_SHORT_MONTHS: ReadonlyMap<string, string> = new Map([
  ...ENGLISH_MONTHS.map((month) => [month.slice(0, 3), month] as const),
  ['sept', 'september'],
]);

/** The English names of the days of the week and their short forms, in lower case, Monday first. */
export const ENGLISH_WEEKDAYS: readonly (readonly string[])[] = [
  ['monday', 'mon'],
  ['tuesday', 'tue', 'tues'],
  ['wednesday', 'wed'],
  ['thursday', 'thu', 'thurs'],
  ['friday', 'fri'],
  ['saturday', 'sat'],
  ['sunday', 'sun'],
];

/**
 * The names of the months as a language (BCP 47) writes them alone, January first.
 *
 * @throws RangeError when the tag is not a language tag
 */
export const monthNames: (tag: string) => readonly string[] = cacheByLanguage((tag) => {
  const format = new Intl.DateTimeFormat(tag, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2000, month, 15)));
});
