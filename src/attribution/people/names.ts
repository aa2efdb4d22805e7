import type { Span } from '../../text/span.ts';
import { appositionEnd } from './appositions.ts';
import {
  bare,
  DETERMINERS,
  FEMALE_NAMES,
  FEMALE_TITLES,
  isImpersonal,
  isPersonNoun,
  isWritingNoun,
  MALE_NAMES,
  MALE_TITLES,
  NAME_PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  TITLES,
} from '../words/lexicon.ts';
import { isNameWord, nameStart } from '../words/name-words.ts';
import { lowerAt, spanOf, type Token, type TokenRange } from '../words/tokens.ts';

/** `person`: whether a man or a woman is unknown. */
export type Gender = 'male' | 'female' | 'person';

/** A person's name in a paragraph. */
export interface Mention {
  readonly span: Span;
  /** In lower case, as the full name is. */
  readonly surname: string;
  /** Given name and surname, when both are there. */
  readonly fullName?: string;
  readonly gender: Gender;
  /** One word that a place or a sentence's start may have given its capital. */
  readonly unsure?: boolean;
}

/** A run of name words, without "of", "the" and "and". */
const nameEnd = (tokens: readonly Token[], from: number): number => {
  let at = from;
  for (;;) {
    if (isNameWord(tokens[at])) at += 1;
    else if (NAME_PARTICLES.has(lowerAt(tokens, at))) at += 1;
    else return at;
  }
};

/** Without the titles and offices before it: "Army Col. Chris Garver" is "Chris Garver". */
const coreStart = (tokens: readonly Token[], { from, to }: TokenRange): number => {
  for (let at = to - 2; at >= from; at -= 1) {
    const word = bare(lowerAt(tokens, at));
    if (TITLES.has(word) || isPersonNoun(word)) return at + 1;
  }
  return from;
};

/** `given`: the first of several words of a name; one word may be a surname. */
const genderOf = (tokens: readonly Token[], given = ''): Gender => {
  for (const { lower } of tokens) {
    const word = bare(lower);
    if (MALE_TITLES.has(word) || /(?:spokes|chair)man$/u.test(word)) return 'male';
    if (FEMALE_TITLES.has(word) || word.endsWith('woman')) return 'female';
  }
  if (FEMALE_NAMES.has(given)) return 'female';
  return MALE_NAMES.has(given) ? 'male' : 'person';
};

/** The person that a run of name words names, if they can name one. */
const readName = (tokens: readonly Token[], range: TokenRange): Mention | undefined => {
  const { from, to } = range;
  const core = coreStart(tokens, range);
  const words = tokens.slice(core, to);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined || words.length > 5) return undefined;
  const common = words.some(({ lower }) => isImpersonal(bare(lower)) || isPersonNoun(bare(lower)));
  if (common || /\d/u.test(last.text)) return undefined;
  const gender = genderOf(tokens.slice(from, to), words.length > 1 ? first.lower : undefined);
  const titled = core > from;
  const before = tokens[from - 1];
  const bareWord = words.length === 1 && !titled;
  const span = spanOf(tokens, range);
  const placed = /^(?:in|at|from|to|of|near|the|across|outside|around|since|during|until)$/u.test(
    before?.lower ?? '',
  );
  if (bareWord && (placed || before === undefined || before.kind === 'border')) {
    return { span, surname: bare(last.lower), unsure: true, gender };
  }
  if (before?.lower === 'the' && !titled) return undefined;
  return {
    span,
    surname: bare(last.lower),
    ...(words.length > 1 && { fullName: `${bare(first.lower)} ${bare(last.lower)}` }),
    gender,
  };
};

/** Where persons are named in a sentence, outside its quotations, in order. */
export const findMentions = (tokens: readonly Token[]): Mention[] => {
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    // "Meeting Ann Lee was hard."
    const verb = at === 0 && /[a-z]{3}ing$/u.test(tokens[at]?.text ?? '') && isNameWord(tokens[at + 1]);
    if (verb || !isNameWord(tokens[at])) continue;
    const to = nameEnd(tokens, at);
    const name = readName(tokens, { from: at, to });
    if (name !== undefined) {
      const end = tokens[appositionEnd(tokens, to, tokens.length) - 1]?.end ?? name.span.end;
      mentions.push({ ...name, span: { start: name.span.start, end: Math.max(end, name.span.end) } });
    }
    at = Math.max(at, to - 1);
  }
  return mentions;
};

/** What a speaker's words are: a pronoun, a name, or a noun for one, for several, for a body or a writing. */
export type SpeakerWords =
  | { readonly kind: 'pronoun'; readonly word: string }
  | { readonly kind: 'name'; readonly name: Mention }
  | { readonly kind: Gender | 'several' | 'body' | 'other' };

/** Of ", chairwoman of the board that hired Mr. Lee": what is said of the one before, without the titles of others. */
const officesIn = (tokens: readonly Token[]): readonly Token[] => {
  const clause = tokens.findIndex(({ lower }) => /^(?:who|whose|that|which)$/u.test(lower));
  return tokens
    .slice(0, clause === -1 ? tokens.length : clause)
    .filter(({ lower }) => !TITLES.has(bare(lower)));
};

/** Reads the speaker's words up to the first comma or preposition. */
export const readSpeakerWords = (tokens: readonly Token[], range: TokenRange): SpeakerWords => {
  const { from } = range;
  const close = tokens
    .slice(from, range.to)
    .findIndex(({ kind, lower }, index) => kind === 'comma' || (index > 0 && PREPOSITIONS.has(lower)));
  const to = close === -1 ? range.to : from + close;
  const first = lowerAt(tokens, from);
  const pronoun = PRONOUNS.has(first) || /^(?:this|that|these|those)$/u.test(first);
  if (pronoun && range.to - from === 1) return { kind: 'pronoun', word: first };
  const name = headName(tokens, { from, to });
  const gender = genderOf([...tokens.slice(from, to), ...officesIn(tokens.slice(to, range.to))]);
  if (name !== undefined) return { kind: 'name', name: gender === 'person' ? name : { ...name, gender } };
  const head = tokens[to - 1];
  const word = bare(head?.lower ?? '');
  const isPerson = isPersonNoun(word);
  if (!isPerson && (isImpersonal(word) || isWritingNoun(word))) return { kind: 'body' };
  // "The senator and candidate" is one person.
  const link = tokens.slice(from, to).findLastIndex(({ lower }) => lower === 'and' || lower === '&');
  const joined = link !== -1 && (!isPerson || DETERMINERS.has(lowerAt(tokens, from + link + 1)));
  if (joined || (isPerson && /(?:[^s]s|men|people)$/u.test(word))) return { kind: 'several' };
  return { kind: isPerson ? gender : 'other' };
};

const headName = (tokens: readonly Token[], { from, to }: TokenRange): Mention | undefined => {
  if (tokens.slice(from, to).some(({ lower }) => lower === 'and' || lower === '&')) return undefined;
  const start = nameStart(tokens, { from, to });
  if (start >= to || /'s?$/u.test(lowerAt(tokens, to - 1))) return undefined;
  return readName(tokens.slice(from, to), { from: start - from, to: to - from });
};
