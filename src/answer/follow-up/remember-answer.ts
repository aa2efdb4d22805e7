import { findAttributions } from '../../attribution/speech/attributions.ts';
import { findMentions, type Mention, readSpeakerWords } from '../../attribution/people/names.ts';
import { DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS } from '../../attribution/words/lexicon.ts';
import { lowerAt } from '../../attribution/words/tokens.ts';
import { isEnglish } from '../../text/language-tag.ts';
import { slice } from '../../text/span.ts';
import type { Answer, Passage } from '../answer.ts';
import { type AskedFrame, isBe, readFrame, tokensOf, withoutEnd } from './asked-frame.ts';
import { isPlural, kindOf, phraseAt, type Referent, referentsIn } from './referents.ts';

/** What a question was answered with, as far as the next question may lean on it. Texts only: it keeps no report alive. */
export interface Remembered {
  /** Absent where it is no single English question. */
  readonly frame?: AskedFrame;
  /** Of the question. */
  readonly named: readonly Referent[];
  /** Who is named as the answer to "who". */
  readonly answered?: Referent;
  readonly speaker?: Referent;
  /** Persons of the quoted sentence. */
  readonly mentioned: readonly Referent[];
  /** The quoted sentence as a clause: "the convoys were struck". */
  readonly statement?: string;
  /** What its speaker says in it, in full; absent where the sentence reports nothing. */
  readonly reported?: string;
}

/** UTF-16 units: a longer sentence is left alone, and a longer statement cut at a word. */
const LONGEST_SENTENCE = 800;
const LONGEST_STATEMENT = 110;
const LONGEST_NAME = 60;

/** @param question as it was read, when it was completed */
export function rememberAnswer(question: string, answer: Answer): Remembered {
  const frame = readFrame(question);
  const passage =
    answer.kind === 'quoted' && !answer.tied && !answer.contrary ? answer.passages[0] : undefined;
  const sentence = passage && sentenceOf(passage);
  const mentioned = sentence === undefined ? [] : personsIn(sentence);
  const speaker = passage && speakerIn(passage);
  const named = frame === undefined ? [] : referentsIn(frame);
  const known = [...(speaker ? [speaker] : []), ...mentioned];
  const words = new Set(question.toLowerCase().split(/[^\p{L}\p{N}-]+/u));
  const others = known.filter(
    (person) => words.has(surnameOf(person)) && !named.some((other) => isSame(person, other)),
  );
  // "Who is chris garver" asks for nobody else.
  const asksWhoIs = others.length > 0 && isBe(lowerAt(frame?.tokens ?? [], frame?.aux ?? -1));
  const answered = passage && frame && !asksWhoIs ? answeredIn(passage, frame) : undefined;
  return {
    ...(frame && { frame }),
    named: [...named, ...others],
    ...(answered && { answered }),
    ...(speaker && { speaker }),
    mentioned,
    ...(sentence !== undefined && statementsOf(sentence)),
  };
}

/** Whether both may be one: one has all the words of the other. */
export function isSame(one: Pick<Referent, 'text'>, other: Pick<Referent, 'text'>): boolean {
  const words = one.text.toLowerCase().split(/\s+/u);
  const others = other.text.toLowerCase().split(/\s+/u);
  return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
}

/** In small letters: people write names without capitals. */
const surnameOf = ({ text }: Referent): string => text.split(/\s+/u).at(-1)?.toLowerCase() ?? '';

function sentenceOf({ report, sentence }: Passage): string | undefined {
  const text = sentence && isEnglish(report.language) ? slice(report.body, sentence) : '';
  return text === '' || text.length > LONGEST_SENTENCE ? undefined : text.replaceAll(/\s+/gu, ' ');
}

/** One word may be anything. */
function personsIn(sentence: string): readonly Referent[] {
  const persons = findMentions(tokensOf(sentence)).filter(({ fullName }) => fullName !== undefined);
  return persons.map((mention) => person(slice(sentence, mention.span), mention.gender, mention));
}

