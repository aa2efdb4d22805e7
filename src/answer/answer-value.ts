import { ENGLISH_MONTHS } from '../text/calendar.ts';
import type { Language } from '../text/language.ts';
import type { PlainWord } from '../text/read-numbers.ts';

/** What an English answer gives, with the words that say it. */
export type Value = { readonly words: readonly PlainWord[] } & (
  | {
      readonly kind: 'number';
      readonly amount: number;
      /** What the words around the amount leave open: "more than 5" is 5 to Infinity. */
      readonly range: readonly [low: number, high: number];
      /** A stem, `%` or the sign of a currency; empty when none stands there. */
      readonly unit: string;
    }
  /** As far as it is given, the year, the month and the day; `open`: the word before it, when it is not just then. */
  | { readonly kind: 'date'; readonly parts: readonly (string | undefined)[]; readonly open: string }
  /** Stems, without function words. */
  | { readonly kind: 'name'; readonly stems: readonly string[] }
);

/** A sentence, and its words with spans in it. */
export interface SentenceWords {
  readonly text: string;
  readonly words: readonly PlainWord[];
  readonly language: Language;
}

const NUMBER = /^(\d[\d,]*(?:\.\d+)?)(\p{L}*)$/u;
const YEAR = /^(?:1\d|20)\d\d$/u;
const CAPITAL = /^\p{Lu}/u;
const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 };
/** Words before an amount, and what of it is the least and the most that they mean. In this order. */
const HEDGES = [
  [/\bno more than$/u, 0, 1],
  [/\b(?:no (?:fewer|less) than|more than|over|at least|above)$/u, 1, Infinity],
  [/\b(?:less than|fewer than|under|below|up to|at most|as (?:many|much) as)$/u, 0, 1],
  [/\b(?:about|around|some|roughly|nearly|almost|approximately|estimated|close to)$/u, 0.9, 1.1],
] as const;
/** Between two numbers that are one: a range, a share, a score, a time. */
const JOINT = /^\s*(?:[-–—/:]|to|and|or|in|of|out of)\s*$/u;
const OPEN_END = /^\s*(?:\+|or\b|plus\b|odd\b)/u;
const OPEN_DATE = /^(?:before|after|by|until|till|about|around|circa|c)$/u;
const ORDINAL = /^(?:st|nd|rd|th)$/u;

const isMonth = (word: PlainWord | undefined): boolean =>
  word !== undefined && ENGLISH_MONTHS.includes(word.folded) && CAPITAL.test(word.written);
/** "Second" may be a time. */
export const isNumber = ({ folded, written }: PlainWord): boolean => {
  const suffix = NUMBER.exec(folded)?.[2];
  return suffix !== undefined && (!ORDINAL.test(suffix) || NUMBER.test(written));
};
const isYear = ({ written }: PlainWord): boolean => YEAR.test(written);

/** What `inAnswer`, words of the sentence, give; undefined for several values, and for what is neither kind. */
export function readValue(inAnswer: readonly PlainWord[], sentence: SentenceWords): Value | undefined {
  const months = inAnswer.filter(isMonth);
  const [number, ...more] = inAnswer.filter(isNumber);
  if (months.length > 0) return readDate(months, inAnswer, sentence);
  if (number === undefined) return readName(inAnswer, sentence);
  if (more.length > 0) return undefined;
  const isOfMonth = isMonth(beside(number, -1, sentence)) || isMonth(beside(number, 1, sentence));
  const value = isOfMonth ? undefined : readAmount(number, sentence);
  const isDate = isYear(number) && (isOfMonth || value?.unit === '');
  return isDate ? readDate([], inAnswer, sentence) : value;
}

const beside = (word: PlainWord, by: number, { words }: SentenceWords): PlainWord | undefined =>
  words[words.indexOf(word) + by];

function readDate(
  [month, ...others]: readonly PlainWord[],
  inAnswer: readonly PlainWord[],
  sentence: SentenceWords,
): Value | undefined {
  const numbers = inAnswer.filter(isNumber);
  const [year, ...years] = numbers.filter(isYear);
  const [day, ...days] = numbers.filter((word) => !isYear(word));
  const words = [year, month, day].filter((word) => word !== undefined);
  const first = words.toSorted((a, b) => a.start - b.start)[0];
  const before = (first && beside(first, -1, sentence)?.folded) ?? '';
  const isOne = others.length + years.length + days.length === 0 && Number(day?.folded ?? 1) <= 31;
  if (!isOne) return undefined;
  const parts = [year?.folded, month?.folded, day?.folded];
  return { kind: 'date', words, parts, open: OPEN_DATE.test(before) ? before : '' };
}

