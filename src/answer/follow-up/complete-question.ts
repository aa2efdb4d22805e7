import { spanOf } from '../../attribution/words/tokens.ts';
import { type AskedFrame, capitalised, readFrame } from './asked-frame.ts';
import { completeFragment, type ReadFragment } from './complete-fragment.ts';
import { findPronoun, type LeaningPronoun } from './find-pronoun.ts';
import { findReferent } from './find-referent.ts';
import type { Referent } from './referents.ts';
import type { Remembered } from './remember-answer.ts';

/**
 * `alone`: the question is to be asked as it is. `completed`: it leans on what was answered before; `question` is what it
 * means on its own. `wantsOther`: another passage is wanted than the one shown before. `keepsTopic`: it asks about the
 * answer, so that the next question still leans on the one before.
 */
export type Completion =
  | { readonly kind: 'alone' }
  | {
      readonly kind: 'completed';
      readonly question: string;
      readonly wantsOther: boolean;
      readonly keepsTopic: boolean;
    };

/** UTF-16 units of either: both stand in full above an answer. */
export const LONGEST_COMPLETED = 130;

const ALONE: Completion = { kind: 'alone' };

/** Completes an English question from what was answered before it. In any doubt it is `alone`. */
export function completeQuestion(written: string, remembered: Remembered | undefined): Completion {
  if (remembered === undefined || written.length > LONGEST_COMPLETED) return ALONE;
  const completed = completeFragment(written, remembered) ?? completePronoun(written, remembered);
  const question = completed && `${capitalised(completed.question)}?`;
  if (question === undefined || question.length > LONGEST_COMPLETED) return ALONE;
  const wantsOther = /\b(?:else|more)\b/iu.test(written);
  return { kind: 'completed', question, wantsOther, keepsTopic: completed?.keepsTopic ?? false };
}

function completePronoun(written: string, remembered: Remembered): ReadFragment | undefined {
  const frame = readFrame(written);
  const meant = frame && findPronoun(frame);
  const referent = meant && findReferent(meant, frame, remembered);
  if (!referent || isNamed(frame, referent)) return undefined;
  return { question: replaced(frame, meant, referent) };
}

/** "How many fighters did they carry?" does not mean the fighters. */
const isNamed = ({ tokens }: AskedFrame, { text, kind }: Referent): boolean =>
  (kind === 'several' || kind === 'thing') &&
  tokens.some(({ lower }) => lower === text.split(' ').at(-1)?.toLowerCase());

/** "They were" said of one body is "it was". */
const SINGULAR: Readonly<Record<string, string>> = { are: 'is', were: 'was', do: 'does', have: 'has' };

function replaced(
  { text, tokens, aux, rest }: AskedFrame,
  { at, pronoun, isGenitive }: LeaningPronoun,
  { text: name, kind }: Referent,
): string {
  const noun = isGenitive ? `${name}${kind === 'several' && name.endsWith('s') ? "'" : "'s"}` : name;
  const { start, end } = spanOf(tokens, { from: at, to: at + 1 });
  const helper =
    aux === undefined || isGenitive || pronoun !== 'they' || kind !== 'body' || at < rest || at > rest + 1
      ? undefined
      : tokens[aux];
  const singular = helper && SINGULAR[helper.lower];
  const behind = text.slice(end);
  if (!helper || singular === undefined) return text.slice(0, start) + noun + behind;
  return text.slice(0, helper.start) + singular + text.slice(helper.end, start) + noun + behind;
}
