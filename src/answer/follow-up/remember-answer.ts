import { findAttributions } from '../../attribution/speech/attributions.ts';
import { type Mention, readSpeakerWords } from '../../attribution/people/names.ts';
import { PREPOSITIONS, SUBORDINATORS } from '../../attribution/words/lexicon.ts';
import { isEnglish } from '../../text/language-tag.ts';
import { slice } from '../../text/span.ts';
import type { Answer, Passage } from '../answer.ts';
import { type AskedFrame, isClosed, readFrame, tokensOf, withoutEnd } from './asked-frame.ts';
import { asPerson, readNames, withCapitals } from './passage-names.ts';
import { isPlural, kindOf, phraseAt, type Referent, readReferents } from './referents.ts';

/** What a question was answered with, as far as the next question may lean on it. Texts only: it keeps no report alive. */
export interface Remembered {
  /** Absent where it is no single English question. */
  readonly frame?: AskedFrame;
  /** Of the question. */
  readonly named: readonly Referent[];
  /** Words of the question that may name something else. */
  readonly unread: readonly string[];
  /** Who is named as the answer to "who". */
  readonly answered?: Referent;
  readonly speaker?: Referent;
  /** Whether a sentence was quoted: "who said that" means something. */
  readonly isQuoted: boolean;
  /** What its speaker says in it, in full: "the convoys were struck"; absent where the sentence reports nothing. */
  readonly reported?: string;
}

/** UTF-16 units: a longer sentence or statement is left alone. */
const LONGEST_SENTENCE = 800;
const LONGEST_STATEMENT = 110;
const LONGEST_NAME = 60;

/** @param question as it was read, when it was completed */
export function rememberAnswer(question: string, answer: Answer): Remembered {
  const names = readNames(answer.kind === 'none' ? [] : answer.passages);
  const frame = readFrame(withCapitals(question, names));
  const { named, unread } = frame ? readReferents(frame) : { named: [], unread: [] };
  const passage = answer.kind === 'quoted' && !answer.tied ? answer.passages[0] : undefined;
  const sentence = passage && sentenceOf(passage);
  const answered = passage && frame && answeredIn(passage, frame);
  const speaker = passage && speakerIn(passage);
  const reported = sentence === undefined ? undefined : reportedIn(sentence);
  return {
    ...(frame && { frame }),
    named: named.map((referent) => asPerson(referent, names)),
    unread,
    ...(answered && { answered }),
    ...(speaker && { speaker }),
    isQuoted: sentence !== undefined,
    ...(reported !== undefined && { reported }),
  };
}

/** Whether both may be one: one has all the words of the other. */
export function isSame(one: Pick<Referent, 'text'>, other: Pick<Referent, 'text'>): boolean {
  const words = one.text.toLowerCase().split(/\s+/u);
  const others = other.text.toLowerCase().split(/\s+/u);
  return words.every((word) => others.includes(word)) || others.every((word) => words.includes(word));
}

function sentenceOf({ report, sentence }: Passage): string | undefined {
  const text = sentence && isEnglish(report.language) ? slice(report.body, sentence) : '';
  return text === '' || text.length > LONGEST_SENTENCE ? undefined : text.replaceAll(/\s+/gu, ' ');
}

/** Without what stands behind a comma, without "'s", and of a full name without titles. */
function person(words: string, kind: Referent['kind'], { fullName }: Partial<Mention> = {}): Referent {
  const text = (words.split(/,\s|\(/u)[0] ?? '').trimEnd().replace(/['’]s?$/u, '');
  const given = fullName?.split(' ')[0];
  const start = given === undefined ? 0 : Math.max(0, text.toLowerCase().lastIndexOf(given));
  return {
    text: text.slice(start),
    kind,
    speaks: true,
    isSubject: true,
    isNested: false,
    isPart: false,
  };
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
  const isSubject = kind === 'male' || kind === 'female' || kind === 'person';
  return { ...person(words, kind), speaks: kind !== 'thing', isSubject };
}

/** What the sentence reports, as it is put behind "that". */
function reportedIn(sentence: string): string | undefined {
  const found = findAttributions(sentence, tokensOf(sentence)).find(
    // "Warned of the impact" reports no clause; "the tax is new, the Treasury said" does.
    ({ kind, span }) =>
      kind === 'reported' && (span.start === 0 || /\bthat\s$/u.test(sentence.slice(0, span.start))),
  );
  // "Unless countries act, they say, the world could suffer" is cut at "they say".
  if (!found || SUBORDINATORS.has(/^\p{L}*/u.exec(slice(sentence, found.span))?.[0].toLowerCase() ?? ''))
    return undefined;
  const reported = uncapitalised(withoutEnd(slice(sentence, found.span)), isClosed);
  return reported.length <= LONGEST_STATEMENT ? reported : undefined;
}

/** With a small first letter where the first word is no name, as `isCommon` tells of it in lower case. */
function uncapitalised(text: string, isCommon: (word: string) => boolean): string {
  const first = /^[\p{L}'’-]*/u.exec(text)?.[0] ?? '';
  const hasOne = /^\p{Lu}[^\p{Lu}]*$/u.test(first);
  return hasOne && isCommon(first.toLowerCase()) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
