import type { Span } from '../../corpus/span.ts';
import { skipAdverbialsAfter, skipAdverbialsBefore } from './adverbials.ts';
import { clauseEnd, hearerEnd, readComplement, standsAlone } from './complements.ts';
import { BE, DETERMINERS, DO, HAVE, isWritingNoun, bare, MODALS, NEGATIONS } from './lexicon.ts';
import {
  isNameWord,
  isVerbLike,
  phraseAfter,
  type Range,
  sentenceSubject,
  type Subject,
  subjectBefore,
} from './speaker-phrases.ts';
import { SPEECH_VERBS, type SpeechVerb } from './speech-verbs.ts';
import type { Token } from './tokens.ts';

/** Words of a paragraph with the one who says them, as far as its own sentence tells. */
export interface Attribution {
  readonly kind: 'direct' | 'reported';
  /** For `direct`, the whole quotation, marks included. */
  readonly span: Span;
  /** The quotation's place in the paragraph's list. */
  readonly quotation?: number;
  readonly speaker?: Range;
  /** The verb of speech, in lower case; "according" for "according to". */
  readonly verb: string;
}

interface VerbGroup {
  readonly mood: 'said' | 'passive' | 'unsaid';
  /** Index of its first token: an auxiliary, or the verb. */
  readonly from: number;
}

const UNSAID = (from: number): VerbGroup => ({ mood: 'unsaid', from });

/** Reads the auxiliaries before a verb: "has said", "was told", "did not say", "would say", "to say". */
const readVerbGroup = (
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

/** One sentence of a paragraph, as token indexes, and what has been read of it. */
interface Sentence {
  readonly tokens: readonly Token[];
  readonly body: string;
  readonly from: number;
  readonly to: number;
  /** Whether a quotation that ended the sentence before may belong to this one. */
  readonly quoteBefore: boolean;
}

const trimEnd = (tokens: readonly Token[], from: number, to: number): number => {
  let end = to;
  while (end > from && /^(?:stop|comma|colon|dash|border)$/u.test(tokens[end - 1]?.kind ?? '')) end -= 1;
  return end;
};

const reported = (
  sentence: Sentence,
  range: Range,
  speaker: Range | undefined,
  verb: string,
): Attribution[] => {
  const { tokens } = sentence;
  let from = range.from;
  while (from < range.to && /^(?:stop|comma|colon|dash|border)$/u.test(tokens[from]?.kind ?? '')) from += 1;
  const to = trimEnd(tokens, from, range.to);
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined || to <= from) return [];
  return [
    { kind: 'reported', span: { start: first.start, end: last.end }, verb, ...(speaker && { speaker }) },
  ];
};

const direct = (sentence: Sentence, at: number, speaker: Range | undefined, verb: string): Attribution[] => {
  const token = sentence.tokens[at];
  if (token?.quotation === undefined) return [];
  const span = { start: token.start, end: token.end };
  return [{ kind: 'direct', span, quotation: token.quotation, verb, ...(speaker && { speaker }) }];
};

/** Index of the quotation right before token `at`, over a comma and over the border of a sentence that it ends. */
const quoteBefore = (sentence: Sentence, at: number): number | undefined => {
  const { tokens } = sentence;
  let index = at - 1;
  let comma = false;
  while (index >= 0 && /^(?:comma|dash|border)$/u.test(tokens[index]?.kind ?? '')) {
    if (tokens[index]?.kind === 'border' && !sentence.quoteBefore) return undefined;
    // "the fear of “popery”; the Act remained": a semicolon joins nothing.
    if (tokens[index]?.text === ';') return undefined;
    if (tokens[index]?.kind !== 'border') comma = true;
    index -= 1;
  }
  const quote = tokens[index];
  if (quote?.kind !== 'quote') return undefined;
  return comma || quote.ended === true ? index : undefined;
};

/** The sentence before counts as unread: `quoteBefore` looks no further than its last quotation. */
const isUnread = (sentence: Sentence, quote: number, unread: number, verb: number): boolean => {
  if (quote >= sentence.from) return quote >= unread - 1;
  const { tokens, body } = sentence;
  const end = tokens[quote]?.end ?? 0;
  // A full stop ends the quotation's sentence: `"It is late." Lee left` is no attribution, unless nothing follows "said".
  if (!/\.\p{P}$/u.test(body.slice(end - 2, end))) return true;
  return /^(?:stop|border)$/u.test(
    tokens[skipAdverbialsAfter(tokens, verb + 1, sentence.to)]?.kind ?? 'border',
  );
};

