import { MONTHS } from '../../text/calendar.ts';

const NAMES = MONTHS.flat()
  .sort((a, b) => b.length - a.length)
  .join('|');
const DAY = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?`;
const MONTH = String.raw`(?<month>${NAMES})\.?`;
const YEAR = String.raw`(?<year>\d{4})`;
const OF = String.raw`(?: de | del | of |[ ,]+)`;

/** Figures only, such as 7/8/2016, are not here: nobody can tell the month from the day. */
const FORMS: readonly RegExp[] = [
  /(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?/iu,
  new RegExp(String.raw`(?<!\p{L})${MONTH} ${DAY},? ${YEAR}(?!\d)`, 'iu'),
  new RegExp(String.raw`(?<!\d)${DAY}${OF}${MONTH}${OF}${YEAR}(?!\d)`, 'iu'),
];

/** The first date in `text`, as an ISO date, or undefined when there is none that is certain. */
export const findDate = (text: string): string | undefined => cutDate(text)?.date;

const WEEKDAYS =
  'mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|' +
  'montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|' +
  'lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?';
const LABELS =
  'first published|published|updated|last updated|last modified|modified|posted|created|' +
  'veröffentlicht|aktualisiert|stand|publié|mis à jour|modifié|publicado|actualizado|atualizado';
/** Before a date that a letter or a form gives. */
const DATE_WORDS = 'date|dated|datum|den|fecha|data|the';
/** All that a line of a date and a time may hold besides the date. */
const AROUND = new RegExp(
  String.raw`(?<!\p{L})(?:${LABELS}|${DATE_WORDS}|${WEEKDAYS}|\d{1,2}[:.h]\d{2}(?::\d{2})?|a\.?m\.?|p\.?m\.?|uhr|gmt|utc|bst|est|edt|cest|cet|et|pt|ist|on|at|am|um|le|el|em|à|a las|às|h)(?!\p{L})|[\s,;:|·•–—/()@-]`,
  'giu',
);
const LABEL = new RegExp(String.raw`^(?:${LABELS})(?!\p{L})`, 'iu');
/** Of a line with two dates, times and labels. In characters. */
const MOST_LENGTH = 120;
const AGO = /^\d+ (?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?) ago$/iu;

/** Whether `text` is nothing but a date, with a time, a weekday or "Updated:" perhaps. */
export function isDateLine(text: string): boolean {
  if (text.length > MOST_LENGTH) return false;
  const bare = text.replace(LABEL, '').replace(/^[:\s]+/u, '');
  if (AGO.test(bare)) return true;
  const rest = cutDate(text)?.rest;
  if (rest === undefined) return false;
  // "Published June 3, 2016, updated June 4, 2016" has two.
  const others = cutDate(rest)?.rest ?? rest;
  return others.replaceAll(AROUND, '') === '';
}

/** Whether `text` is a date that says of itself that it is about the article: "Updated: 3 June 2016". */
export const isLabelledDate = (text: string): boolean => LABEL.test(text) && isDateLine(text);

/** Where a letter or a notice was written, before its date. */
const PLACE = /^\p{Lu}[\p{L}\p{M} .'’-]{1,40}, /u;

/** The date of a line that gives a place and a date and nothing else: "Ponta Delgada, 30 June 2016". */
export function findPlacedDate(text: string): string | undefined {
  const place = PLACE.exec(text)?.[0];
  return place !== undefined && isDateLine(text.slice(place.length)) ? findDate(text) : undefined;
}

/** The first date in `text`, and the text around it. */
function cutDate(text: string): { readonly date: string; readonly rest: string } | undefined {
  for (const form of FORMS) {
    const found = form.exec(text);
    const { year = '', month = '', day = '' } = found?.groups ?? {};
    if (found === null) continue;
    const name = month.toLowerCase();
    const number = /^\d/u.test(month) ? Number(month) : MONTHS.findIndex((names) => names.includes(name)) + 1;
    const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isDate(date)) return { date, rest: text.replace(form, '') };
  }
  return undefined;
}

/** 31 June is not one: Date rolls it over. */
function isDate(iso: string): boolean {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso);
}
