import type { Setting } from './setting.ts';
import { type Asked, coveredBy } from './asked.ts';
import type { Claim } from './claims.ts';
import { datesDiffer } from './dates.ts';

/** Of the question's words, this share must stand in each of the two sentences; the rest in their setting. */
export const OWN_SHARE = 0.5;

/** Of the words of a clause that neither question nor unit explains, this share must stand in the other one. */
const SHARED_REST = 0.5;

/** One clause may say so many things more than the other, when that one says nothing else. */
const MOST_EXTRA = 3;

/** Whether the sentence itself deals with what the question asks. */
export const touchesQuestion = (asked: Asked, stems: ReadonlySet<string>): boolean =>
  asked.terms.length > 0 && coveredBy(asked, stems) >= Math.max(1, OWN_SHARE * asked.terms.length);

/** Whether the claim and its setting cover the question, all but one word of four. */
export function coversQuestion(asked: Asked, claim: Claim, setting: Setting): boolean {
  if (!touchesQuestion(asked, claim.stems)) return false;
  const { length } = asked.terms;
  return coveredBy(asked, new Set([...claim.stems, ...setting.stems()])) >= length - Math.floor(length / 4);
}

/** "Iraq" and "Iraqi" name one country. */
const sameName = (a: string, b: string): boolean =>
  a === b || (a.length > 3 && b.length > 3 && (a.startsWith(b) || b.startsWith(a)));

/**
 * Whether the same people and places take part, in the same order. One claim may leave a name out when its setting holds
 * it and no pronoun stands for something else.
 */
export function sameNames(a: Claim, b: Claim, aSetting: Setting, bSetting: Setting): boolean {
  const left = missing(a, b);
  const right = missing(b, a);
  if (left.length > 0 && right.length > 0) return false;
  if (!goWithoutSaying(left, b, bSetting) || !goWithoutSaying(right, a, aSetting)) return false;
  const shared = [...new Set(a.names)].filter((name) => b.names.some((other) => sameName(name, other)));
  const order = [...new Set(b.names)].filter((name) => a.names.some((other) => sameName(name, other)));
  return shared.length === order.length && shared.every((name, at) => sameName(name, order[at] ?? ''));
}

const missing = ({ names }: Claim, { stems }: Claim): readonly string[] =>
  names.filter((name) => !has(stems, name));

const goWithoutSaying = (names: readonly string[], claim: Claim, setting: Setting): boolean =>
  names.length === 0 || (!claim.hasPronoun && names.every((name) => has(setting.stems(), name)));

const has = (stems: ReadonlySet<string>, name: string): boolean =>
  stems.has(name) || [...stems].some((stem) => sameName(stem, name));

/** Words that two claims must share besides what is counted, so that a day of one alone tells of the same event. */
const EVENT_WORDS = 2;

/**
 * Same times, same parts and rates. A time of one claim alone may be another time, save when the other's setting names
 * it, or when it is a day and both tell of one event.
 */
export function sameTerms(a: Claim, b: Claim, aSetting: Setting, bSetting: Setting): boolean {
  const sameShifts = a.shifts.size === b.shifts.size && [...a.shifts].every((shift) => b.shifts.has(shift));
  const oneEvent = sharedStems(a, b).length >= EVENT_WORDS;
  return sameShifts && sameTimes(a, b, bSetting, oneEvent) && sameTimes(b, a, aSetting, oneEvent);
}

const sameTimes = ({ dates }: Claim, other: Claim, setting: Setting, oneEvent: boolean): boolean =>
  dates.every((date) => {
    if (other.dates.length > 0) return other.dates.some((met) => !datesDiffer(date, met));
    const isDay = date.day !== undefined || date.weekday !== undefined;
    return (oneEvent && isDay && !date.vague) || setting.text().includes(date.written);
  });

/** Whether the two clauses tell of one thing; `known` holds what the question or the unit already says. */
export function sameMatter(a: Claim, b: Claim, known: ReadonlySet<string>, strict: boolean): boolean {
  const rest = ({ clause }: Claim, names: readonly string[]): string[] =>
    [...clause].filter((stem) => !known.has(stem) && !names.includes(stem));
  const left = rest(a, a.names);
  const right = rest(b, b.names);
  const least = Math.min(left.length, right.length);
  const most = Math.max(left.length, right.length);
  if (least === 0) return most <= (strict ? 0 : MOST_EXTRA);
  const shared = left.filter((stem) => right.includes(stem)).length;
  return shared >= SHARED_REST * (strict ? most : least);
}

/** The content that both clauses hold. */
export const sharedStems = (a: Claim, b: Claim): readonly string[] =>
  [...a.clause].filter((stem) => b.clause.has(stem));
