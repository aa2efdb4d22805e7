import { findMentions } from '../../attribution/people/names.ts';
import { PREPOSITIONS } from '../../attribution/words/lexicon.ts';
import { lowerAt } from '../../attribution/words/tokens.ts';
import { slice } from '../../text/span.ts';
import type { AskedFrame } from './asked-frame.ts';
import type { LeaningPronoun, PronounClass } from './find-pronoun.ts';
import type { Referent, ReferentKind } from './referents.ts';
import { isSame, type Remembered } from './remember-answer.ts';

const KINDS: Readonly<Record<PronounClass, readonly ReferentKind[]>> = {
  he: ['male', 'person', 'name'],
  she: ['female', 'person', 'name'],
  they: ['several', 'body'],
  it: ['body', 'thing', 'name'],
  there: ['thing', 'name', 'body'],
};

/**
 * Whom or what the pronoun means: the only one that fits of those whom the earlier question names or whom its answer
 * names as "who", else the speaker of what was quoted, else the only person in it. Undefined in any doubt.
 */
export function findReferent(
  meant: LeaningPronoun,
  frame: AskedFrame,
  remembered: Remembered,
): Referent | undefined {
  const { named, answered, speaker, mentioned } = remembered;
  const asked = remembered.frame?.tokens[0]?.lower ?? '';
  const first = [...named, ...(answered ? [answered] : [])];
  // "It" is the body that spoke only where something is said: what is paid is the tax, not the Treasury.
  const speakers = speaker && (meant.pronoun !== 'it' || meant.speaks) ? [speaker] : [];
  const tiers = [first, speakers, mentioned];
  // Of "what sank the Aurora?" either may be meant, what sank it or the Aurora.
  const isOpen = meant.pronoun === 'it' && remembered.frame?.aux === undefined && asked !== 'who';
  if (isOpen) return undefined;
  const others = otherPersons(frame, meant);
  if (others === 'unclear') return undefined;
  for (const tier of tiers) {
    const fitting = distinct(tier.filter((referent) => fits(referent, meant, asked)));
    if (fitting.length === 0) continue;
    const only = fitting.length === 1 ? fitting[0] : leader(fitting, meant);
    return only && !others.some((other) => isSame({ text: other }, only)) ? only : undefined;
  }
  return undefined;
}

function fits(
  { kind, speaks, isPlace, isNested }: Referent,
  { pronoun, speaks: wantsSpeaker }: LeaningPronoun,
  asked: string,
): boolean {
  if (!KINDS[pronoun].includes(kind) || (wantsSpeaker && !speaks)) return false;
  if (pronoun === 'there') return isPlace;
  if (kind !== 'name') return !(isNested && (pronoun === 'it' || pronoun === 'they'));
  // "What is Fallujah?" asks for no person, "who is Garver?" for no thing, and "the mayor of Lisbon" names one person.
  const mayBePerson = !isPlace && !isNested && asked !== 'where' && asked !== 'what';
  return pronoun === 'it' ? asked !== 'who' && !isNested : mayBePerson;
}

/** Of things or groups the subject is meant, unless "it" may be a thing of its own as well; of two persons nobody for certain. */
function leader(fitting: readonly Referent[], { pronoun }: LeaningPronoun): Referent | undefined {
  if (pronoun === 'it' && fitting.some(({ isSubject, isPlace }) => !isSubject && !isPlace)) return undefined;
  return pronoun === 'it' || pronoun === 'they' ? fitting.find(({ isSubject }) => isSubject) : undefined;
}

const distinct = (referents: readonly Referent[]): readonly Referent[] =>
  referents.filter((each, at) => !referents.slice(0, at).some((before) => isSame(each, before)));

/** Persons whom the question itself names, which the pronoun cannot mean: behind it, and behind "about" or "to". */
function otherPersons(
  { text, tokens }: AskedFrame,
  { at, pronoun }: LeaningPronoun,
): readonly string[] | 'unclear' {
  if (pronoun === 'it' || pronoun === 'there') return [];
  const persons = findMentions(tokens.slice(1)).filter(
    ({ unsure, fullName }) => unsure !== true || fullName !== undefined,
  );
  const isClear = persons.every(({ span }) => {
    const token = tokens.findIndex(({ start }) => start === span.start);
    return token > at && PREPOSITIONS.has(lowerAt(tokens, token - 1));
  });
  return isClear ? persons.map(({ span }) => slice(text, span)) : 'unclear';
}
