import type { Word } from './words.ts';

/** The values that the words of an amount allow. */
export interface Bounds {
  /** Both ends included. */
  readonly low: number;
  readonly high: number;
  /** The number itself, when nothing loosens it: a round one may still stand for a near one. */
  readonly exact?: number;
}

/** Phrases before a number that open its range, longest first. */
const HEDGES: readonly (readonly [words: string, kind: 'from' | 'upto' | 'near'])[] = [
  ['no more than', 'upto'],
  ['not more than', 'upto'],
  ['no fewer than', 'from'],
  ['no less than', 'from'],
  ['not less than', 'from'],
  ['a maximum of', 'upto'],
  ['a minimum of', 'from'],
  ['in excess of', 'from'],
  ['more than', 'from'],
  ['greater than', 'from'],
  ['higher than', 'from'],
  ['upwards of', 'from'],
  ['at least', 'from'],
  ['up to', 'upto'],
  ['as many as', 'upto'],
  ['as much as', 'upto'],
  ['at most', 'upto'],
  ['fewer than', 'upto'],
  ['less than', 'upto'],
  ['close to', 'near'],
  ['an estimated', 'near'],
  ['over', 'from'],
  ['above', 'from'],
  ['exceeding', 'from'],
  ['exceeded', 'from'],
  ['exceeds', 'from'],
  ['under', 'upto'],
  ['below', 'upto'],
  ['about', 'near'],
  ['around', 'near'],
  ['some', 'near'],
  ['roughly', 'near'],
  ['approximately', 'near'],
  ['nearly', 'near'],
  ['almost', 'near'],
  ['circa', 'near'],
  ['estimated', 'near'],
];

/** "About 200" allows this share more or less. */
const NEAR = 0.15;

export interface Hedge {
  /** Index of its first word. */
  readonly from: number;
  readonly kind: 'from' | 'upto' | 'near';
}

/** The words right before the number at `at` that loosen it. */
export function readHedge(words: readonly Word[], at: number): Hedge | undefined {
  for (const [phrase, kind] of HEDGES) {
    const parts = phrase.split(' ');
    const from = at - parts.length;
    if (from >= 0 && parts.every((part, index) => words[from + index]?.folded === part))
      return { from, kind };
  }
  return undefined;
}

/** The values that a hedge before the number, or "or more" behind it, leaves. */
export function bound(
  value: number,
  hedge: Hedge['kind'] | undefined,
  next: Word | undefined,
  second: Word | undefined,
): Bounds {
  const after = next?.folded === 'or' ? second?.folded : undefined;
  if (hedge === 'from' || after === 'more' || after === 'above') return { low: value, high: Infinity };
  if (hedge === 'upto' || after === 'fewer' || after === 'less') return { low: 0, high: value };
  if (hedge === 'near' || after === 'so') return { low: value * (1 - NEAR), high: value * (1 + NEAR) };
  return { low: value, high: value, exact: value };
}

/** The word before the number and what loosens it. */
export const beforeHedge = (words: readonly Word[], at: number): Word | undefined =>
  words[(readHedge(words, at)?.from ?? at) - 1];
