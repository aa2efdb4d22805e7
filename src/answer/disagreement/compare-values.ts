import type { Span } from '../../corpus/span.ts';
import type { Amount } from './amounts.ts';
import { amountsDiffer } from './amounts-differ.ts';
import { type Asked, asksFor, COUNTED } from './asked.ts';
import { coversQuestion, sameMatter, sameNames, sameTerms, sharedStems } from './alike.ts';
import { type Claim, claimAround, type Sentence } from './claims.ts';
import { type DateClaim, datesDiffer, daysApart } from './dates.ts';
import { isNegated } from './negations.ts';
import type { Setting } from './setting.ts';
import { MEASURES, ONCE, RECURRING, STATED } from './vocabulary.ts';

/** A sentence with what goes without saying around it. */
export interface Placed {
  readonly sentence: Sentence;
  readonly setting: Setting;
}

/** The words in which two sentences differ, as ranges of their own bodies. */
export interface Difference {
  readonly kind: 'number' | 'date' | 'denial';
  readonly first: Span;
  readonly second: Span;
}

/** Two counts or measures of one thing that cannot both be true. */
export function compareAmounts(asked: Asked, a: Placed, b: Placed): Difference | undefined {
  if (!COUNTED.has(asked.kind)) return undefined;
  for (const first of a.sentence.amounts) {
    const rivals = b.sentence.amounts.filter(({ unit }) => unit === first.unit);
    const [second] = rivals;
    // Two amounts of one unit in a sentence: which one answers the other cannot be told.
    if (second === undefined || rivals.length > 1) continue;
    if (a.sentence.amounts.some((other) => other !== first && other.unit === first.unit)) continue;
    if (amountsDiffer(first, second) && sameCount(asked, a, first, b, second)) {
      return { kind: 'number', first: spanOf(first), second: spanOf(second) };
    }
  }
  return undefined;
}

function sameCount(asked: Asked, a: Placed, first: Amount, b: Placed, second: Amount): boolean {
  const { unit } = first;
  const measures = MEASURES.has(unit) || /[$€£]/u.test(unit);
  if (measures ? asked.kind !== 'number' : !asksForCount(asked, unit)) return false;
  const asks = (stem: string): boolean => asksFor(asked, stem);
  const odd = [...first.modifiers, ...second.modifiers].filter(
    (stem) => first.modifiers.includes(stem) !== second.modifiers.includes(stem),
  );
  if (odd.some((stem) => !asks(stem))) return false;
  const left = claimAround(a.sentence, first);
  const right = claimAround(b.sentence, second);
  if (!isSettled(asked, a, left, b, right)) return false;
  const known = new Set([unit, ...asked.terms.flat(), ...first.modifiers]);
  if (!sameMatter(left, right, known, measures)) return false;
  return (
    STATED.has(unit) ||
    sharedStems(left, right).some((stem) => stem !== unit && !first.modifiers.includes(stem))
  );
}

/** People are asked for by what befell them: "How many died?" */
const asksForCount = (asked: Asked, unit: string): boolean =>
  asksFor(asked, unit) || (unit === 'person' && (asksFor(asked, 'death') || asksFor(asked, 'injure')));

const isSettled = (asked: Asked, a: Placed, left: Claim, b: Placed, right: Claim): boolean =>
  coversQuestion(asked, left, a.setting) &&
  coversQuestion(asked, right, b.setting) &&
  sameNames(left, right, a.setting, b.setting) &&
  sameTerms(left, right, a.setting, b.setting) &&
  !isNegated(a.sentence, left.region) &&
  !isNegated(b.sentence, right.region);

/** Two dates of one event. */
export function compareDates(asked: Asked, a: Placed, b: Placed): Difference | undefined {
  if (asked.kind !== 'date') return undefined;
  // A look before the slower one at who says what.
  if (!a.sentence.dates.some((date) => b.sentence.dates.some((other) => datesDiffer(date, other))))
    return undefined;
  const first = onlyDate(a.sentence);
  const second = onlyDate(b.sentence);
  if (first === undefined || second === undefined || !datesDiffer(first, second)) return undefined;
  const left = claimAround(a.sentence, first);
  const right = claimAround(b.sentence, second);
  if (!isSettled(asked, a, left, b, right)) return undefined;
  if (!sameMatter(left, right, new Set(asked.terms.flat()), false)) return undefined;
  if (!isOneEvent(a.sentence, left, b.sentence, right, daysApart(first, second))) return undefined;
  return { kind: 'date', first: spanOf(first), second: spanOf(second) };
}

/** Events told in the same words, at most so many days apart, are taken for one. */
const NEAR_DAYS = 7;
/** Of the words of two clauses that tell of one event, this share stands in both. */
const SAME_EVENT = 0.75;

/** What may come round again is one event only when it is told in the same words, and days or tellers show as much. */
function isOneEvent(a: Sentence, left: Claim, b: Sentence, right: Claim, days = Infinity): boolean {
  const shared = sharedStems(left, right);
  const acts = shared.filter((stem) => !left.names.includes(stem));
  if (acts.some((stem) => ONCE.has(stem))) return true;
  if (acts.length >= 3 && days <= NEAR_DAYS) return true;
  if (acts.length === 0 || acts.some((stem) => RECURRING.has(stem))) return false;
  const told = a.report !== b.report || a.statements().length + b.statements().length > 0;
  const most = Math.max(left.clause.size, right.clause.size);
  return told && shared.length >= 4 && shared.length >= SAME_EVENT * most;
}

/** The date that a sentence is about; undefined when it holds several, or one that is no point in time. */
function onlyDate({ dates, statements }: Sentence): DateClaim | undefined {
  const [statement] = statements();
  const own =
    statement === undefined
      ? dates
      : dates.filter(({ start, end }) => start >= statement.start && end <= statement.end);
  const [date] = own;
  return own.length === 1 && date?.vague === false ? date : undefined;
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });
