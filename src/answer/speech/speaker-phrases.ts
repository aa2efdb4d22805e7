import { isAdverb, isTimeOrNumber, isTimeWord, skipAdverbialsBefore } from './adverbials.ts';
import {
  ADVERBS,
  bare,
  BE,
  CONDITIONALS,
  DETERMINERS,
  FINITE,
  isPersonNoun,
  isSpeakerNoun,
  NAME_LINKS,
  NOBODY,
  OCCASIONS,
  PARTICLES,
  PREPOSITIONS,
  PRONOUNS,
  SUBORDINATORS,
  TITLES,
} from './lexicon.ts';
import { SPEECH_VERBS } from './speech-verbs.ts';
import type { Token } from './tokens.ts';

/** Half-open range of token indexes. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/**
 * Who is the subject of a verb. `speaker`: these words. `unknown`: somebody, but we are not sure in which words.
 * `nobody`: the sentence says that nobody spoke, or only supposes it.
 */
export type Subject =
  | { readonly kind: 'speaker'; readonly range: Range }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'nobody' };

const UNKNOWN: Subject = { kind: 'unknown' };
const NOBODY_SPOKE: Subject = { kind: 'nobody' };
/** A longer subject is more likely a misread sentence. */
const MAX_WORDS = 30;

export const isCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}/u.test(token.text);

/** A capitalised word that may be part of a name: not "The", "On" or "Monday". */
export const isNameWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  isCapital(token) &&
  !DETERMINERS.has(token.lower) &&
  !PRONOUNS.has(token.lower) &&
  !SUBORDINATORS.has(token.lower) &&
  !PREPOSITIONS.has(token.lower) &&
  !(ADVERBS.has(token.lower) || NOBODY.has(token.lower)) &&
  !isTimeWord(token);

const isWord = (token: Token | undefined): token is Token => token?.kind === 'word';

/** Only words of names, with small words between them: "Simon Dach", "Ludwig van Beethoven". */
const isName = (tokens: readonly Token[], { from, to }: Range): boolean => {
  if (to <= from || !isNameWord(tokens[from]) || !isNameWord(tokens[to - 1])) return false;
  return tokens
    .slice(from, to)
    .every((token) => isNameWord(token) || PARTICLES.has(token.lower) || TITLES.has(bare(token.lower)));
};

/** ", the mayor of York" or ", spokesman for the mill" or ", who runs it": tells more of the name before. */
const isApposition = (tokens: readonly Token[], { from, to }: Range): boolean => {
  const chunk = tokens.slice(from, to);
  const first = chunk[0];
  if (
    first === undefined ||
    chunk.length > MAX_WORDS ||
    chunk.some(({ kind }) => kind !== 'word' && kind !== 'quote')
  ) {
    return false;
  }
  if (first.lower === 'who' || first.lower === 'whose') return chunk.length > 2;
  if (
    PREPOSITIONS.has(first.lower) &&
    first.lower !== 'of' &&
    first.lower !== 'from' &&
    first.lower !== 'with'
  )
    return false;
  if (first.lower === 'of' || first.lower === 'from' || first.lower === 'with')
    return isNameWord(chunk.at(-1));
  if (SPEECH_VERBS.has(first.lower) || ADVERBS.has(first.lower) || first.lower.endsWith('ing')) return false;
  // The noun that the chunk turns on stands before its first preposition.
  const link = chunk.findIndex(
    ({ lower }, index) => index > 0 && (PREPOSITIONS.has(lower) || lower === 'who'),
  );
  const head = link === -1 ? chunk : chunk.slice(0, link);
  return head.some(({ lower }) => isSpeakerNoun(bare(lower)) || TITLES.has(bare(lower)));
};

/** Any "a cook from Tulsa": where only an apposition can stand. */
const isFreeApposition = (tokens: readonly Token[], { from, to }: Range): boolean => {
  const chunk = tokens.slice(from, Math.min(to, from + MAX_WORDS));
  const plain = chunk.every(({ kind, lower }) => kind === 'word' && !FINITE.has(lower));
  return plain && chunk.length > 1 && /^(?:a|an|the|his|her|their|its)$/u.test(chunk[0]?.lower ?? '');
};

const isAge = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to - from === 1 && /^\d{1,3}$/u.test(tokens[from]?.text ?? '');

/** "Leeds", "West Yorkshire", "D-Ohio": closes the name of a place or of a party. */
const isPlace = (tokens: readonly Token[], range: Range): boolean =>
  range.to - range.from <= 3 && isName(tokens, range);