const isQuestion = ({ tokens, from, to }: Sentence): boolean => {
  for (let at = to - 1; at >= from; at -= 1) {
    const token = tokens[at];
    if (token?.kind === 'stop') return token.text === '?';
    if (token?.kind !== 'close' && token?.kind !== 'other') return false;
  }
  return false;
};

const SHARES = /^(?:and|but|then|or)$/u;

interface Site {
  readonly verb: SpeechVerb;
  readonly at: number;
  readonly group: VerbGroup;
}

const siteAt = ({ tokens }: Sentence, at: number, floor: number): Site | undefined => {
  const token = tokens[at];
  const verb = token === undefined ? undefined : SPEECH_VERBS.get(token.lower);
  if (verb === undefined || token === undefined || token.kind !== 'word' || token.text !== token.lower)
    return undefined;
  return { verb, at, group: readVerbGroup(tokens, at, verb.form, floor) };
};

/** Whether a new speaker's turn begins at `from`: a subject, then soon its verb of speech. */
const isTurn = (sentence: Sentence, from: number): boolean => {
  for (let at = from + 1; at < Math.min(sentence.to, from + 14); at += 1) {
    if (/^(?:border|quote)$/u.test(sentence.tokens[at]?.kind ?? '')) return false;
    const site = siteAt(sentence, at, from);
    if (site === undefined || site.group.mood !== 'said' || site.verb.form === 'participle') continue;
    const subject = subjectBefore(sentence.tokens, site.group.from, from);
    return subject.kind === 'speaker' && subject.range.from - from <= 2;
  }
  return false;
};

const isClear = (tokens: readonly Token[], { from, to }: Range): boolean => {
  const first = tokens[from];
  const last = tokens[to - 1];
  const numbered = isNameWord(first) && /^\d/u.test(tokens[from + 1]?.text ?? '');
  return (
    numbered ||
    (first !== undefined && DETERMINERS.has(first.lower)) ||
    (isNameWord(last) && !/^(?:Media|Press|News|Police)$/u.test(last?.text ?? ''))
  );
};

/** A verb that may be a noun, or that speaks only of studies, asks more of its subject. */
const suits = (tokens: readonly Token[], verb: SpeechVerb, subject: Subject): boolean => {
  if (subject.kind !== 'speaker')
    return !verb.noun && !/^(?:find|call|ask)$/u.test(verb.kind) && verb.form !== 'plural';
  const words = tokens.slice(subject.range.from, subject.range.to);
  // "all member states": a determiner of many has no singular verb.
  const before = words.at(-1)?.lower ?? '';
  if (verb.noun && verb.form !== 'past' && /^(?:member|nation|other|all|many)$/u.test(before)) return false;
  if (
    verb.noun &&
    verb.form === 'singular' &&
    words.some(({ lower }) => /^(?:all|many|most|several|some|these|those|both|few)$/u.test(lower))
  )
    return false;
  // "lays down a rule that": as a verb the base form needs many speakers.
  if (verb.noun && verb.form === 'plural' && !before.endsWith('s')) return false;
  if (verb.kind === 'find') return words.some(({ lower }) => isWritingNoun(bare(lower)));
  return !verb.noun || isClear(tokens, subject.range);
};

interface Reading {
  readonly subject: Subject;
  readonly attributions: readonly Attribution[];
  /** Token index from which the sentence is still unread. */
  readonly next: number;
}

const speakerOf = (subject: Subject): Range | undefined =>
  subject.kind === 'speaker' ? subject.range : undefined;

/** The subject of a verb that does not stand right behind it: shared, quoted by others, or behind the verb. */
const otherSubject = (sentence: Sentence, site: Site, last: Subject | undefined): Subject | undefined => {
  const { tokens, from } = sentence;
  const before = tokens[skipAdverbialsBefore(tokens, site.group.from, from) - 1];
  if (site.verb.form === 'participle' && site.group.from === site.at) {
    if (before?.lower === 'as') return quotedSubject(sentence, site.at);
    // "labelling would help": the participle is a subject itself.
    if (FINITE.has(tokens[site.at + 1]?.lower ?? '')) return { kind: 'nobody' };
    const apart =
      before?.kind === 'comma' ||
      before?.kind === 'dash' ||
      before?.kind === 'quote' ||
      SHARES.test(before?.lower ?? '');
    return apart || before?.lower === 'by'
      ? (last ?? sentenceSubject(tokens, from, site.at))
      : { kind: 'nobody' };
  }
  if (SHARES.test(before?.lower ?? '')) return last ?? sentenceSubject(tokens, from, site.at);
  return undefined;
};