/** Without what stands behind a comma, without "'s", and of a full name without titles. */
function person(words: string, kind: Referent['kind'], { fullName }: Partial<Mention> = {}): Referent {
  const text = (words.split(/,\s|\(/u)[0] ?? '').trimEnd().replace(/['’]s?$/u, '');
  const given = fullName?.split(' ')[0];
  const start = given === undefined ? 0 : Math.max(0, text.toLowerCase().lastIndexOf(given));
  return { text: text.slice(start), kind, speaks: true, isSubject: false, isPlace: false, isNested: false };
}

function speakerIn({ report, speaker }: Passage): Referent | undefined {
  if (!speaker || !isEnglish(report.language)) return undefined;
  return readPerson(slice(report.body, speaker));
}

/** Undefined for words that are a pronoun, or nobody we can tell. */
function readPerson(words: string): Referent | undefined {
  const tokens = tokensOf(words).filter(({ kind }) => kind !== 'border');
  const read = readSpeakerWords(tokens, { from: 0, to: tokens.length });
  // "A source" may be a man, a woman or a body.
  if (read.kind === 'pronoun' || read.kind === 'other' || read.kind === 'person') return undefined;
  const found = read.kind === 'name' ? person(words, read.name.gender, read.name) : person(words, read.kind);
  const text = found.text.replace(/^(?:an?|the)\s/iu, 'the ');
  if (text.length > LONGEST_NAME) return undefined;
  return { ...found, text: read.kind === 'several' ? uncapitalised(text, isPlural) : text };
}

/** The words that answer "who did it", when they are people or a body; "who is Garver" asks for no other. */
function answeredIn({ report, answer }: Passage, { tokens, rest }: AskedFrame): Referent | undefined {
  const isWho = tokens[0]?.lower === 'who' && !phraseAt(tokens, rest, false);
  if (!answer || !isWho || !isEnglish(report.language)) return undefined;
  const words = slice(report.body, answer);
  if (words.length > LONGEST_NAME) return undefined;
  const answering = tokensOf(words);
  const link = answering.findIndex(
    ({ lower, kind }, at) => at > 0 && (PREPOSITIONS.has(lower) || kind !== 'word'),
  );
  const range = phraseAt(answering, 0, false) && { from: 0, to: link < 0 ? answering.length : link };
  if (!range) return undefined;
  const kind = answering.some(({ lower }) => lower === 'and') ? 'several' : kindOf(answering, range);
  return { ...person(words, kind), speaks: kind !== 'thing' };
}

/** What the sentence says, as it is put behind "that", and what it reports. */
function statementsOf(sentence: string): Pick<Remembered, 'statement' | 'reported'> {
  const found = findAttributions(sentence, tokensOf(sentence)).find(
    // "Warned of the impact" reports no clause; "the tax is new, the Treasury said" does.
    ({ kind, span }) =>
      kind === 'reported' && (span.start === 0 || /\bthat\s$/u.test(sentence.slice(0, span.start))),
  );
  const reported = found && uncapitalised(withoutEnd(slice(sentence, found.span)), isClosed);
  const isWhole = reported !== undefined && reported.length <= LONGEST_STATEMENT;
  const statement = cut(reported ?? uncapitalised(withoutEnd(sentence), isClosed));
  return { statement, ...(isWhole && { reported }) };
}

const isClosed = (word: string): boolean =>
  word !== 'i' && [DETERMINERS, PREPOSITIONS, PRONOUNS, SUBORDINATORS].some((set) => set.has(word));

/** With a small first letter where the first word is no name, as `isCommon` tells of it in lower case. */
function uncapitalised(text: string, isCommon: (word: string) => boolean): string {
  const first = /^[\p{L}'’-]*/u.exec(text)?.[0] ?? '';
  const hasOne = /^\p{Lu}[^\p{Lu}]*$/u.test(first);
  return hasOne && isCommon(first.toLowerCase()) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Up to the last comma that fits, else the last word. */
function cut(text: string): string {
  if (text.length <= LONGEST_STATEMENT) return text;
  const short = text.slice(0, LONGEST_STATEMENT);
  const comma = short.lastIndexOf(',');
  return short.slice(0, comma > LONGEST_STATEMENT / 2 ? comma : short.lastIndexOf(' '));
}
