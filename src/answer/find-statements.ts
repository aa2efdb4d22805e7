import type { Paragraph, Report } from '../corpus/report.ts';
import type { Span } from '../corpus/span.ts';
import { type Attribution, findAttributions } from './speech/attributions.ts';
import { resolveSpeakers } from './speech/coreference.ts';
import { findQuotations, type Quotation } from './speech/quotations.ts';
import type { Range } from './speech/speaker-phrases.ts';
import { readTokens, type Token } from './speech/tokens.ts';

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
  readonly speaker: Range | undefined;
  /** A quotation that runs on from the paragraph before. */
  readonly continues: boolean;
}

interface Quoted {
  readonly quotations: readonly Quotation[];
  /** Whether the first quotation runs on from the paragraph before. */
  readonly continues: boolean;
}

const OPENING = /^\s*["“„«»‘]/u;

const shift = ({ outer, inner }: Quotation, by: number): Quotation => ({
  outer: { start: outer.start + by, end: outer.end + by },
  inner: { start: inner.start + by, end: inner.end + by },
});

/** A quotation left open runs on when the next paragraph, under the same heading, opens one again. */
const quoteParagraphs = ({ body, paragraphs }: Report): Quoted[] => {
  let open = false;
  return paragraphs.map(({ span, heading }, index) => {
    const text = body.slice(span.start, span.end);
    const { closed, unclosed } = findQuotations(text);
    const next = paragraphs[index + 1];
    const continues = open;
    open =
      unclosed !== undefined &&
      next !== undefined &&
      next.heading === heading &&
      OPENING.test(body.slice(next.span.start, next.span.start + 8));
    if (!open || unclosed === undefined) {
      return { quotations: closed.map((quotation) => shift(quotation, span.start)), continues };
    }
    const outer = { start: unclosed, end: text.length };
    const whole = [
      ...closed.filter((quotation) => quotation.outer.end <= unclosed),
      { outer, inner: { start: unclosed + 1, end: text.length } },
    ];
    return { quotations: whole.map((quotation) => shift(quotation, span.start)), continues };
  });
};

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** "The Old Man and the Sea": most longer words begin with a capital. */
const isTitle = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length / 2;
};

/** Whether quoted words that nobody is said to have spoken are still speech, and not a term, a title or scare quotes. */
const looksSpoken = (text: string, introduced: boolean): boolean => {
  const words = text.slice(0, 400).match(WORD) ?? [];
  if (words.length < 2 || (isTitle(words) && words.length < 12)) return false;
  const sentence = /^\P{L}*\p{Lu}/u.test(text) && /[.!?…]\p{P}*$/u.test(text);
  return words.length >= 6 || (sentence && words.length >= 3) || (introduced && words.length >= 3);
};

/** A quotation that is a sentence of its own. */
const isBare = (tokens: readonly Token[], at: number): boolean => {
  let next = at + 1;
  while (tokens[next]?.kind === 'stop') next += 1;
  return (
    (at === 0 || tokens[at - 1]?.kind === 'border' || tokens[at - 1]?.kind === 'quote') &&
    (tokens[next]?.kind === 'border' || tokens[next]?.kind === 'quote')
  );
};

const sameRange = (a: Range | undefined, b: Range | undefined): boolean =>
  a?.from === b?.from && a?.to === b?.to;

/** The speaker of the sentence before, or of this sentence up to a colon, when all that is said there has one speaker. */
const runningSpeaker = (
  tokens: readonly Token[],
  at: number,
  found: readonly Draft[],
  body: string,
): Range | undefined => {
  const bareQuote = isBare(tokens, at);
  if (!bareQuote && tokens[at - 1]?.kind !== 'colon') return undefined;
  let border = at - 1;
  let crossed = 0;
  while (border >= 0 && at - border < 400) {
    if (tokens[border]?.kind === 'border' && border !== at - 1 && (crossed += 1) > 0) break;
    border -= 1;
  }
  const start = tokens[border + 1]?.start ?? Infinity;
  const end = tokens[at]?.start ?? 0;
  const near: Draft[] = [];
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const draft = found[index];
    if (draft === undefined || draft.span.start < start) break;
    if (draft.span.end <= end) near.push(draft);
  }
  const [last] = near;
  if (last === undefined || near.some(({ speaker }) => !sameRange(speaker, last.speaker))) return undefined;
  // After a question the answer may be another's.
  return /\?\s*$/u.test(body.slice(last.span.start, last.span.end).slice(-3)) ? undefined : last.speaker;
};

