import { beforeHedge } from './hedges.ts';
import { MEASURES, PLURALS, SHIFTS, STATED } from './vocabulary.ts';
import { isBlank, type Word } from './words.ts';

/** What a number counts. */
export interface Counted {
  readonly unit: string;
  /** Stems between the number and its unit. */
  readonly modifiers: readonly string[];
  /** Index behind the last word of the amount. */
  readonly to: number;
}

/** Words between a number and its unit. */
const MOST_MODIFIERS = 3;

/** What the number at `at` to `last` counts. */
export function readUnit(words: readonly Word[], at: number, last: number): Counted | undefined {
  const next = words[last + 1];
  const currency = /[$€£]$/u.exec(words[at]?.gap ?? '')?.[0];
  if (currency !== undefined) return { unit: currency, modifiers: [], to: last + 1 };
  if (/^\s?%/u.test(next?.gap ?? '')) return { unit: 'percent', modifiers: [], to: last + 1 };
  if (next?.folded === 'per' && words[last + 2]?.folded === 'cent') {
    return { unit: 'percent', modifiers: [], to: last + 3 };
  }
  const modifiers: string[] = [];
  for (let index = last + 1; index <= last + 1 + MOST_MODIFIERS; index++) {
    const word = words[index];
    if (word === undefined || !isBlank(word.gap) || !isNounLike(word)) break;
    if (isUnit(word)) return { unit: word.stem, modifiers, to: index + 1 };
    modifiers.push(word.stem);
  }
  const stated = findStated(words, at);
  if (stated !== undefined) return { unit: stated, modifiers: [], to: last + 1 };
  return isBareCount(words, at, last) ? { unit: 'person', modifiers: [], to: last + 1 } : undefined;
}

const isNounLike = (word: Word): boolean => word.value === undefined && (word.content || isUnit(word));

const isUnit = ({ folded, stem, value }: Word): boolean =>
  value === undefined &&
  (MEASURES.has(stem) ||
    PLURALS.has(folded) ||
    (folded.length > 3 && /[^sui]s$/u.test(folded) && !SHIFTS.has(folded)));

/** How far before a number the noun may stand that says what it counts. */
const STATED_REACH = 14;

/** "The number of vehicles destroyed stood at 200", "a population of 50,000": the unit stands before. */
function findStated(words: readonly Word[], at: number): string | undefined {
  if (!/^(?:of|at|to|was|is|were|stood|reached)$/u.test(beforeHedge(words, at)?.folded ?? ''))
    return undefined;
  for (let index = at - 1; index >= Math.max(0, at - STATED_REACH); index--) {
    const word = words[index];
    if (word === undefined || /[;:()]/u.test(words[index + 1]?.gap ?? '')) return undefined;
    if (STATED.has(word.stem)) return word.stem === 'toll' ? 'person' : word.stem;
    if (word.folded !== 'number' || words[index + 1]?.folded !== 'of') continue;
    const noun = words.slice(index + 2, index + 5).find(isUnit);
    return noun?.stem;
  }
  return undefined;
}

/** "30 were killed", "killed at least 30": only people are counted so. */
function isBareCount(words: readonly Word[], at: number, last: number): boolean {
  const next = words[last + 1];
  const helped = /^(?:were|was|are|have|had)$/u.test(next?.folded ?? '') ? words[last + 2] : next;
  if (isHarm(helped) && isBlank(next?.gap ?? '')) return true;
  const ends = next === undefined || !isBlank(next.gap) || (!next.content && next.folded !== 'of');
  return ends && isHarm(beforeHedge(words, at));
}

const isHarm = (word: Word | undefined): boolean => word?.stem === 'death' || word?.stem === 'injure';
