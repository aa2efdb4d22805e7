import type { Paragraph, Report } from '../../corpus/report.ts';
import { type Span, slice } from '../../text/span.ts';
import type { Steps } from '../../text/steps.ts';
import { findAcronyms } from './acronyms.ts';
import { createIntegerList } from './integer-list.ts';
import type { Language } from '../../text/language.ts';
import type { LanguageOf } from '../../text/languages.ts';
import { createVocabulary, type ReportVocabulary } from './report-vocabulary.ts';

/** An acronym that the report explains, as stems. */
export interface AcronymStems {
  readonly short: readonly string[];
  readonly long: readonly string[];
}

/**
 * All that the index takes from one report, whatever other reports there are: strings, and numbers that count within
 * the report. It follows from the report alone, so it is kept as long as the report is, and may be kept on disk.
 */
export interface ReportAnalysis extends ReportVocabulary {
  /** Every word of every sentence, in order, as numbers of the vocabulary. */
  readonly text: Int32Array;
  /** Sentence s is `text[sentenceStarts[s] .. sentenceStarts[s + 1])`. */
  readonly sentenceStarts: Int32Array;
  /** Paragraph p (from 0) is the sentences `paragraphStarts[p] .. paragraphStarts[p + 1]`. */
  readonly paragraphStarts: Int32Array;
  /** Stems of the title, and by heading. */
  readonly title: readonly string[];
  readonly headings: ReadonlyMap<string, readonly string[]>;
  readonly acronyms: readonly AcronymStems[];
}

const kept = new WeakMap<Report, ReportAnalysis>();

/** Says that `analysis` is what `analysisOf(report)` would find. */
export function keepAnalysis(report: Report, analysis: ReportAnalysis): void {
  kept.set(report, analysis);
}

/** Reads the report when it is first asked for. */
export function* analysisOf(report: Report, languageOf: LanguageOf): Steps<ReportAnalysis> {
  const known = kept.get(report);
  if (known !== undefined) return known;
  const analysis = yield* analyse(report, languageOf(report.language));
  keepAnalysis(report, analysis);
  return analysis;
}

function* analyse(report: Report, language: Language): Steps<ReportAnalysis> {
  const vocabulary = createVocabulary(language);
  const text = createIntegerList();
  const sentenceStarts = createIntegerList();
  const paragraphStarts = createIntegerList();
  const headings = new Map<string, readonly string[]>();
  const acronyms: AcronymStems[] = [];
  const stemsOf = (words: string): readonly string[] =>
    language.read(words).map(({ folded }) => language.stem(folded));

  sentenceStarts.push(0);
  paragraphStarts.push(0);
  for (const paragraph of report.paragraphs) {
    const { heading } = paragraph;
    if (heading !== undefined && !headings.has(heading)) headings.set(heading, stemsOf(heading));
    for (const { short, long } of findAcronyms(slice(report.body, paragraph.span)))
      acronyms.push({ short: stemsOf(short), long: stemsOf(long) });
    for (const sentence of sentencesOf(paragraph)) {
      for (const [at, word] of language.read(slice(report.body, sentence)).entries())
        text.push(vocabulary.add(word, at === 0));
      sentenceStarts.push(text.length);
      yield;
    }
    paragraphStarts.push(sentenceStarts.length - 1);
  }
  return {
    ...vocabulary.finish(),
    text: text.toArray(),
    sentenceStarts: sentenceStarts.toArray(),
    paragraphStarts: paragraphStarts.toArray(),
    title: stemsOf(report.title),
    headings,
    acronyms,
  };
}

/** A paragraph without sentences is one. */
const sentencesOf = ({ sentences, span }: Paragraph): readonly Span[] =>
  sentences.length > 0 ? sentences : [span];
