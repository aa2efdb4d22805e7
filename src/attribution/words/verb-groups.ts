import { skipAdverbialsBefore } from './adverbials.ts';
import { BE, DO, HAVE, MODALS, NEGATIONS } from './lexicon.ts';
import type { SpeechVerb } from './speech-verbs.ts';
import { lowerAt, type Token } from './tokens.ts';

export interface VerbGroup {
  readonly mood: 'asserted' | 'passive' | 'unasserted';
  /** Index of its first token: an auxiliary, or the verb. */
  readonly from: number;
}

const unasserted = (from: number): VerbGroup => ({ mood: 'unasserted', from });

/** Reads the auxiliaries before a verb: "has said", "was told", "did not say", "would say", "to say". */
export const readVerbGroup = (
  tokens: readonly Token[],
  verb: number,
  form: SpeechVerb['form'],
  floor: number,
): VerbGroup => {
  let from = verb;
  let mood: VerbGroup['mood'] = 'asserted';
  for (let steps = 0; steps < 6; steps += 1) {
    const at = skipAdverbialsBefore(tokens, from, floor);
    const word = lowerAt(tokens, at - 1);
    if (at - 1 < floor || tokens[at - 1]?.kind !== 'word') break;
    if (NEGATIONS.has(word) || MODALS.has(word)) return unasserted(at - 1);
    if (word === 'to') {
      const before = lowerAt(tokens, at - 2);
      if (before !== 'on' || !/^(?:went|goes|gone)$/u.test(lowerAt(tokens, at - 3)))
        return unasserted(at - 1);
      return { mood: 'asserted', from: at - 3 };
    }
    if (BE.has(word)) mood = form === 'participle' && mood === 'asserted' ? 'asserted' : 'passive';
    else if (!HAVE.has(word) && !DO.has(word)) break;
    from = at - 1;
  }
  return { mood, from };
};