function readAmount(number: PlainWord, sentence: SentenceWords): (Value & { kind: 'number' }) | undefined {
  const { text, words, language } = sentence;
  const [, digits = '', suffix = ''] = NUMBER.exec(number.folded) ?? [];
  const after = text.slice(number.end);
  const isJoint = words.some(
    (other) =>
      isNumber(other) &&
      (JOINT.test(text.slice(number.end, other.start)) || JOINT.test(text.slice(other.end, number.start))),
  );
  if (isJoint || OPEN_END.test(after)) return undefined;
  const scale = SUFFIXES[suffix];
  const amount = Number(digits.replaceAll(',', '')) * (scale ?? 1);
  if (!Number.isFinite(amount)) return undefined;
  const at = words.indexOf(number);
  const before = words.slice(Math.max(0, at - 3), at).map(({ folded }) => folded);
  const [, least = 1, most = 1] = HEDGES.find(([hedge]) => hedge.test(before.join(' '))) ?? [];
  const next = words[at + 1];
  const isNext =
    next && !language.functionWords.has(next.folded) && /^[\s-]*$/u.test(text.slice(number.end, next.start));
  const thing = isNext ? language.stem(next.folded) : '';
  const unit =
    /\p{Sc}(?=\s*$)/u.exec(text.slice(0, number.start))?.[0] ??
    (/^\s*(?:%|per ?cent\b)/u.test(after) ? '%' : undefined) ??
    (ORDINAL.test(suffix) ? `th ${thing}` : scale === undefined ? suffix || thing : thing);
  return { kind: 'number', words: [number], amount, range: [amount * least, amount * most], unit };
}

function readName(inAnswer: readonly PlainWord[], { words, language }: SentenceWords): Value | undefined {
  const content = inAnswer.filter(({ folded }) => !language.functionWords.has(folded));
  const isName = content.length > 0 && content.every(({ written }) => CAPITAL.test(written));
  // The first word of a sentence has a capital, whatever it is.
  const isAnyWord = content.length === 1 && content[0] === words[0];
  if (!isName || isAnyWord) return undefined;
  return { kind: 'name', words: content, stems: content.map(({ folded }) => language.stem(folded)) };
}

/** Whether only one of two answers to the same question can be right; false when they may be one, told otherwise. */
export function valuesDiffer(one: Value, other: Value): boolean {
  if (one.kind === 'number' && other.kind === 'number') {
    const [[low, high], [otherLow, otherHigh]] = [one.range, other.range];
    // Two that leave the same side open, "more than 5" and "more than 9", are told as two amounts.
    const areLeast = high === Infinity && otherHigh === Infinity;
    const areMost = low < one.amount && otherLow < other.amount && low === 0 && otherLow === 0;
    const isSameSide = areLeast || areMost;
    const areApart = isSameSide ? one.amount !== other.amount : low > otherHigh || otherLow > high;
    return one.unit === other.unit && areApart && !isRounded(one.amount, other.amount);
  }
  if (one.kind === 'date' && other.kind === 'date') {
    return (
      one.open === other.open &&
      one.parts.some((part, at) => part !== undefined && part !== (other.parts[at] ?? part))
    );
  }
  if (one.kind !== 'name' || other.kind !== 'name') return false;
  return !isPart(one.stems, other.stems) && !isPart(other.stems, one.stems);
}

/** Whether one of two amounts is the other, rounded. What is counted below a thousand is counted exactly. */
function isRounded(one: number, other: number): boolean {
  const larger = Math.max(one, other);
  if (larger < 1000 && Number.isInteger(one) && Number.isInteger(other)) return false;
  const rounds = (from: number, to: number): boolean => {
    const significant = /^[\d.]+/u.exec(to.toExponential())?.[0].replace('.', '') ?? '';
    return Number(from.toPrecision(significant.length)) === to;
  };
  return Math.abs(one - other) <= larger * 0.05 && (rounds(one, other) || rounds(other, one));
}

/** "Warren" is part of "Steve Warren", "Falluja" of "Fallujah", and "US" of "United States". */
const isPart = (stems: readonly string[], whole: readonly string[]): boolean =>
  stems.every((stem) => whole.some((other) => other.startsWith(stem))) ||
  stems.join('').replaceAll('.', '') === whole.map((stem) => stem.charAt(0)).join('');