/** "Lee was quoted by the Herald as saying". */
const quotedSubject = ({ tokens, from }: Sentence, saying: number): Subject => {
  for (let at = saying - 1; at > Math.max(from, saying - 12); at -= 1) {
    if (!/^(?:quoted|cited)$/u.test(tokens[at]?.lower ?? '')) continue;
    let be = at - 1;
    while (be > from && (BE.has(tokens[be]?.lower ?? '') || HAVE.has(tokens[be]?.lower ?? ''))) be -= 1;
    return be === at - 1 ? { kind: 'unknown' } : subjectBefore(tokens, be + 1, from);
  }
  return { kind: 'nobody' };
};

const clause = (sentence: Sentence, from: number): Range => ({
  from,
  to: clauseEnd(sentence.tokens, from, sentence.to, (at) => isTurn(sentence, at)),
});

/** What stands after the verb, said by `subject`. */
const readAfter = (sentence: Sentence, site: Site, subject: Subject, after: number): Reading | undefined => {
  const { tokens, body, to } = sentence;
  const verb = tokens[site.at]?.lower ?? '';
  if (verb === 'warned' && tokens[after]?.lower === 'of') {
    const range = clause(sentence, after + 1);
    return { subject, attributions: reported(sentence, range, speakerOf(subject), verb), next: range.to };
  }
  const complement = readComplement(tokens, after, to, site.verb, body);
  switch (complement.kind) {
    case 'none':
      return undefined;
    case 'direct': {
      const attributions = complement.quotes.flatMap((at) => direct(sentence, at, speakerOf(subject), verb));
      return { subject, attributions, next: (complement.quotes.at(-1) ?? after) + 1 };
    }
    case 'clause': {
      const range = clause(sentence, complement.from);
      const whole = site.verb.kind === 'deny' ? { from: site.at, to: range.to } : range;
      return { subject, attributions: reported(sentence, whole, speakerOf(subject), verb), next: range.to };
    }
  }
};

const hasVerb = (tokens: readonly Token[], { from, to }: Range): boolean => {
  for (let at = from + 1; at < Math.min(to, from + 60); at += 1)
    if (isVerbLike(tokens[at]?.lower ?? '')) return true;
  return false;
};

/** Verbs that end a clause of their own too: "when the mill answered, ..." */
const NOT_ASIDE = /^(?:agree|answer|respond|rule|state|promise|pledge|advise|protest|mention|recall|repeat)/u;

/** "The mill will close, Lee said." and "The mill, Lee said, will close." */
const readAround = (
  sentence: Sentence,
  site: Site,
  subject: Subject,
  edges: Range,
  unread: number,
): Reading | undefined => {
  const { tokens, to } = sentence;
  const verb = tokens[site.at]?.lower ?? '';
  const speaks = site.verb.kind === 'say' || site.verb.kind === 'tell' || site.verb.kind === 'claim';
  if (!speaks || (site.verb.noun && site.verb.form !== 'past') || NOT_ASIDE.test(verb)) return undefined;
  if (tokens[edges.from - 1]?.kind !== 'comma') return undefined;
  const left = { from: unread, to: edges.from - 1 };
  if (left.to <= left.from) return undefined;
  const hearer = site.verb.kind === 'tell' ? hearerEnd(tokens, edges.to, to) : edges.to;
  if (hearer === undefined) return undefined;
  const rest = skipAdverbialsAfter(tokens, hearer, to);
  const ends = rest >= to || /^(?:stop|border|dash)$/u.test(tokens[rest]?.kind ?? '');
  const speaker = speakerOf(subject);
  const subordinate =
    /^(?:if|when|whenever|after|before|while|asked|although|though|because|since|as)$/u.test(
      tokens[left.from]?.lower ?? '',
    );
  if (tokens[rest]?.kind === 'comma' && !SPEECH_VERBS.get(tokens[rest + 1]?.lower ?? '')) {
    // A whole clause before needs nothing after: what follows may be the report's own words.
    if (hasVerb(tokens, left) && !subordinate) {
      return { subject, attributions: reported(sentence, left, speaker, verb), next: rest + 1 };
    }
    const right = clause(sentence, rest + 1);
    if (!hasVerb(tokens, { from: right.from - 1, to: right.to })) return undefined;
    const parts = [...reported(sentence, left, speaker, verb), ...reported(sentence, right, speaker, verb)];
    return { subject, attributions: parts, next: right.to };
  }
  const plain = site.verb.kind !== 'claim';
  const trails =
    ends ||
    tokens[rest]?.kind === 'comma' ||
    (plain && /^(?:in|at|on|during|after|before|outside|by|from|as)$/u.test(tokens[rest]?.lower ?? ''));
  if (!trails || subordinate || !hasVerb(tokens, left)) return undefined;
  return { subject, attributions: reported(sentence, left, speaker, verb), next: Math.max(rest, edges.to) };
};