const isAside = (tokens: readonly Token[], { from, to }: Range): boolean => {
  const first = tokens[from];
  if (!isWord(first)) return false;
  return (
    ADVERBS.has(first.lower) ||
    first.lower.endsWith('ing') ||
    (PREPOSITIONS.has(first.lower) && to - from <= 12) ||
    isTimeWord(first)
  );
};

const isBoundary = (token: Token): boolean =>
  (token.kind !== 'word' && token.kind !== 'quote' && token.text !== '&' && token.text !== '%') ||
  SUBORDINATORS.has(token.lower) ||
  token.lower === 'which' ||
  token.lower === 'whom' ||
  token.ended === true;

/** Start of the run of words that ends at `to`. */
const segmentStart = (tokens: readonly Token[], to: number, floor: number): number => {
  let from = to;
  while (from > floor && to - from <= MAX_WORDS) {
    const token = tokens[from - 1];
    if (token === undefined) break;
    // "as" and "for" join a name's words ("head for Asia"), but "for" alone also opens a clause: see `trimmed`.
    if (token.lower === 'for' && isWord(tokens[from - 2]) && from - 2 >= floor) from -= 1;
    else if (isBoundary(token)) break;
    else from -= 1;
  }
  return from;
};

/** "On Thursday ", "In a statement ", "Meanwhile ": words before the subject. Undefined when they cannot be told apart. */
const skipOpening = (tokens: readonly Token[], { from, to }: Range): number | undefined => {
  let at = from;
  for (;;) {
    const token = tokens[at];
    if (token === undefined || at >= to) return undefined;
    const next = tokens[at + 1];
    if (/^(?:more|most|as)$/u.test(token.lower) && next?.lower.endsWith('ly') === true) at += 2;
    else if (isAdverb(token) && token.lower !== 'only') at += 1;
    else if (isTimeWord(token) && (at > from || isCapital(token)) && !isGenitive(token)) at += 1;
    else if (
      token.lower === 'the' &&
      next !== undefined &&
      /^(?:next|same|previous|following|day)$/u.test(next.lower)
    )
      at += 2;
    else if (PREPOSITIONS.has(token.lower)) {
      const end = endOfOpening(tokens, at + 1, to);
      if (end === undefined) return undefined;
      at = end;
    } else return at;
  }
};