const draftParagraph = (
  report: Report,
  paragraph: Paragraph,
  quoted: Quoted,
  tokens: readonly Token[],
): Draft[] => {
  const { body, language } = report;
  const attributions = /^en\b/iu.test(language) ? findAttributions(body, tokens) : [];
  const byStart = new Map(attributions.map((attribution) => [attribution.span.start, attribution]));
  const drafts: Draft[] = [];
  let covered = paragraph.span.start;
  const add = ({ kind, span, quotation, speaker }: Attribution): void => {
    const inner = quotation === undefined ? span : quoted.quotations[quotation]?.inner;
    if (inner === undefined || span.start < covered) return;
    covered = span.end;
    drafts.push({
      paragraph: paragraph.number,
      kind,
      span: trim(body, inner),
      speaker,
      continues: quoted.continues && quotation === 0,
    });
  };
  for (const [at, token] of tokens.entries()) {
    const attribution = byStart.get(token.start);
    if (attribution !== undefined && token.kind !== 'border') add(attribution);
    const quotation = quoted.quotations[token.quotation ?? -1];
    if (quotation === undefined || token.start < covered) continue;
    const speaker = runningSpeaker(tokens, at, drafts, body);
    const running = quoted.continues && token.quotation === 0;
    const spoken = looksSpoken(
      body.slice(quotation.inner.start, quotation.inner.end),
      tokens[at - 1]?.kind === 'colon' || isBare(tokens, at),
    );
    if (!spoken && !running && speaker === undefined) continue;
    covered = token.end;
    drafts.push({
      paragraph: paragraph.number,
      kind: 'direct',
      span: trim(body, quotation.inner),
      speaker,
      continues: running,
    });
  }
  return drafts.filter(({ span }) => span.end > span.start);
};

const trim = (body: string, { start, end }: Span): Span => {
  const text = body.slice(start, end);
  const lead = text.length - text.trimStart().length;
  return { start: start + lead, end: Math.max(start + lead, start + text.trimEnd().length) };
};

/**
 * The quoted and reported statements of a report, in order, not overlapping. English is read for speakers; in other
 * languages only direct quotations are found, without them. Takes time about linear in the body.
 */
export const findStatements = (report: Report): readonly Statement[] => {
  const quoted = quoteParagraphs(report);
  const read = report.paragraphs.map((paragraph, index) => {
    const own = quoted[index] ?? { quotations: [], continues: false };
    const tokens = readTokens(report.body, paragraph, own.quotations);
    return { tokens, drafts: draftParagraph(report, paragraph, own, tokens) };
  });
  const speakers = resolveSpeakers(
    read.map(({ tokens, drafts }) => ({ tokens, speakers: drafts.flatMap(({ speaker }) => speaker ?? []) })),
  );
  const statements = read.flatMap(({ tokens, drafts }, index) => {
    let next = 0;
    return drafts.map(({ paragraph, kind, span, speaker, continues }) => {
      const resolved = speaker === undefined ? undefined : speakers[index]?.[next++];
      const words = speaker && {
        start: tokens[speaker.from]?.start ?? 0,
        end: tokens[speaker.to - 1]?.end ?? 0,
      };
      const statement: Statement = {
        paragraph,
        kind,
        span,
        ...(words && { words }),
        ...(resolved && { speaker: resolved }),
      };
      return { statement, continues };
    });
  });
  return joinParts(statements);
};

/** Gives all parts of a quotation over several paragraphs the speaker that any of them names. */
const joinParts = (
  parts: readonly { readonly statement: Statement; readonly continues: boolean }[],
): Statement[] => {
  const joined = parts.map(({ statement }) => statement);
  const pass = (to: number, from: number): void => {
    const target = joined[to];
    const source = joined[from];
    if (target === undefined || source?.speaker === undefined || target.words !== undefined) return;
    joined[to] = { ...target, ...(source.words && { words: source.words }), speaker: source.speaker };
  };
  for (const [index, { continues }] of parts.entries()) if (continues) pass(index, index - 1);
  for (let index = parts.length - 1; index > 0; index -= 1)
    if (parts[index]?.continues === true) pass(index - 1, index);
  return joined;
};