/** QUOTE, Lee said / QUOTE, said Lee: and the rest of a quotation that these words split. */
const readQuoted = (
  sentence: Sentence,
  quote: number,
  site: Site,
  subject: Subject,
  after: number,
): Reading => {
  const verb = sentence.tokens[site.at]?.lower ?? '';
  const attributions = direct(sentence, quote, speakerOf(subject), verb);
  const rest = readComplement(
    sentence.tokens,
    after,
    sentence.to,
    { kind: 'ask', form: 'past', noun: false },
    sentence.body,
  );
  const quotes = rest.kind === 'direct' ? rest.quotes : [];
  const more = quotes.flatMap((at) => direct(sentence, at, speakerOf(subject), verb));
  return { subject, attributions: [...attributions, ...more], next: (quotes.at(-1) ?? after - 1) + 1 };
};

const readPassive = (sentence: Sentence, site: Site): Reading | undefined => {
  const { tokens, to } = sentence;
  if (tokens[site.at + 1]?.lower !== 'by') return undefined;
  const subject = phraseAfter(tokens, site.at + 2, to);
  if (subject.kind !== 'speaker') return undefined;
  const naming = site.verb.kind === 'call' ? subject.range.to - 1 : subject.range.to;
  const verb: SpeechVerb = site.verb.kind === 'tell' ? { ...site.verb, kind: 'claim' } : site.verb;
  return readAfter(sentence, { ...site, verb }, subject, naming);
};

const readInverted = (sentence: Sentence, site: Site, unread: number): Reading | undefined => {
  const { tokens, to } = sentence;
  if (site.group.from !== site.at || site.verb.form === 'participle') return undefined;
  const quote = quoteBefore(sentence, site.at);
  const subject = phraseAfter(tokens, site.at + 1, to, true);
  if (subject.kind === 'nobody') return undefined;
  if (quote !== undefined && isUnread(sentence, quote, unread, site.at)) {
    const after = subject.kind === 'speaker' ? subject.range.to : site.at + 1;
    return readQuoted(sentence, quote, site, subject, after);
  }
  const plain = site.verb.kind === 'say' || site.verb.kind === 'claim';
  if (subject.kind !== 'speaker' || !plain || site.verb.noun) return undefined;
  return readAround(sentence, site, subject, { from: site.at, to: subject.range.to }, unread);
};

