import type { Paragraph, Report } from '../corpus/report.ts';
import { isEnglish } from '../text/language-tag.ts';
import { slice, type Span, trimSpan } from '../text/span.ts';
import { runSync, type Task } from '../text/cooperative-task.ts';
import { resolveSpeakers, type Speakers, type SpokenParagraph } from './people/coreference.ts';
import { findAttributions } from './speech/attributions.ts';
import { findQuotations } from './speech/quotations.ts';
import { type QuotedParagraph, quoteParagraphs } from './speech/quoted-paragraphs.ts';
import type { Attribution } from './speech/sentence.ts';
import { isWholeSentence, looksSpoken, runningSpeaker } from './speech/unattributed-quotations.ts';
import { SPEECH_VERBS } from './words/speech-verbs.ts';
import { readTokens, spanOf, type Token, type TokenRange } from './words/tokens.ts';

/** Words that a paragraph quotes or reports. All spans are of the report's body. */
export interface Statement {
  /** Counted from 1. */
  readonly paragraph: number;
  readonly kind: 'direct' | 'reported';
  /** The words between the quotation marks, or the reported clause. A split quotation is one statement for each part. */
  readonly span: Span;
  /** Who says it in the paragraph's own words: "Garver", "he", "the source". */
  readonly words?: Span;
  /**
   * Who says it in the report's fullest words, such as "Army Col. Chris Garver" for "Garver", maybe of an earlier
   * paragraph. Absent unless certain: never a bare pronoun.
   */
  readonly speaker?: Span;
}

interface Draft extends Omit<Statement, 'speaker' | 'words'> {
  readonly speaker: TokenRange | undefined;
  /** A quotation that runs on from the paragraph before. */
  readonly continues: boolean;
}

const draftParagraph = (
  { body, language }: Report,
  { paragraph, quotations, continues: runsOn }: QuotedParagraph,
  tokens: readonly Token[],
): Draft[] => {
  const english = isEnglish(language);
  const attributions = english ? findAttributions(body, tokens) : [];
  const byStart = new Map(attributions.map((attribution) => [attribution.span.start, attribution]));
  const drafts: Draft[] = [];
  let covered = paragraph.span.start;
  const add = ({ kind, span, quotation, speaker }: Attribution): void => {
    const inner = quotation === undefined ? span : quotations[quotation]?.inner;
    if (inner === undefined || span.start < covered) return;
    covered = span.end;
    const trimmed = trimSpan(body, inner);
    const continues = runsOn && quotation === 0;
    drafts.push({ paragraph: paragraph.number, kind, span: trimmed, speaker, continues });
  };
  // Where the sentence begins that is read, and the one before.
  let [sentence, before] = [covered, covered];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'border') [sentence, before] = [token.end, sentence];
    const attribution = byStart.get(token.start);
    if (attribution !== undefined && token.kind !== 'border') add(attribution);
    const { quotation, start } = token;
    if (quotation === undefined || start < covered) continue;
    const inner = quotations[quotation]?.inner;
    if (inner === undefined) continue;
    const whole = isWholeSentence(tokens, at);
    const colon = tokens[at - 1]?.kind === 'colon';
    const since = whole ? before : sentence;
    const first = drafts.findLastIndex(({ span }) => span.start < since) + 1;
    const speaker = whole || colon ? runningSpeaker(drafts.slice(first), body) : undefined;
    const running = runsOn && quotation === 0;
    const spoken = looksSpoken(slice(body, inner), {
      introduced: whole || colon,
      opens: (tokens[at - 1]?.kind ?? 'border') === 'border' && tokens[at + 1]?.kind === 'comma',
      titles: english,
    });
    if (!spoken && !running && speaker === undefined) continue;
    add({ kind: 'direct', span: token, quotation, ...(speaker && { speaker }) });
  }
  return drafts.filter(({ span }) => span.end > span.start);
};

/**
 * The quoted and reported statements of a report, in order, not overlapping. English is read for speakers; in other
 * languages only direct quotations are found, without them. Takes time about linear in the body.
 */
export const findStatements = (report: Report): readonly Statement[] => runSync(readStatements(report));

const tokensOf = ({ body }: Report, { paragraph, quotations }: QuotedParagraph): readonly Token[] =>
  readTokens(body, paragraph, quotations);

const ACCORDING = /according/iu;
const SMALL_WORD = /[a-z]+/gu;

