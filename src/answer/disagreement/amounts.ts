import { type Bounds, bound, readHedge } from './hedges.ts';
import { readRange } from './number-range.ts';
import { type Counted, readUnit } from './units.ts';
import type { Span } from '../../corpus/span.ts';
import { LABELS, MEASURES, STATED } from './vocabulary.ts';
import { isBlank, isCapital, type Word } from './words.ts';

/** A number of things, or of units of measure. The span covers the words that say how many: "more than 200". */
export interface Amount extends Span, Bounds {
  /** One form of what is counted: "vehicl", "percent", "$". */
  readonly unit: string;
  /** Stems between the number and its unit: "armoured". */
  readonly modifiers: readonly string[];
  /** Indexes of its words and its unit's, half-open. */
  readonly from: number;
  readonly to: number;
}

/** The amounts whose unit is certain, in order. Years, labels, ordinals, ages, parts and rates are none. */
export function findAmounts(words: readonly Word[], isDate: (at: number) => boolean): readonly Amount[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < words.length; at++) {
    if (words[at]?.value === undefined || isDate(at)) continue;
    const amount = readAmount(words, at, isDate);
    if (amount === undefined) continue;
    amounts.push(amount);
    at = amount.to - 1;
  }
  return amounts;
}

function readAmount(words: readonly Word[], at: number, isDate: (at: number) => boolean): Amount | undefined {
  const word = words[at];
  if (word?.value === undefined || word.value === 0 || isLabel(words, at)) return undefined;
  const range = readRange(words, at, isDate);
  const last = range?.to ?? at;
  const counted = readUnit(words, at, last);
  if (counted === undefined) return undefined;
  const hedge = range === undefined ? readHedge(words, at) : undefined;
  const from = range?.from ?? hedge?.from ?? at;
  if (isPart(words, from, counted)) return undefined;
  const value = word.value * (range === undefined ? 1 : range.scale);
  const bounds = range
    ? { low: value, high: range.high }
    : bound(value, hedge?.kind, words[last + 1], words[last + 2]);
  const first = words[from];
  const end = words[last];
  if (first === undefined || end === undefined || bounds.low > bounds.high) return undefined;
  const symbol = /[$€£]$/u.exec(first.gap)?.[0].length ?? 0;
  const percent = /^\s?%/u.exec(words[last + 1]?.gap ?? '')?.[0].length ?? 0;
  const { unit, modifiers, to } = counted;
  const named = words[to - 1]?.stem === unit || words[to - 1]?.folded === 'cent';
  const close = unit === 'percent' && named ? (words[to - 1]?.end ?? end.end) : end.end + percent;
  return { ...bounds, unit, modifiers, from, to, start: first.start - symbol, end: close };
}

/** Numbers that name something, and numbers tied to letters: "Mi-28", "section 5", "Apollo 11", "[3]", "aged 40". */
function isLabel(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const next = words[at + 1];
  if (word === undefined) return true;
  if (/\S[-–—]$|^[-–—]$|[#§[.:/]$/u.test(word.gap)) return true;
  if (/^[:/\]°'’]/u.test(next?.gap ?? '')) return true;
  if (/^[-–—]/u.test(next?.gap ?? '') && next?.value === undefined) return true;
  if (before === undefined) return false;
  if (before.folded === 'no' && /^\.\s*$/u.test(word.gap)) return true;
  return isBlank(word.gap) && (LABELS.has(before.folded) || (isCapital(before) && at > 1));
}

/** "Another 30", "the 12 men", "200 of the 500", "30 more", "30 a day": a part, an increase or a rate. */
function isPart(words: readonly Word[], from: number, { to, unit }: Counted): boolean {
  const before = words[from - 1]?.folded ?? '';
  if (DEFINITE.has(before)) return true;
  if (before === 'of' && !GROUPS.has(words[from - 2]?.stem ?? '') && words[from - 2]?.folded !== 'toll') {
    return !STATED.has(unit);
  }
  const next = words[to]?.folded ?? '';
  const second = words[to + 1]?.folded ?? '';
  if (
    /^(?:more|further|additional|other|others|each|per|every|apart|ago|old|later|earlier|away)$/u.test(next)
  ) {
    return true;
  }
  if (/^an?$/u.test(next) && /^(?:day|week|month|year|hour|head|person)$/u.test(second)) return true;
  return (
    next === 'of' &&
    (/^(?:the|these|those|its|their|his|her|whom|which|them)$/u.test(second) || !MEASURES.has(unit))
  );
}

const DEFINITE = new Set(
  'the these those its their his her our my all both another additional further other extra remaining last first next past every each per top final out'.split(
    ' ',
  ),
);
const GROUPS = new Set(
  'total popul number length height long high wide deep area cost price distanc depth width toll valu weight budget speed'.split(
    ' ',
  ),
);