const readSite = (
  sentence: Sentence,
  site: Site,
  unread: number,
  last: Subject | undefined,
): Reading | undefined => {
  const { tokens, from } = sentence;
  if (site.group.mood === 'passive') return readPassive(sentence, site);
  if (site.group.mood === 'unsaid') return undefined;
  const floor = Math.max(from, unread);
  const shared = otherSubject(sentence, site, last);
  const before = tokens[site.group.from - 1];
  const adjacent =
    before?.kind === 'comma' ||
    before?.kind === 'quote' ||
    before?.kind === 'border' ||
    before === undefined ||
    before?.kind === 'dash';
  let subject = shared ?? subjectBefore(tokens, site.group.from, floor);
  if (shared === undefined && adjacent && subject.kind === 'unknown')
    return readInverted(sentence, site, unread);
  if (subject.kind === 'nobody') return undefined;
  if (!suits(tokens, site.verb, subject)) return undefined;
  const opener =
    subject.kind === 'speaker' && subject.range.from === from + 1 && tokens[from]?.lower === 'as';
  if (opener && tokens[site.at + 1]?.kind === 'comma') {
    // "As Lee has said, the mill will close."
    const range = clause(sentence, site.at + 2);
    const verb = tokens[site.at]?.lower ?? '';
    return { subject, attributions: reported(sentence, range, speakerOf(subject), verb), next: range.to };
  }
  if (
    shared === undefined &&
    subject.kind === 'speaker' &&
    tokens[subject.range.from - 1]?.kind === 'quote' &&
    subject.range.from - 1 < floor
  )
    subject = { kind: 'unknown' };
  if (shared === undefined && subject.kind === 'speaker') {
    const edge = subject.range.from;
    const quote = quoteBefore(sentence, edge);
    if (quote !== undefined && isUnread(sentence, quote, unread, site.at))
      return readQuoted(sentence, quote, site, subject, site.at + 1);
    const after = readAfter(sentence, site, subject, site.at + 1);
    if (after?.attributions[0]?.kind === 'direct') return after;
    const around = readAround(sentence, site, subject, { from: edge, to: site.at + 1 }, unread);
    return around?.attributions.length === 1 ? around : (after ?? around);
  }
  return readAfter(sentence, site, subject, site.at + 1);
};

/** "According to Lee, the mill will close" and "The mill will close, according to Lee". */
const readAccording = (sentence: Sentence, at: number, unread: number): Reading | undefined => {
  const { tokens, to, body } = sentence;
  const subject = phraseAfter(tokens, at + 2, to, hasVerb(tokens, { from: unread, to: at }));
  if (subject.kind !== 'speaker') return undefined;
  const { range: speaker } = subject;
  const verb = 'according';
  const quote = quoteBefore(sentence, at);
  if (quote !== undefined && isUnread(sentence, quote, unread, at + 1)) {
    return { subject, attributions: direct(sentence, quote, speaker, verb), next: speaker.to };
  }
  const left = { from: unread, to: at };
  const before = reported(sentence, left, speaker, verb);
  if (tokens[speaker.to]?.kind !== 'comma' && before.length > 0)
    return { subject, attributions: before, next: speaker.to };
  const from = tokens[speaker.to]?.kind === 'comma' ? speaker.to + 1 : speaker.to;
  if (tokens[from]?.kind === 'quote' && standsAlone(tokens, from, body)) {
    return { subject, attributions: direct(sentence, from, speaker, verb), next: from + 1 };
  }
  if (before.length > 0 && hasVerb(tokens, left)) return { subject, attributions: before, next: from };
  const right = clause(sentence, from);
  const after = reported(sentence, right, speaker, verb);
  const opens = before.length === 0 || (!hasVerb(tokens, left) && left.to - left.from <= 4);
  return {
    subject,
    attributions: opens && !hasName(tokens, left) ? after : [...before, ...after],
    next: right.to,
  };
};

const hasName = (tokens: readonly Token[], { from, to }: Range): boolean =>
  tokens.slice(from, Math.min(to, from + 8)).some((token, index) => index > 0 && isNameWord(token));

const readSentence = (sentence: Sentence): Attribution[] => {
  if (isQuestion(sentence)) return [];
  const { tokens } = sentence;
  const found: Attribution[] = [];
  let unread = sentence.from;
  let last: Subject | undefined;
  for (let at = sentence.from; at < sentence.to; at += 1) {
    if (at < unread) continue;
    const according = tokens[at]?.lower === 'according' && tokens[at + 1]?.lower === 'to';
    const site = according ? undefined : siteAt(sentence, at, sentence.from);
    let reading: Reading | undefined;
    if (according) reading = readAccording(sentence, at, unread);
    else if (site !== undefined) reading = readSite(sentence, site, unread, last);
    if (reading === undefined || reading.attributions.length === 0) continue;
    found.push(...reading.attributions);
    unread = Math.max(reading.next, at + 1);
    last = reading.subject;
  }
  return found;
};

/** Attributions of a paragraph's tokens, in order. */
export const findAttributions = (body: string, tokens: readonly Token[]): Attribution[] => {
  const found: Attribution[] = [];
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'border') continue;
    const endsInQuote =
      tokens[from - 2]?.kind === 'quote' &&
      !found.some(({ quotation }) => quotation === tokens[from - 2]?.quotation);
    found.push(...readSentence({ tokens, body, from, to: index, quoteBefore: endsInQuote }));
    from = index + 1;
  }
  return found;
};