const hasSpeechVerb = ({ language }: Report, text: string): boolean =>
  isEnglish(language) &&
  (ACCORDING.test(text) || text.match(SMALL_WORD)?.some((word) => SPEECH_VERBS.has(word)) === true);

/**
 * Whether there may be statements in a paragraph: its words alone tell, at a small part of what reading it costs. Most
 * paragraphs hold none, and then nothing need be known of the rest of the report.
 */
export function maySpeak(report: Report, { span }: Paragraph): boolean {
  const text = slice(report.body, span);
  const { closed, unclosed } = findQuotations(text);
  return closed.length > 0 || unclosed !== undefined || hasSpeechVerb(report, text);
}

/** As `findStatements`, in steps. */
export function* readStatements(report: Report): Task<readonly Statement[]> {
  const read: ReadParagraph[] = [];
  for (const quoted of quoteParagraphs(report)) {
    const isSpoken =
      quoted.quotations.length > 0 || hasSpeechVerb(report, slice(report.body, quoted.paragraph.span));
    const tokens = isSpoken ? tokensOf(report, quoted) : undefined;
    read.push({ quoted, tokens, drafts: tokens ? draftParagraph(report, quoted, tokens) : [] });
    yield;
  }
  const speakers = yield* findSpeakers(report, read);
  const parts: Part[] = [];
  for (const { tokens = [], drafts } of read) {
    for (const { speaker: range, continues, ...found } of drafts) {
      const words = range && spanOf(tokens, range);
      const speaker = range && speakers.get(range);
      const statement = { ...found, ...(words && { words }), ...(speaker && { speaker }) };
      parts.push({ statement, continues });
    }
    yield;
  }
  return yield* joinParts(report, parts);
}

interface ReadParagraph {
  readonly quoted: QuotedParagraph;
  /** Absent where nothing is said. */
  readonly tokens: readonly Token[] | undefined;
  readonly drafts: readonly Draft[];
}

/** Whom the speakers' words of all drafts name; who is named where nothing is said matters only if there are any. */
function* findSpeakers(report: Report, read: readonly ReadParagraph[]): Task<Speakers> {
  const paragraphs: SpokenParagraph[] = [];
  if (read.every(({ drafts }) => drafts.every(({ speaker }) => speaker === undefined))) return new Map();
  for (const { quoted, drafts, tokens = tokensOf(report, quoted) } of read) {
    paragraphs.push({ tokens, speakers: new Set(drafts.flatMap(({ speaker }) => speaker ?? [])) });
    yield;
  }
  return yield* resolveSpeakers(paragraphs);
}

/** `continues`: it runs on from the one before. */
interface Part {
  readonly statement: Statement;
  readonly continues: boolean;
}

/** UTF-16 units. What follows a speaker's words without naming anybody may be another's answer when it is shorter. */
const SHORTEST_TURN = 60;

/** Whether a statement that fills its paragraph goes on with what the paragraph before ended in, a quotation. */
const continuesTurn = ({ body, paragraphs }: Report, here: Statement, before: Statement): boolean => {
  const own = paragraphs[here.paragraph - 1];
  const last = paragraphs[here.paragraph - 2];
  if (own === undefined || last?.number !== before.paragraph || last.heading !== own.heading) return false;
  const fills = here.span.start - own.span.start <= 2 && own.span.end - here.span.end <= 2;
  const ends = (last.sentences.at(-1)?.start ?? Infinity) <= before.span.end;
  const speech =
    here.kind === 'direct' && before.kind === 'direct' && !slice(body, before.span).endsWith('?');
  return fills && ends && speech && here.span.end - here.span.start >= SHORTEST_TURN;
};

/** Gives all parts of a quotation over several paragraphs the speaker that any of them names. */
function* joinParts(report: Report, parts: readonly Part[]): Task<readonly Statement[]> {
  const joined = parts.map(({ statement }) => statement);
  const pass = (to: number, from: number): void => {
    const target = joined[to];
    const source = joined[from];
    if (target === undefined || source?.speaker === undefined || target.words !== undefined) return;
    joined[to] = { ...target, ...(source.words && { words: source.words }), speaker: source.speaker };
  };
  for (const [index, { continues, statement }] of parts.entries()) {
    const before = parts[index - 1]?.statement;
    if (continues || (before !== undefined && continuesTurn(report, statement, before)))
      pass(index, index - 1);
    yield;
  }
  for (let index = parts.length - 1; index > 0; index -= 1) {
    if (parts[index]?.continues === true) pass(index - 1, index);
    yield;
  }
  return joined;
}