const isGenitive = (token: Token): boolean => /['’]s?$/u.test(token.lower);

/** Past "a statement" or "2016" or "Monday" after a preposition. A name there would run into the subject. */
const endOfOpening = (tokens: readonly Token[], from: number, to: number): number | undefined => {
  let at = from;
  if (/^\d{4}s?$/u.test(tokens[at]?.text ?? '')) return at + 1;
  if (isTimeWord(tokens[at]) && isCapital(tokens[at])) {
    while (at < to && isTimeOrNumber(tokens[at])) at += 1;
    return at;
  }
  if (!DETERMINERS.has(tokens[at]?.lower ?? '') && !OCCASIONS.has(tokens[at]?.lower ?? '')) return undefined;
  if (DETERMINERS.has(tokens[at]?.lower ?? '')) at += 1;
  const first = at;
  while (at < to && isWord(tokens[at]) && !isCapital(tokens[at]) && !isOpeningWord(tokens[at])) at += 1;
  return at > first && at < to ? at : undefined;
};

const isOpeningWord = (token: Token | undefined): boolean =>
  token !== undefined &&
  (DETERMINERS.has(token.lower) || PREPOSITIONS.has(token.lower) || PRONOUNS.has(token.lower));

/** Where "A and B" really begins: with A when both are speakers, else unsure. */
const joinedStart = (tokens: readonly Token[], range: Range): number | undefined => {
  for (let at = range.to - 1; at > range.from; at -= 1) {
    const token = tokens[at];
    if (token?.lower !== 'and' && token?.text !== '&') continue;
    const left = { from: range.from, to: at };
    const right = { from: at + 1, to: range.to };
    // "the Department of Roads and Bridges" holds its "and"; so does "Marks and Spencer".
    if (isName(tokens, left) || isNameWord(tokens[at - 1])) continue;
    const last = tokens[at - 1];
    const leftIsSpeaker = last !== undefined && isSpeakerNoun(bare(last.lower)) && at - range.from <= 6;
    if (leftIsSpeaker) continue;
    const clause = tokens.slice(range.from, at).some(({ lower }) => isVerbLike(lower));
    return clause &&
      (isName(tokens, right) || DETERMINERS.has(tokens[right.from]?.lower ?? '') || isPronoun(tokens, right))
      ? right.from
      : undefined;
  }
  return range.from;
};

const isPronoun = (tokens: readonly Token[], { from, to }: Range): boolean =>
  to - from === 1 && PRONOUNS.has(tokens[from]?.lower ?? '');

const IRREGULAR =
  /^(?:made|took|gave|went|left|stood|hit|rose|fell|led|met|sat|ran|won|lost|came|became|kept|held|spoke|saw|knew|chose|grew|built|sent|cut|put|set|got|broke|drew|paid|shook|began|brought|thought|felt|sought|fought|read|laid|struck|flew|threw|wore|drove|rode|bought|taught|shot|quit|spent|put)$/u;
export const isVerbLike = (lower: string): boolean =>
  FINITE.has(lower) ||
  IRREGULAR.test(lower) ||
  (/[a-z]{2}ed$/u.test(lower) && !lower.endsWith('eed')) ||
  SPEECH_VERBS.get(lower)?.form === 'past';

/** "the vote Lee" is no name: words before a name that do not tell who it is are left out. */
const withoutStrangers = (tokens: readonly Token[], range: Range): number => {
  let name = range.to;
  while (
    name > range.from &&
    (isNameWord(tokens[name - 1]) ||
      (name < range.to && PARTICLES.has(tokens[name - 1]?.lower ?? '') && isNameWord(tokens[name - 2])))
  ) {
    name -= 1;
  }
  if (name === range.to || name === range.from) return range.from;
  const before = tokens[name - 1];
  if (before === undefined) return range.from;
  const word = bare(before.lower);
  const first = tokens[range.from]?.lower ?? '';
  const joins =
    NAME_LINKS.has(before.lower) || DETERMINERS.has(before.lower) || isSpeakerNoun(word) || TITLES.has(word);
  const adjective =
    !DETERMINERS.has(first) || /(?:er|or|ic|al|an|ed|en|ish|ese)$/u.test(word) || before.kind === 'quote';
  return joins || adjective || isGenitive(before) ? range.from : name;
};

/** Whether one word can be a subject: not "the", "622" or "all". */
const canStandAlone = ({ lower, text }: Token): boolean =>
  /\p{L}/u.test(text) &&
  (PRONOUNS.has(lower) ||
    !DETERMINERS.has(lower) ||
    /^(?:some|many|most|several|few|both|these|those)$/u.test(lower));

/** "completed the", "took his": a verb with its object, where only a noun phrase may stand. */
const holdsVerb = (tokens: readonly Token[], { from, to }: Range): boolean => {
  for (let at = from + 1; at < to - 1; at += 1) {
    const token = tokens[at];
    const next = tokens[at + 1]?.lower ?? '';
    if (token?.lower === 'who') return false;
    if (token?.text === token?.lower && isVerbLike(token?.lower ?? '') && DETERMINERS.has(next)) return true;
  }
  return false;
};

/** A run of words as a subject. */
const readSegment = (tokens: readonly Token[], from: number, to: number): Subject => {
  const opening = skipOpening(tokens, { from, to });
  if (opening === undefined) return UNKNOWN;
  const joined = joinedStart(tokens, { from: opening, to });
  if (joined === undefined) return UNKNOWN;
  const start = withoutStrangers(tokens, { from: joined, to });
  const first = tokens[start];
  if (first === undefined || start >= to) return UNKNOWN;
  // "The said farm": no verb at all.
  if (to - start === 1 && /^(?:a|an|the|his|her|its|their|my|our|your)$/u.test(first.lower))
    return NOBODY_SPOKE;
  if (NOBODY.has(first.lower)) return NOBODY_SPOKE;
  if (CONDITIONALS.has(first.lower) || FINITE.has(first.lower)) return NOBODY_SPOKE;
  if (first.lower.endsWith('ing') && !isNameWord(first)) return UNKNOWN;
  if (to - start > 1 ? PRONOUNS.has(first.lower) && first.lower !== 'one' : !canStandAlone(first))
    return UNKNOWN;
  if (start === from && /^[A-Z][a-z]+(?:ing)$/u.test(first.text) && to - start > 2) return UNKNOWN;
  if (/^(?:us|me|him|them)$/u.test(tokens[to - 1]?.lower ?? '')) return NOBODY_SPOKE;
  if (to - start === 1 && first.text === first.lower && isVerbLike(first.lower)) return UNKNOWN;
  if (holdsVerb(tokens, { from: start, to })) return UNKNOWN;
  let relative = false;
  for (const token of tokens.slice(start, to)) {
    if (/^(?:who|whose)$/u.test(token.lower) && token !== first) relative = true;
    if (
      !relative &&
      (FINITE.has(token.lower) ||
        (SPEECH_VERBS.get(token.lower)?.form === 'past' && token.text === token.lower))
    )
      return UNKNOWN;
    if (token.kind === 'quote' && token === first) return UNKNOWN;
  }
  const last = tokens[to - 1];
  if (
    last === undefined ||
    last.lower === 'who' ||
    PREPOSITIONS.has(last.lower) ||
    (DETERMINERS.has(last.lower) &&
      to - start > 1 &&
      !/^(?:others?|all|both|many|some|most|two|three)$/u.test(last.lower))
  )
    return UNKNOWN;
  return { kind: 'speaker', range: { from: start, to } };
};

/** ", who said" and " who said": the words before are the subject. */
const readRelative = (tokens: readonly Token[], who: number, floor: number): Subject => {
  const comma = tokens[who - 1]?.kind === 'comma';
  const to = comma ? who - 1 : who;
  const from = segmentStart(tokens, to, floor);
  let start = from;
  // Of "He met Ann Lee, who said": only the name is sure.
  while (start < to && !isName(tokens, { from: start, to })) start += 1;
  if (start >= to) return UNKNOWN;
  const before = tokens[start - 1];
  const whole = start === from || (before !== undefined && !isSpeakerNoun(bare(before.lower)));
  return whole ? { kind: 'speaker', range: { from: start, to } } : UNKNOWN;
};

/** "Ann Lee, the mayor of York, said": back over the commas to the name. */
const readCommas = (tokens: readonly Token[], comma: number, floor: number): Subject | undefined => {
  let chunkEnd = comma;
  let withApposition = false;
  let placeAtEnd = false;
  for (let round = 0; round < 4; round += 1) {
    let previous = chunkEnd - 1;
    while (previous >= floor && comma - previous <= 2 * MAX_WORDS && tokens[previous]?.kind !== 'comma') {
      if (/^(?:stop|border|colon|dash)$/u.test(tokens[previous]?.kind ?? '')) return undefined;
      previous -= 1;
    }
    if (previous < floor || tokens[previous]?.kind !== 'comma') return undefined;
    const chunk = { from: previous + 1, to: chunkEnd };
    const apposition = isApposition(tokens, chunk) || isFreeApposition(tokens, chunk);
    const place = isPlace(tokens, chunk);
    if (!apposition && !isAge(tokens, chunk) && !place && !isAside(tokens, chunk)) return undefined;
    if (place && !withApposition) placeAtEnd = true;
    if (apposition) withApposition = true;
    const from = segmentStart(tokens, previous, floor);
    const head = readSegment(tokens, from, previous);
    const last = tokens[previous - 1];
    const who = tokens[chunk.from]?.lower === 'who' && last !== undefined && isSpeakerNoun(bare(last.lower));
    const named =
      head.kind === 'speaker' &&
      last !== undefined &&
      (isNameWord(last) || who || (place && isPersonNoun(bare(last.lower))));
    if (named || (head.kind === 'speaker' && isAside(tokens, chunk) && !withApposition)) {
      const whole =
        withApposition ||
        (place && last !== undefined && !isNameWord(last)) ||
        (placeAtEnd && head.range.to - head.range.from > 1);
      return whole ? { kind: 'speaker', range: { from: head.range.from, to: comma } } : head;
    }
    chunkEnd = previous;
  }
  return undefined;
};

/** Of "after the match the coach" the coach; of "after Lee" Lee; of "after the match in Turin Rossi" nobody is sure. */
const afterOpening = (tokens: readonly Token[], { from, to }: Range): number | undefined => {
  const end = endOfOpening(tokens, from, to);
  if (end !== undefined) return PREPOSITIONS.has(tokens[end]?.lower ?? '') ? undefined : end;
  return tokens.slice(from, to).some(({ lower }) => PREPOSITIONS.has(lower)) ? undefined : from;
};

/** The subject that ends right before token `to`; nothing before token `floor` belongs to it. */
export const subjectBefore = (tokens: readonly Token[], to: number, floor: number): Subject => {
  const end = skipAdverbialsBefore(tokens, to, floor);
  const last = tokens[end - 1];
  if (last === undefined || end <= floor) return UNKNOWN;
  if (last.kind === 'comma') return readCommas(tokens, end - 1, floor) ?? UNKNOWN;
  if (last.kind === 'close') {
    let open = end - 1;
    while (open > floor && end - open < 20 && tokens[open]?.kind !== 'open') open -= 1;
    if (tokens[open]?.kind !== 'open' || open <= floor) return UNKNOWN;
    return readSegment(tokens, segmentStart(tokens, open, floor), open);
  }
  if (last.lower === 'who') return readRelative(tokens, end - 1, floor);
  const from = segmentStart(tokens, end, floor);
  const before = tokens[from - 1];
  if (from > floor && before !== undefined && CONDITIONALS.has(before.lower)) return NOBODY_SPOKE;
  const opened = /^(?:after|before|since|until)$/u.test(before?.lower ?? '') && from > floor;
  const start = opened ? afterOpening(tokens, { from, to: end }) : from;
  if (start === undefined) return UNKNOWN;
  const subject = readSegment(tokens, start, end);
  if (subject.kind !== 'speaker' || before?.kind !== 'comma') return subject;
  return withList(tokens, subject.range, from, floor);
};

/** "Lee, Park and Cho said": the names before the comma belong to it. */
const withList = (tokens: readonly Token[], range: Range, from: number, floor: number): Subject => {
  if (range.from !== from || !tokens.slice(range.from, range.to).some(({ lower }) => lower === 'and')) {
    return { kind: 'speaker', range };
  }
  const start = segmentStart(tokens, from - 1, floor);
  const before = tokens[start - 1];
  const opens =
    start === floor || before === undefined || before.kind === 'border' || before.kind === 'quote';
  return isName(tokens, { from: start, to: from - 1 }) && opens
    ? { kind: 'speaker', range: { from: start, to: range.to } }
    : { kind: 'speaker', range };
};

const isPhraseEnd = (token: Token): boolean =>
  token.kind !== 'word' && token.text !== '&' && token.kind !== 'quote';

/** End of the phrase that begins at `from`: "said Ann Lee of the mill in a statement" stops before "in". */
const phraseEnd = (tokens: readonly Token[], from: number, limit: number): number => {
  let at = from;
  let named = false;
  while (at < limit && at - from <= MAX_WORDS) {
    const token = tokens[at];
    if (token === undefined || isPhraseEnd(token)) break;
    if (isTimeWord(token) && at > from) break;
    const next = tokens[at + 1];
    if (at > from && SUBORDINATORS.has(token.lower) && token.lower !== 'for') break;
    if (at > from && PREPOSITIONS.has(token.lower)) {
      const joins = /^(?:of|for|from|at|with)$/u.test(token.lower) || (!named && NAME_LINKS.has(token.lower));
      const occasion =
        tokens.slice(at + 1, at + 4).some(({ lower }) => OCCASIONS.has(lower)) ||
        (next !== undefined && isTimeWord(next));
      if (!joins || occasion) break;
    }
    if (at > from && (ADVERBS.has(token.lower) || FINITE.has(token.lower)) && token.lower !== 'and') break;
    if (isNameWord(token)) named = true;
    else if (
      named &&
      !NAME_LINKS.has(token.lower) &&
      !PARTICLES.has(token.lower) &&
      !DETERMINERS.has(token.lower) &&
      !isSpeakerNoun(bare(token.lower)) &&
      !/^\d/u.test(token.text) &&
      !isNameWord(next)
    ) {
      if (!NAME_LINKS.has(tokens[at - 1]?.lower ?? '') && !DETERMINERS.has(tokens[at - 1]?.lower ?? ''))
        break;
    }
    at += 1;
  }
  while (
    at > from &&
    (NAME_LINKS.has(tokens[at - 1]?.lower ?? '') || DETERMINERS.has(tokens[at - 1]?.lower ?? '')) &&
    at - from > 1
  )
    at -= 1;
  return at;
};

/**
 * The speaker's words that begin at token `from`, as after an inverted verb, "according to" or "by". `free`: what was
 * said stands before, so that any phrase between commas tells more of the name.
 */
export const phraseAfter = (tokens: readonly Token[], from: number, limit: number, free = false): Subject => {
  const first = tokens[from];
  if (!isWord(first) || from >= limit) return UNKNOWN;
  if (NOBODY.has(first.lower)) return NOBODY_SPOKE;
  if (PRONOUNS.has(first.lower)) return { kind: 'speaker', range: { from, to: from + 1 } };
  if (PREPOSITIONS.has(first.lower) || ADVERBS.has(first.lower) || BE.has(first.lower) || isTimeWord(first))
    return UNKNOWN;
  const to = phraseEnd(tokens, from, limit);
  if (to <= from || !namesSpeaker(tokens, { from, to })) return UNKNOWN;
  if (DETERMINERS.has(first.lower) && withoutStrangers(tokens, { from, to }) !== from) return UNKNOWN;
  return { kind: 'speaker', range: { from, to: appositionEnd(tokens, to, limit, free) } };
};

/** A name, or a phrase that turns on a noun for a person, a body or a writing. */
const namesSpeaker = (tokens: readonly Token[], { from, to }: Range): boolean => {
  const link = tokens.slice(from, to).findIndex(({ lower }, index) => index > 0 && PREPOSITIONS.has(lower));
  const head = tokens[link === -1 ? to - 1 : from + link - 1];
  if (head === undefined || isGenitive(head)) return false;
  return isNameWord(head) || isSpeakerNoun(bare(head.lower));
};

export const appositionEnd = (tokens: readonly Token[], to: number, limit: number, free = false): number => {
  const office = isPersonNoun(bare(tokens[to - 1]?.lower ?? ''));
  if (tokens[to]?.kind !== 'comma' || (!isNameWord(tokens[to - 1]) && !office)) return to;
  let end = to + 1;
  while (end < limit && end - to <= MAX_WORDS && (isWord(tokens[end]) || tokens[end]?.kind === 'quote'))
    end += 1;
  const closes = end >= limit || /^(?:comma|stop|border|dash)$/u.test(tokens[end]?.kind ?? '');
  const first = tokens[to + 1];
  const chunk = { from: to + 1, to: end };
  if (free && closes && isFreeApposition(tokens, chunk)) return end;
  if (office && closes && isName(tokens, { from: to + 1, to: end })) return end;
  if (!closes || office || first === undefined || !isApposition(tokens, { from: to + 1, to: end })) {
    const age = closes && isAge(tokens, { from: to + 1, to: end });
    return age && tokens[end]?.kind === 'comma' ? agedEnd(tokens, to, end, limit) : to;
  }
  // A finite verb shows that the chunk is the sentence itself: "According to Lee, the mill will close".
  const stray = tokens
    .slice(to + 1, end)
    .some(
      ({ lower }, index) =>
        index > 0 && isVerbLike(lower) && !DETERMINERS.has(tokens[to + index]?.lower ?? ''),
    );
  const relative =
    first.lower === 'who' ||
    first.lower === 'whose' ||
    tokens.slice(to + 1, end).some(({ lower }) => lower === 'who');
  return stray && !relative ? to : end;
};

const agedEnd = (tokens: readonly Token[], to: number, age: number, limit: number): number => {
  let end = age + 1;
  while (end < limit && end - age <= MAX_WORDS && isWord(tokens[end])) end += 1;
  return isApposition(tokens, { from: age + 1, to: end }) ? end : to;
};

/**
 * The subject of the sentence that begins at `from`, for a verb that shares it ("Lee left, saying ..."). Only a name, a
 * pronoun or a noun for a speaker right before the first verb is sure.
 */
export const sentenceSubject = (tokens: readonly Token[], from: number, limit: number): Subject => {
  let verb = from;
  while (verb < limit && verb - from <= MAX_WORDS) {
    const token = tokens[verb];
    if (token === undefined || token.kind === 'border') return UNKNOWN;
    if (token.kind === 'word' && verb > from && isVerbLike(token.lower) && token.text === token.lower) break;
    verb += 1;
  }
  if (verb >= limit || verb - from > MAX_WORDS) return UNKNOWN;
  const subject = subjectBefore(tokens, verb, from);
  if (subject.kind !== 'speaker') return subject;
  const { range } = subject;
  const sure =
    isPronoun(tokens, range) ||
    isNameWord(tokens[range.to - 1]) ||
    isPersonNoun(bare(tokens[range.to - 1]?.lower ?? '')) ||
    namesSpeaker(tokens, range);
  return sure ? subject : UNKNOWN;
};
