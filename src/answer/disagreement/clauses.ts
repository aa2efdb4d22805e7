import type { DateClaim } from './dates.ts';
import { BREAKERS } from './vocabulary.ts';
import type { Word } from './words.ts';

/**
 * A number for each word: words of one clause share it. Clauses end at commas and other marks and before joining words;
 * one that brackets interrupt goes on behind them. A date set off by commas belongs to the clause it stands beside.
 */
export function clausesOf(words: readonly Word[], dates: readonly DateClaim[]): readonly number[] {
  const insideDate = new Set(dates.flatMap(({ from, to }) => indexes(from + 1, to)));
  const behindDate = new Set(dates.map(({ to }) => to));
  const open: number[] = [];
  const clauses: number[] = [];
  let latest = 0;
  let clause = 0;
  for (const [at, word] of words.entries()) {
    if (!insideDate.has(at)) {
      // The comma after "July 1, 2016" closes no clause.
      const marks = behindDate.has(at) ? word.gap.replace(/^,/u, '') : word.gap;
      for (const [mark] of marks.matchAll(/[()[\],;:—]|\s[–-]\s/gu)) {
        if (/[([]/u.test(mark)) open.push(clause);
        clause = /[)\]]/u.test(mark) ? (open.pop() ?? ++latest) : ++latest;
      }
      if (BREAKERS.has(word.folded) && beginsClause(words, at)) clause = ++latest;
    }
    clauses.push(clause);
  }
  return mergeBare(words, clauses);
}

/** "After 1920" and "or 30" join no clauses. */
const beginsClause = (words: readonly Word[], at: number): boolean => {
  const next = words[at + 1];
  return next !== undefined && next.value === undefined && !isDateWord(next);
};

/** Clauses without content, such as "On Monday,", become part of the next one, or of the one before the end. */
function mergeBare(words: readonly Word[], clauses: readonly number[]): readonly number[] {
  const full = new Set(clauses.filter((_, at) => words[at]?.content === true && !isDateWord(words[at])));
  const merged = [...clauses];
  for (let at = merged.length - 1; at >= 0; at--) {
    const own = clauses[at];
    if (own === undefined || full.has(own)) continue;
    const next = merged[at + 1];
    if (next !== undefined) merged[at] = next;
  }
  for (let at = 1; at < merged.length; at++) {
    const own = merged[at];
    const before = merged[at - 1];
    if (own !== undefined && before !== undefined && !full.has(own)) merged[at] = before;
  }
  return merged;
}

const DATE_WORD =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|morning|evening|night|afternoon)$/u;

const isDateWord = (word: Word | undefined): boolean => DATE_WORD.test(word?.folded ?? '');

const indexes = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);
