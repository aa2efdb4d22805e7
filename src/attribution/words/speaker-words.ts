import { isAcronym, type Mention, readName } from '../people/names.ts';
import {
  bare,
  DETERMINERS,
  isImpersonal,
  isPersonNoun,
  isWritingNoun,
  PREPOSITIONS,
  PRONOUNS,
} from './lexicon.ts';
import { headOf, nameStart } from './name-words.ts';
import { lowerAt, type Token, type TokenRange } from './tokens.ts';

/** What kind of words a speaker's words are. */
export type SpeakerWords =
  | { readonly kind: 'pronoun'; readonly word: string }
  | { readonly kind: 'person'; readonly name: Mention }
  | { readonly kind: 'body' }
  | { readonly kind: 'other' };

/** Reads the speaker's words: up to the first comma they are a name, or a phrase with a noun. */
export const readSpeakerWords = (tokens: readonly Token[], range: TokenRange): SpeakerWords => {
  const comma = tokens.slice(range.from, range.to).findIndex(({ kind }) => kind === 'comma');
  const to = comma === -1 ? range.to : range.from + comma;
  const first = lowerAt(tokens, range.from);
  const pronoun = PRONOUNS.has(first) || /^(?:this|that|these|those)$/u.test(first);
  if (pronoun && range.to - range.from === 1) return { kind: 'pronoun', word: first };
  const name = headName(tokens, { from: range.from, to });
  if (name !== undefined) return { kind: 'person', name };
  const head = headOf(tokens, { from: range.from, to });
  const word = bare(head?.lower ?? '');
  if (
    head !== undefined &&
    (isImpersonal(word) || isWritingNoun(word) || isAcronym(head)) &&
    !isPersonNoun(word)
  )
    return { kind: 'body' };
  return { kind: 'other' };
};

const headName = (tokens: readonly Token[], { from, to }: TokenRange): Mention | undefined => {
  if (tokens.slice(from, to).some(({ lower }) => lower === 'and' || lower === '&')) return undefined;
  const start = nameStart(tokens, { from, to });
  if (start >= to || /'s?$/u.test(lowerAt(tokens, to - 1))) return undefined;
  const before = lowerAt(tokens, start - 1);
  if (start > from && (PREPOSITIONS.has(before) || DETERMINERS.has(before))) return undefined;
  return readName(tokens.slice(from, to), { from: start - from, to: to - from });
};
