import { findMentions } from '../../attribution/people/names.ts';
import { isWritingNoun, PREPOSITIONS } from '../../attribution/words/lexicon.ts';
import { SPEECH_VERBS } from '../../attribution/words/speech-verbs.ts';
import { lowerAt } from '../../attribution/words/tokens.ts';
import { type AskedFrame, isBe } from './asked-frame.ts';
import { type LeaningPronoun, MINDS, type PronounClass } from './find-pronoun.ts';
import { isPlural, type Referent, type ReferentKind } from './referents.ts';
import { isSame, type Remembered } from './remember-answer.ts';

const KINDS: Readonly<Record<PronounClass, readonly ReferentKind[]>> = {
  he: ['male', 'person', 'name'],
  she: ['female', 'person', 'name'],
  they: ['several', 'body'],
  them: ['several'],
  it: ['body', 'thing', 'name'],
};

/**
 * Whom or what the pronoun means: the only one that fits of those whom the earlier question names or whom its answer
 * names as "who", else the speaker of what was quoted. Undefined in any doubt.
 */
export function findReferent(
  meant: LeaningPronoun,
  frame: AskedFrame,
  remembered: Remembered,
): Referent | undefined {
  const { frame: before, named, answered, speaker } = remembered;
  if (mayMeanOther(meant, remembered)) return undefined;
  if (mayBeNamed(frame, meant)) return undefined;
  for (const tier of [[...named, ...(answered ? [answered] : [])], speaker ? [speaker] : []]) {
    const fits = tier.map((referent) => ({ referent, fit: fitOf(referent, meant, before) }));
    if (fits.some(({ fit }) => fit === 'perhaps')) return undefined;
    const fitting = distinct(fits.flatMap(({ referent, fit }) => (fit === 'yes' ? [referent] : [])));
    if (fitting.length === 0) continue;
    return fitting.length === 1 ? fitting[0] : undefined;
  }
  return undefined;
}

/** Whether "it" or "they" may mean something that the earlier question names in words we have not read as a name. */
function mayMeanOther(
  { pronoun, speaks, isGenitive }: LeaningPronoun,
  { frame, unread }: Remembered,
): boolean {
  if (pronoun === 'they' || pronoun === 'them') return unread.some(isPlural);
  // Of "what sank the Aurora?" it may be what sank her.
  const isOpen = frame && frame.aux === undefined && lowerAt(frame.tokens, 0) !== 'who';
  const hasUnknown = unread.length > 0 && frame?.tokens.some(({ lower }) => lower === 'a' || lower === 'an');
  return pronoun === 'it' && (isOpen || hasUnknown || (!speaks && !isGenitive && unread.length > 1));
}

/** `perhaps`: no other can be meant for certain. */
function fitOf(
  { text, kind, speaks, isSubject, isNested, isPart }: Referent,
  { pronoun, speaks: wantsSpeaker, isGenitive }: LeaningPronoun,
  before: AskedFrame | undefined,
): 'yes' | 'no' | 'perhaps' {
  if (!KINDS[pronoun].includes(kind) || (wantsSpeaker && !speaks)) return 'no';
  if (isNested && kind !== 'person') return 'no';
  // Of "the population of Warsaw" it may be either.
  if (isPart && /^(?:it|they)$/u.test(pronoun)) return 'perhaps';
  const { tokens = [], aux = -1, asked } = before ?? {};
  const word = lowerAt(tokens, 0);
  // "Who is Garver?" asks for a person, and other questions where one word is a name for either.
  const asksWhoIs = word === 'who' && isBe(lowerAt(tokens, aux));
  if (kind === 'name') return (pronoun === 'it' ? word !== 'who' : asksWhoIs) ? 'yes' : 'perhaps';
  // "Bretton Woods" is read as a person's name.
  if (kind === 'person' && /^\p{Lu}/u.test(text) && !asksWhoIs && !isSubject) return 'perhaps';
  if (pronoun !== 'it' || wantsSpeaker || isGenitive) return 'yes';
  // Of "what did the ministry say?" what it said may be meant, unless it speaks again.
  const isSaid = tokens.slice(asked?.to).some(({ lower }) => SPEECH_VERBS.has(lower) || MINDS.has(lower));
  const isSpeaker = kind === 'body' && !isWritingNoun(text.split(' ').at(-1) ?? '');
  return word === 'what' && isSaid && isSpeaker ? 'perhaps' : 'yes';
}

const distinct = (referents: readonly Referent[]): readonly Referent[] =>
  referents.filter((each, at) => !referents.slice(0, at).some((before) => isSame(each, before)));

/** Whether the pronoun may mean a person whom the question itself names: not one behind it, and behind "about" or "to". */
function mayBeNamed({ tokens }: AskedFrame, { at, pronoun }: LeaningPronoun): boolean {
  if (pronoun === 'it') return false;
  return findMentions(tokens.slice(1))
    .filter(({ unsure, fullName }) => unsure !== true || fullName !== undefined)
    .some(({ span }) => {
      const token = tokens.findIndex(({ start }) => start === span.start);
      return token <= at || !PREPOSITIONS.has(lowerAt(tokens, token - 1));
    });
}
