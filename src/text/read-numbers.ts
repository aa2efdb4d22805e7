import { ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS } from './calendar.ts';
import type { WrittenWord } from './split-words.ts';

/** A word in the spelling under which it is compared, as it was written, and where. */
export interface PlainWord extends WrittenWord {
  readonly folded: string;
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth';

const CARDINAL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, value) => [word, value] as const),
  ...TENS.split(' ').map((word, index) => [word, 20 + 10 * index] as const),
]);
const ORDINAL: ReadonlyMap<string, number> = new Map(
  ORDINALS.split(' ').map((word, index) => [word, index + 1]),
);
const SCALE: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
]);
const MONTH: ReadonlySet<string> = new Set(ENGLISH_MONTHS);
const NO_WORD: PlainWord = { folded: '', written: '', start: 0, end: 0 };
const DIGITS = /^\d[\d,]*(?:\.\d+)?$/u;
const ORDINAL_DIGITS = /^(\d+)(?:st|nd|rd|th)$/u;

/**
 * English numbers in one form: "eleven" is `11`, "4.7 million" and "4,700,000" are both `4700000`, "twenty-first" is
 * `21st`; beside a month a day loses its ending ("July 1st" is `july 1`), and a short month is written out.
 * A number of several words becomes one word; all other words stay as they are.
 */
export function readNumbers(words: readonly PlainWord[]): readonly PlainWord[] {
  const read: PlainWord[] = [];
  for (let at = 0; at < words.length;) {
    const { word, length } = readAt(words, at);
    read.push(word);
    at += length;
  }
  return read.map((word, at) => {
    const day = ORDINAL_DIGITS.exec(word.folded)?.[1];
    const isDay =
      day !== undefined && (isMonth(read[at - 1]) || isMonth(read[at + 1]) || isOfMonth(read, at));
    return isDay ? { ...word, folded: day } : word;
  });
}

const isMonth = (word: PlainWord | undefined): boolean => word !== undefined && MONTH.has(word.folded);

const isOfMonth = (words: readonly PlainWord[], at: number): boolean =>
  words[at + 1]?.folded === 'of' && isMonth(words[at + 2]);

interface Reading {
  readonly word: PlainWord;
  /** How many words were read. */
  readonly length: number;
}

function readAt(words: readonly PlainWord[], at: number): Reading {
  const first = words[at] ?? NO_WORD;
  // Short forms have a capital: "Sept. 4".
  const month = /^\p{Lu}/u.test(first.written) ? ENGLISH_SHORT_MONTHS.get(first.folded) : undefined;
  if (month !== undefined) return { word: { ...first, folded: month }, length: 1 };
  const ordinal = ORDINAL.get(first.folded);
  if (ordinal !== undefined) return reading(words, at, 1, toOrdinal(ordinal));
  const value = valueOf(first.folded);
  if (value === undefined) return { word: first, length: 1 };
  const unit = words[at + 1]?.folded ?? '';
  if (value >= 20 && value % 10 === 0 && CARDINAL.has(first.folded)) {
    const last = ORDINAL.get(unit);
    if (last !== undefined && last < 10) return reading(words, at, 2, toOrdinal(value + last));
    const ones = CARDINAL.get(unit) ?? 0;
    if (ones > 0 && ones < 10) return scaled(words, at, 2, value + ones);
  }
  return scaled(words, at, 1, value);
}

function scaled(words: readonly PlainWord[], at: number, read: number, start: number): Reading {
  let length = read;
  let value = start;
  for (;;) {
    const scale = SCALE.get(words[at + length]?.folded ?? '');
    if (scale === undefined) break;
    value *= scale;
    length++;
  }
  // Twelve digits: enough for any count in a report, few enough to hide that 4.7 * 1e6 is not exact.
  const digits = Number(value.toPrecision(12));
  // Too large a number is "infinity", in lower case like all words.
  return reading(words, at, length, String(digits).toLowerCase());
}

const reading = (words: readonly PlainWord[], at: number, length: number, folded: string): Reading => {
  const read = words.slice(at, at + length);
  const [first = NO_WORD] = read;
  const { end } = read.at(-1) ?? first;
  const written = read.map((word) => word.written).join(' ');
  return { word: { folded, written, start: first.start, end }, length };
};

/** Only a number in one word: digits, or a word such as "eleven". Years and long codes are numbers too. */
const valueOf = (word: string): number | undefined =>
  DIGITS.test(word) ? Number(word.replaceAll(',', '')) : CARDINAL.get(word);

function toOrdinal(value: number): string {
  const isTeen = value % 100 > 10 && value % 100 < 14;
  return `${value}${isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][value % 10] ?? 'th')}`;
}
