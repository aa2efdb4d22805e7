import { skipAdverbialsBefore } from './adverbials.ts';
import { BE, DO, HAVE, MODALS, NEGATIONS } from './lexicon.ts';
import type { SpeechVerb } from './speech-verbs.ts';
import type { Token } from './tokens.ts';

export interface VerbGroup {
  readonly mood: 'said' | 'passive' | 'unsaid';
  /** Index of its first token: an auxiliary, or the verb. */
  readonly from: number;
}

const UNSAID = (from: number): VerbGroup => ({ mood: 'unsaid', from });

/** Reads the auxiliaries before a verb: "has said", "was told", "did not say", "would say", "to say". */
export const readVerbGroup = (
  tokens: readonly Token[],
  verb: number,
  form: SpeechVerb['form'],
  floor: number,
): VerbGroup => {
  let from = verb;
  let mood: VerbGroup['mood'] = 'said';
  let helped = false;
  for (let steps = 0; steps < 6; steps += 1) {
    const at = skipAdverbialsBefore(tokens, from, floor);
    const word = tokens[at - 1]?.lower ?? '';
    if (at - 1 < floor || tokens[at - 1]?.kind !== 'word') break;
    if (NEGATIONS.has(word) || MODALS.has(word)) return UNSAID(at - 1);
    if (word === 'to') {
      const before = tokens[at - 2]?.lower ?? '';
      if (before !== 'on' || !/^(?:went|goes|gone)$/u.test(tokens[at - 3]?.lower ?? ''))
        return UNSAID(at - 1);
      return { mood: 'said', from: at - 3 };
    }
    if (BE.has(word)) mood = form === 'participle' && mood === 'said' ? 'said' : 'passive';
    else if (!HAVE.has(word) && !DO.has(word)) break;
    helped = true;
    from = at - 1;
  }
  // "never said", "hardly said": adverbs that deny stand among those skipped.
  for (let at = skipAdverbialsBefore(tokens, from, floor); at < verb; at += 1) {
    if (NEGATIONS.has(tokens[at]?.lower ?? '')) return UNSAID(at);
  }
  if (form === 'plural' && !helped && /^(?:and|or|not)$/u.test(tokens[from - 1]?.lower ?? ''))
    return UNSAID(from);
  return { mood, from };
};
