import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Language } from '../../text/language.ts';
import { type Span, slice } from '../../text/span.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { countedBy } from '../../text/word-traits.ts';
import { findAcronyms, findInitials } from './acronyms.ts';
import { createVocabulary, type ReportVocabulary } from './report-vocabulary.ts';

/** An acronym that the report explains, or a name's initials, as stems. */
export interface AcronymStems {
  readonly short: readonly string[];
  readonly long: readonly string[];
}

/**
 * All that the search takes from one report, whatever other reports there are: strings, and numbers that count within
 * the report. It follows from the report alone, so it lives as long as the report does, and may be kept on disk.
 */
export interface ReportAnalysis extends ReportVocabulary {
  /** Every word of every sentence, in order, as numbers of the vocabulary. */
  readonly text: Int32Array;
  /** By word of `text`: its term, or -1 for a function word; its `TRAIT` bits. */
  readonly textTerms: Int32Array;
  readonly textTraits: Uint8Array;
  /** Sentence s is `text[sentenceStarts[s] .. sentenceStarts[s + 1])`. */
  readonly sentenceStarts: Int32Array;
  /** Paragraph p (from 0) is the sentences `paragraphStarts[p] .. paragraphStarts[p + 1]`. */
  readonly paragraphStarts: Int32Array;
  /** By term: how many paragraphs, and sentences, contain it. */
  readonly paragraphsWith: Int32Array;
  readonly sentencesWith: Int32Array;
  /** Stems of the title, and by heading. */
  readonly title: readonly string[];
  readonly headings: ReadonlyMap<string, readonly string[]>;
  readonly acronyms: readonly AcronymStems[];
}

/** A report as the search keeps it. */
export interface IndexedReport {
  readonly report: Report;
  /** Names its content: reports of one hash are the same to the last letter. */
  readonly hash: string;
  readonly analysis: ReportAnalysis;
}

export function* analyseReport(report: Report, language: Language): Task<ReportAnalysis> {
  const vocabulary = createVocabulary(language);
  // Three rows of numbers: a million small objects would be a tenth of a second's work for the memory alone.
  const text: number[] = [];
  const terms: number[] = [];
  const traits: number[] = [];
  const sentenceStarts = [0];
  const paragraphStarts = [0];
  const headings = new Map<string, readonly string[]>();
  const acronyms = new Map<string, AcronymStems>();
  const stemsOf = (words: string): readonly string[] =>
    language.read(words).map(({ folded }) => language.stem(folded));

  for (const paragraph of report.paragraphs) {
    const { heading } = paragraph;
    if (heading !== undefined && !headings.has(heading)) headings.set(heading, stemsOf(heading));
    const body = slice(report.body, paragraph.span);
    for (const { short, long } of [...findAcronyms(body), ...findInitials(body)])
      acronyms.set(`${short} ${long}`, { short: stemsOf(short), long: stemsOf(long) });
    for (const sentence of sentencesOf(paragraph)) {
      const written = slice(report.body, sentence);
      const words = language.read(written);
      for (const [at, word] of words.entries()) {
        const added = vocabulary.add(word, at === 0);
        text.push(added.number);
        terms.push(added.term);
        traits.push(added.traits | countedBy(written, words, at));
      }
      sentenceStarts.push(text.length);
      yield;
    }
    paragraphStarts.push(sentenceStarts.length - 1);
  }
  const found = vocabulary.finish();
  const textTerms = Int32Array.from(terms);
  const count = (starts: readonly number[]): Task<Int32Array> =>
    countHolders(textTerms, found.terms.length, starts);
  return {
    ...found,
    text: Int32Array.from(text),
    textTerms,
    textTraits: Uint8Array.from(traits),
    sentenceStarts: Int32Array.from(sentenceStarts),
    paragraphStarts: Int32Array.from(paragraphStarts),
    paragraphsWith: yield* count(paragraphStarts.map((sentence) => sentenceStarts[sentence] ?? 0)),
    sentencesWith: yield* count(sentenceStarts),
    title: stemsOf(report.title),
    headings,
    acronyms: [...acronyms.values()],
  };
}

/** The words of a paragraph (from 0), as a range of `text`. */
export function wordsOf({ sentenceStarts, paragraphStarts }: ReportAnalysis, paragraph: number): Span {
  const [first = 0, past = 0] = [paragraphStarts[paragraph], paragraphStarts[paragraph + 1]];
  return { start: sentenceStarts[first] ?? 0, end: sentenceStarts[past] ?? 0 };
}

/** Its terms in order, as numbers of the vocabulary; function words have none. */
export function termsOf(analysis: ReportAnalysis, paragraph: number): Int32Array {
  const { start, end } = wordsOf(analysis, paragraph);
  return analysis.textTerms.subarray(start, end).filter((term) => term >= 0);
}

/** By term: how many of the parts that begin at `starts` contain it. */
function* countHolders(
  textTerms: Int32Array,
  termCount: number,
  starts: readonly number[],
): Task<Int32Array> {
  const holders = new Int32Array(termCount);
  const lastPart = new Int32Array(termCount).fill(-1);
  for (const [part, start] of starts.entries()) {
    for (let at = start; at < (starts[part + 1] ?? start); at++) {
      const term = textTerms[at] ?? -1;
      if (term < 0 || lastPart[term] === part) continue;
      lastPart[term] = part;
      holders[term] = (holders[term] ?? 0) + 1;
    }
    yield;
  }
  return holders;
}

/** A paragraph without sentences is one. */
const sentencesOf = ({ sentences, span }: Paragraph): readonly Span[] =>
  sentences.length > 0 ? sentences : [span];
