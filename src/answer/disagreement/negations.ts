import type { Sentence } from './claims.ts';
import type { Word } from './words.ts';

/** Words by which a sentence says that something is not so, or was denied. Index of its first and behind its last word. */
export interface Negation {
  readonly from: number;
  readonly to: number;
  /** `denied`: somebody says that it is not so. `no`: a noun follows. `not`: a verb. */
  readonly kind: 'not' | 'no' | 'denied';
}

const HELPING = new Set('did does do was were is are has have had'.split(' '));
const CONTRACTED = new Set('didnt doesnt dont wasnt werent isnt arent hasnt havent hadnt'.split(' '));
const DENYING = new Set('denied denies deny denying refuted refutes refute'.split(' '));
const REJECTING = new Set(
  'rejected rejects rejecting dismissed dismisses dismissing disputed disputes'.split(' '),
);
const CLAIMED = new Set(
  'claim claims report reports allegation allegations accusation accusations suggestion suggestions assertion assertions'.split(
    ' ',
  ),
);
/** "Not only", "no longer", "no more than": they deny nothing. */
const HARMLESS = new Set(
  'only just longer more fewer less later doubt sooner merely simply until all necessarily always fully entirely yet exactly quite even both enough'.split(
    ' ',
  ),
);
/** Whatever else may deny: a sentence with one of these is no plain assertion. */
const ANY = new Set(
  (
    'not no never none nobody nothing neither nor without denied denies deny denying refuted rejected dismissed ' +
    'disputed false untrue didnt doesnt dont wasnt werent isnt arent hasnt havent hadnt cannot cant couldnt wont ' +
    'wouldnt shouldnt unable fail failed fails failing refused hardly barely unlikely'
  ).split(' '),
);

/** The only negation of a sentence, when it is one that denies a plain statement. */
export function findNegation(words: readonly Word[]): Negation | undefined {
  const found = words.flatMap((_, at) => readNegation(words, at) ?? []);
  const [negation] = found;
  if (negation === undefined || found.length > 1) return undefined;
  const others = words.filter(
    ({ folded }, at) => ANY.has(folded) && (at < negation.from || at >= negation.to),
  );
  return others.length === 0 ? negation : undefined;
}

function readNegation(words: readonly Word[], at: number): Negation | undefined {
  const word = words[at]?.folded ?? '';
  const next = words[at + 1]?.folded ?? '';
  if (word === 'not' && HELPING.has(words[at - 1]?.folded ?? '')) return plain(at - 1, at + 1, 'not', next);
  if (CONTRACTED.has(word)) return plain(at, at + 1, 'not', next);
  if (word === 'never') return plain(at, at + 1, 'not', next);
  if (word === 'no') return plain(at, at + 1, 'no', next);
  if (word === 'none' && next === 'of') return { from: at, to: at + 2, kind: 'no' };
  if (DENYING.has(word)) {
    const to = CLAIMED.has(next) ? at + 2 : at + 1;
    return { from: at, to: words[to]?.folded === 'that' ? to + 1 : to, kind: 'denied' };
  }
  if (REJECTING.has(word)) {
    const claim = [at + 1, at + 2].find((index) => CLAIMED.has(words[index]?.folded ?? ''));
    if (claim !== undefined && /^(?:that|of)$/u.test(words[claim + 1]?.folded ?? '')) {
      return { from: at, to: claim + 2, kind: 'denied' };
    }
  }
  return undefined;
}

const plain = (from: number, to: number, kind: 'not' | 'no', next: string): Negation | undefined =>
  HARMLESS.has(next) ? undefined : { from, to, kind };

/** Whether any word of the region denies, doubts or fails. */
export const isNegated = ({ words }: Sentence, region: readonly number[]): boolean =>
  region.some((at) => {
    const word = words[at]?.folded ?? '';
    return ANY.has(word) && !(/^(?:no|not)$/u.test(word) && HARMLESS.has(words[at + 1]?.folded ?? ''));
  });
