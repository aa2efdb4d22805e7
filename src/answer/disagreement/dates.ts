import type { Span } from '../../corpus/span.ts';
import { isBlank, isCapital, type Word } from './words.ts';

/** What a text tells of a day: any of its parts. Months count from 1, weekdays from 0 (Monday). */
export interface DateClaim extends Span {
  readonly written: string;
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
  readonly weekday?: number;
  /** A span of time or an edge of one ("before 1920", "the 1920s"): it may be compared, but proves nothing. */
  readonly vague: boolean;
  /** Indexes of its words, half-open. */
  readonly from: number;
  readonly to: number;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const VAGUE_BEFORE = new Set(
  (
    'before after since until till by from between to through during around about circa c ca approximately early ' +
    'late mid roughly and or almost nearly towards toward than every'
  ).split(' '),
);
const COMMA = /^,?\s+$/u;

type Parts = Pick<DateClaim, 'year' | 'month' | 'day' | 'weekday'>;
interface Found extends Parts {
  readonly length: number;
}

/** All dates of a sentence, in order, not overlapping. */
export function findDates(words: readonly Word[]): readonly DateClaim[] {
  const dates: DateClaim[] = [];
  for (let at = 0; at < words.length; at++) {
    const found = readDate(words, at);
    const first = words[at];
    const last = words[at + (found?.length ?? 1) - 1];
    if (found === undefined || first === undefined || last === undefined) continue;
    const { length, ...parts } = found;
    const before = words[at - 1];
    const article = before?.folded === 'the' ? words[at - 2] : before;
    const next = words[at + length];
    const vague =
      VAGUE_BEFORE.has(article?.folded ?? '') ||
      /[-–—]$/u.test(first.gap) ||
      /^[-–—/]/u.test(next?.gap ?? '') ||
      /^(?:bc|bce|ad|ce|s)$/u.test(next?.folded ?? '') ||
      /^\d{4}s$/u.test(last.folded);
    dates.push({
      ...parts,
      vague,
      written: words
        .slice(at, at + length)
        .map((word) => word.written)
        .join(' '),
      start: first.start,
      end: last.end,
      from: at,
      to: at + length,
    });
    at += length - 1;
  }
  return dates;
}

function readDate(words: readonly Word[], at: number): Found | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const weekday = isCapital(word) ? WEEKDAYS.indexOf(word.folded) : -1;
  if (weekday >= 0) {
    const next = words[at + 1];
    const rest = next !== undefined && COMMA.test(next.gap) ? readDay(words, at + 1) : undefined;
    return rest ? { ...rest, weekday, length: rest.length + 1 } : { weekday, length: 1 };
  }
  return readDay(words, at);
}

function readDay(words: readonly Word[], at: number): Found | undefined {
  const word = words[at];
  if (word === undefined) return undefined;
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(word.written);
  if (iso) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), length: 1 };
  if (/^1\d{3}s$|^20\d\ds$/u.test(word.folded)) return { year: Number(word.folded.slice(0, 4)), length: 1 };
  const day = dayOf(word);
  if (day !== undefined) {
    const of = words[at + 1]?.folded === 'of' ? 1 : 0;
    const month = monthOf(words[at + 1 + of]);
    if (month !== undefined && isBlank(words[at + 1 + of]?.gap ?? '')) {
      return withYear(words, at, { day, month, length: 2 + of });
    }
  }
  const month = monthOf(word);
  if (month !== undefined) {
    const next = words[at + 1];
    const dayAfter = next !== undefined && isBlank(next.gap) ? dayOf(next) : undefined;
    if (dayAfter !== undefined) return withYear(words, at, { month, day: dayAfter, length: 2 });
    const found = withYear(words, at, { month, length: 1 });
    const leads = /^(?:in|of|last|this|since|by|until|early|late|mid)$/u.test(words[at - 1]?.folded ?? '');
    return found.length > 1 || leads ? found : undefined;
  }
  const year = yearOf(word);
  return year === undefined || isCounted(words, at) ? undefined : { year, length: 1 };
}

function withYear(words: readonly Word[], at: number, found: Found): Found {
  const next = words[at + found.length];
  const year = next !== undefined && COMMA.test(next.gap) ? yearOf(next) : undefined;
  return year === undefined ? found : { ...found, year, length: found.length + 1 };
}

const dayOf = ({ value }: Word): number | undefined =>
  value !== undefined && Number.isInteger(value) && value >= 1 && value <= 31 ? value : undefined;

function monthOf(word: Word | undefined): number | undefined {
  const month = word !== undefined && isCapital(word) ? MONTHS.indexOf(word.folded) : -1;
  return month >= 0 ? month + 1 : undefined;
}

const yearOf = ({ written }: Word): number | undefined =>
  /^(?:1\d|20)\d\d$/u.test(written) ? Number(written) : undefined;

/** "1200 vehicles", but not "in 2014 vehicles". */
function isCounted(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.folded ?? '';
  const next = words[at + 1];
  const plural = next !== undefined && isBlank(next.gap) && /[^su]s$/u.test(next.folded);
  return plural && !/^(?:in|of|since|by|the|until|from|during|year|after|before)$/u.test(before);
}

/** Whether both cannot be true of one event. A part that one of them leaves open says nothing. */
export function datesDiffer(a: DateClaim, b: DateClaim): boolean {
  const differ = (left: number | undefined, right: number | undefined): boolean =>
    left !== undefined && right !== undefined && left !== right;
  if (differ(a.year, b.year) || differ(a.month, b.month)) return true;
  // A bare day or weekday is measured from another day than its fellow, unless it is of the same month.
  return differ(a.day, b.day) || differ(a.weekday, b.weekday);
}

/** Days between the two, as far as they tell; undefined when they do not. */
export function daysApart(a: DateClaim, b: DateClaim): number | undefined {
  if (a.month !== undefined && b.month !== undefined && a.day !== undefined && b.day !== undefined) {
    const year = a.year ?? b.year ?? 2000;
    const at = ({ year: own, month = 1, day = 1 }: DateClaim): number =>
      Date.UTC(own ?? year, month - 1, day);
    return Math.abs(at(a) - at(b)) / 86_400_000;
  }
  return a.weekday !== undefined && b.weekday !== undefined ? Math.abs(a.weekday - b.weekday) : undefined;
}
