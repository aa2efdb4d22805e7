import type { Span } from '../../corpus/span.ts';
import type { Asked } from './asked.ts';
import { coversQuestion, sameNames, sameTerms } from './alike.ts';
import { type Claim, claimAround, type Sentence } from './claims.ts';
import type { Difference, Placed } from './compare-values.ts';
import { findNegation, isNegated, type Negation } from './negations.ts';
import type { Word } from './words.ts';

/** Of the content words of what is denied, this share must stand in the assertion. */
const HELD = 0.75;

const UNSURE = new Set(
  (
    'may might could would should can must will if whether unless perhaps possibly probably likely allegedly ' +
    'reportedly apparently rumoured rumored planned plans expected wanted hoped intended tried attempted try to'
  ).split(' '),
);

/** One sentence asserts what the other one denies. */
export function compareDenial(asked: Asked, a: Placed, b: Placed): Difference | undefined {
  const left = findNegation(a.sentence.words);
  const right = findNegation(b.sentence.words);
  if ((left === undefined) === (right === undefined)) return undefined;
  if (left !== undefined) {
    const met = findAsserted(asked, a, left, b);
    return met && { kind: 'denial', first: met.denied, second: met.asserted };
  }
  const met = right && findAsserted(asked, b, right, a);
  return met && { kind: 'denial', first: met.asserted, second: met.denied };
}

interface Met {
  /** The words that deny. */
  readonly denied: Span;
  /** The words that are denied, as the other sentence asserts them. */
  readonly asserted: Span;
}

function findAsserted(asked: Asked, denial: Placed, negation: Negation, other: Placed): Met | undefined {
  const { words } = denial.sentence;
  const there = other.sentence.words;
  const next = words.find(({ content }, at) => at >= negation.to && content);
  if (next === undefined || there.every(({ stem }) => stem !== next.stem)) return undefined;
  const denied = deniedWords(denial.sentence, negation);
  const behind = denied.filter(({ at }) => at >= negation.to).map(({ word }) => word.stem);
  if (behind.length === 0 || denied.length < 2) return undefined;
  const place = there.findIndex(({ stem, content }) => content && stem === behind[0]);
  if (place < 0) return undefined;
  const assertion = claimAround(other.sentence, { from: place, to: place + 1 });
  const whole = there.map((_, at) => at);
  if (isNegated(other.sentence, whole) || isUnsure(there, assertion.region)) return undefined;
  const claim = deniedClaim(denial.sentence, negation, denied);
  const same =
    holdsAll(denied, assertion) &&
    coversQuestion(asked, claim, denial.setting) &&
    coversQuestion(asked, assertion, other.setting) &&
    sameNames(claim, assertion, denial.setting, other.setting) &&
    sameTerms(claim, assertion, denial.setting, other.setting);
  const asserted = assertion.region.flatMap((at) => {
    const word = there[at];
    return word !== undefined && at >= place && behind.includes(word.stem) ? [word] : [];
  });
  const left = spanOver(words.slice(negation.from, negation.to));
  const right = spanOver(asserted);
  return same && left && right ? { denied: left, asserted: right } : undefined;
}

/** From the first of the words to the last. */
function spanOver(words: readonly Word[]): Span | undefined {
  const first = words[0];
  const last = words.at(-1);
  return first && last && { start: first.start, end: last.end };
}

interface Denied {
  readonly word: Word;
  readonly at: number;
}

/** The content words of the denied clause. Who denies is none of them, unless "denied doing" makes it the doer. */
function deniedWords(sentence: Sentence, { from, to, kind }: Negation): readonly Denied[] {
  const { words, clauses, dates } = sentence;
  const speaks = kind === 'denied' && words[to]?.folded.endsWith('ing') !== true;
  const said = new Set(kind === 'denied' ? words.keys() : claimAround(sentence, { from, to }).region);
  const clause = clauses[Math.min(to, words.length - 1)];
  return words.flatMap((word, at) => {
    const inside = at >= to ? clauses[at] === clause : at < from && !speaks && clauses[at] === clauses[from];
    const dated = dates.some((date) => at >= date.from && at < date.to);
    return inside && said.has(at) && word.content && !dated ? [{ word, at }] : [];
  });
}

function deniedClaim(sentence: Sentence, negation: Negation, denied: readonly Denied[]): Claim {
  const at = denied.find((word) => word.at >= negation.to)?.at ?? negation.from;
  const claim = claimAround(sentence, { from: at, to: at + 1 });
  const kept = new Set(denied.map((word) => word.word.stem));
  return {
    ...claim,
    stems: new Set([...claim.stems, ...kept]),
    names: claim.names.filter((name) => kept.has(name)),
  };
}

const holdsAll = (denied: readonly Denied[], { stems }: Claim): boolean =>
  denied.filter(({ word }) => stems.has(word.stem)).length >= HELD * denied.length;

const isUnsure = (words: readonly Word[], region: readonly number[]): boolean =>
  region.some((at) => UNSURE.has(words[at]?.folded ?? ''));
