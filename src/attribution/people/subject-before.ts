import { isAge, isApposition, isFreeApposition, isPlace } from './appositions.ts';
import {
  MAX_WORDS,
  NOBODY_SPOKE,
  phraseStart,
  readNounPhrase,
  type Subject,
  UNKNOWN,
} from './noun-phrases.ts';
import { afterOpening } from './openings.ts';
import { skipAdverbialsBefore } from '../words/adverbials.ts';
import { ADVERBS, bare, CONDITIONALS, isPersonNoun, isSpeakerNoun } from '../words/lexicon.ts';
import { isCapital, isName, isNameWord, isPronoun, isVerbLike, namesSpeaker } from '../words/name-words.ts';
import { lowerAt, type Token, type TokenRange } from '../words/tokens.ts';

/** ", who said" and " who said": the words before are the subject. */
const readRelative = (tokens: readonly Token[], who: number, floor: number): Subject => {
  const to = tokens[who - 1]?.kind === 'comma' ? who - 1 : who;
  const from = phraseStart(tokens, to, floor);
  let start = from;
  // Of "He met Ann Lee, who said": only the name is certain.
  while (start < to && !isName(tokens, { from: start, to })) start += 1;
  if (start >= to) return UNKNOWN;
  const whole = start === from || !isSpeakerNoun(bare(lowerAt(tokens, start - 1)));
  return whole ? { kind: 'speaker', range: { from: start, to } } : UNKNOWN;
};

/** Whether "director of the mill" of "Ann Lee, director of the mill, who" says more of a name before; so "Ohio" of ", of York, Ohio". */
const isAside = (tokens: readonly Token[], range: TokenRange, floor: number): boolean => {
  const comma = range.from - 1;
  if (comma <= floor || tokens[comma]?.kind !== 'comma') return false;
  if (isApposition(tokens, range) && !isName(tokens, range))
    return isNameWord(tokens[comma - 1]) || isAge(tokens, { from: comma - 1, to: comma });
  return isPlace(tokens, range) && /^(?:of|from)$/u.test(lowerAt(tokens, phraseStart(tokens, comma, floor)));
};

/** "Ann Lee, the mayor of York, said": back over the commas to the name. */
const readCommas = (tokens: readonly Token[], comma: number, floor: number): Subject | undefined => {
  let chunkEnd = comma;
  let withApposition = false;
  let placeAtEnd = false;
  for (let round = 0; round < 4; round += 1) {
    let previous = chunkEnd - 1;
    while (previous >= floor && comma - previous <= 2 * MAX_WORDS && tokens[previous]?.kind !== 'comma') {
      previous -= 1;
    }
    if (previous < floor || tokens[previous]?.kind !== 'comma') return undefined;
    const chunk = { from: previous + 1, to: chunkEnd };
    const apposition = isApposition(tokens, chunk) || isFreeApposition(tokens, chunk);
    const place = isPlace(tokens, chunk);
    if (place && !withApposition) placeAtEnd = true;
    if (apposition) withApposition = true;
    const from = phraseStart(tokens, previous, floor);
    const head = readNounPhrase(tokens, from, previous);
    const last = tokens[previous - 1];
    const noun = bare(last?.lower ?? '');
    const named =
      isNameWord(last) ||
      (lowerAt(tokens, chunk.from) === 'who' && isSpeakerNoun(noun)) ||
      (place && isPersonNoun(noun));
    const aside = ADVERBS.has(lowerAt(tokens, chunk.from)) && !withApposition;
    if (head.kind === 'speaker' && (named || aside) && !isAside(tokens, { from, to: previous }, floor)) {
      const whole =
        withApposition || (place && !isNameWord(last)) || (placeAtEnd && head.range.to - head.range.from > 1);
      return whole ? { kind: 'speaker', range: { from: head.range.from, to: comma } } : head;
    }
    chunkEnd = previous;
  }
  return undefined;
};

/** The subject that ends right before token `to`; nothing before token `floor` belongs to it. */
export const subjectBefore = (tokens: readonly Token[], to: number, floor: number): Subject => {
  const end = skipAdverbialsBefore(tokens, to, floor);
  const last = tokens[end - 1];
  if (last === undefined || end <= floor) return UNKNOWN;
  if (last.kind === 'comma') return readCommas(tokens, end - 1, floor) ?? UNKNOWN;
  if (last.kind === 'close' || last.kind === 'dash') {
    const opener = last.kind === 'close' ? 'open' : 'dash';
    let open = end - 2;
    while (open > floor && end - open < 20 && tokens[open]?.kind !== opener) open -= 1;
    if (tokens[open]?.kind !== opener || open <= floor) return UNKNOWN;
    return readNounPhrase(tokens, phraseStart(tokens, open, floor), open);
  }
  if (last.lower === 'who') return readRelative(tokens, end - 1, floor);
  const from = phraseStart(tokens, end, floor);
  const before = lowerAt(tokens, from - 1);
  if (from > floor && CONDITIONALS.has(before)) return NOBODY_SPOKE;
  const opened = from > floor && /^(?:after|before|since|until)$/u.test(before);
  const start = opened ? afterOpening(tokens, { from, to: end }) : from;
  if (start === undefined) return UNKNOWN;
  const subject = readNounPhrase(tokens, start, end);
  if (subject.kind !== 'speaker' || tokens[from - 1]?.kind !== 'comma') return subject;
  return withList(tokens, subject.range, from, floor);
};

/** "Lee, Park and Cho said": the names before the comma belong to it. */
const withList = (tokens: readonly Token[], range: TokenRange, from: number, floor: number): Subject => {
  const joined = range.from === from && tokens.slice(from, range.to).some(({ lower }) => lower === 'and');
  const start = phraseStart(tokens, from - 1, floor);
  const opens = start === floor || /^(?:border|quote)$/u.test(tokens[start - 1]?.kind ?? 'border');
  const whole = joined && opens && isName(tokens, { from: start, to: from - 1 });
  return { kind: 'speaker', range: whole ? { from: start, to: range.to } : range };
};

/**
 * The subject of the sentence that begins at `from`, for a verb that shares it ("Lee left, saying ..."). Only a name, a
 * pronoun or a noun for a speaker right before the first verb is certain.
 */
export const sentenceSubject = (tokens: readonly Token[], from: number, limit: number): Subject => {
  let verb = from;
  while (verb < limit && verb - from <= MAX_WORDS) {
    const token = tokens[verb];
    if (token === undefined || token.kind === 'border') return UNKNOWN;
    const isVerb = token.kind === 'word' && verb > from && isVerbLike(token.lower) && !isCapital(token);
    // Of "Lee, the cook who left, said" the first verb is only the cook's.
    const restricts =
      /^(?:who|which|that)$/u.test(lowerAt(tokens, verb - 1)) && tokens[verb - 2]?.kind !== 'comma';
    if (isVerb && !restricts) break;
    verb += 1;
  }
  if (verb >= limit || verb - from > MAX_WORDS) return UNKNOWN;
  const subject = subjectBefore(tokens, lowerAt(tokens, verb - 1) === 'never' ? verb - 1 : verb, from);
  if (subject.kind !== 'speaker') return subject;
  const { from: start, to } = subject.range;
  const comma = tokens.slice(start, to).findIndex(({ kind }) => kind === 'comma');
  const range = { from: start, to: comma === -1 ? to : start + comma };
  const sure = isPronoun(tokens, range) || namesSpeaker(tokens, range);
  return sure ? subject : UNKNOWN;
};
