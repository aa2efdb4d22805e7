import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Steps } from '../../text/steps.ts';
import { createLanguages } from '../../text/languages.ts';
import { createLexiconBuilder, type Lexicon } from './lexicon.ts';
import { createPostings, type Postings } from './postings.ts';
import { type AcronymStems, analysisOf, type ReportAnalysis } from './report-analysis.ts';
import { createScope, type Scope } from './scope.ts';

export interface Place {
  readonly report: Report;
  readonly paragraph: Paragraph;
}

/** An acronym that some report explains, as terms. */
export interface AcronymTerms {
  readonly short: number;
  /** The content words of the long form; at least one. */
  readonly long: readonly number[];
}

/** All paragraphs as word numbers. A paragraph's key is its index in `places`. */
export interface ParagraphIndex {
  readonly lexicon: Lexicon;
  readonly places: readonly Place[];
  /** Every word of every sentence, in order, as numbers of the lexicon. */
  readonly words: Int32Array;
  /** Sentence s is `words[sentenceStarts[s] .. sentenceStarts[s + 1])`. */
  readonly sentenceStarts: Int32Array;
  /** Paragraph p is the sentences `paragraphStarts[p] .. paragraphStarts[p + 1]`. */
  readonly paragraphStarts: Int32Array;
  readonly postings: Postings;
  /** By paragraph: the terms of its heading, and of its report's title. */
  readonly headings: readonly (readonly number[])[];
  readonly titles: readonly (readonly number[])[];
  readonly acronyms: readonly AcronymTerms[];
  /** The reports' language tags, one for each language. */
  readonly languages: readonly string[];
  readonly library: Scope;
  /** By report id. */
  readonly reports: ReadonlyMap<string, Scope>;
}

interface Part {
  readonly report: Report;
  readonly analysis: ReportAnalysis;
  /** The key of its first paragraph. */
  readonly from: number;
}

/**
 * Puts the reports' analyses together. What a report looks like to the index depends on that report alone, so after a
 * change only the changed ones are read; the rest is adding up numbers.
 */
export function* createParagraphIndex(reports: readonly Report[]): Steps<ParagraphIndex> {
  const languageOf = createLanguages();
  const builder = createLexiconBuilder(languageOf);
  const parts: Part[] = [];
  const places: Place[] = [];
  for (const report of reports) {
    parts.push({ report, analysis: yield* analysisOf(report, languageOf), from: places.length });
    for (const paragraph of report.paragraphs) places.push({ report, paragraph });
  }
  const texts = yield* joinTexts(parts, (part) =>
    builder.add(part.analysis, languageOf(part.report.language)),
  );
  const lexicon = yield* builder.finish();
  const { wordTerms, termCount } = lexicon;
  const postings = yield* createPostings({ ...texts, wordTerms, termCount });
  const scopeOf = (from: number, to: number): Scope => createScope(postings, texts.paragraphStarts, from, to);
  const termsOf = (stems: readonly string[]): readonly number[] => knownTerms(lexicon, stems);

  const titles: (readonly number[])[] = [];
  const headings: (readonly number[])[] = [];
  const languages = new Map<string, string>();
  for (const { report, analysis } of parts) {
    const { code } = languageOf(report.language);
    if (!languages.has(code)) languages.set(code, report.language);
    const title = termsOf(analysis.title);
    // Paragraphs of a section share their heading: it is looked up once.
    const byHeading = new Map([...analysis.headings].map(([heading, stems]) => [heading, termsOf(stems)]));
    for (const { heading = '' } of report.paragraphs) {
      titles.push(title);
      headings.push(byHeading.get(heading) ?? NONE);
    }
    yield;
  }
  return {
    ...texts,
    lexicon,
    places,
    postings,
    headings,
    titles,
    acronyms: acronymTerms(
      parts.flatMap(({ analysis }) => analysis.acronyms),
      termsOf,
    ),
    languages: [...languages.values()],
    library: scopeOf(0, places.length),
    reports: new Map(
      parts.map(({ report, from }) => [report.id, scopeOf(from, from + report.paragraphs.length)]),
    ),
  };
}

const NONE: readonly number[] = [];

/** One row of words; `numbersOf` is called once for each part, in order, and gives its words their numbers. */
function* joinTexts(
  parts: readonly Part[],
  numbersOf: (part: Part) => Int32Array,
): Steps<Pick<ParagraphIndex, 'words' | 'sentenceStarts' | 'paragraphStarts'>> {
  const total = (count: (analysis: ReportAnalysis) => number): number =>
    parts.reduce((sum, { analysis }) => sum + count(analysis), 0);
  const words = new Int32Array(total(({ text }) => text.length));
  const sentenceStarts = new Int32Array(1 + total((analysis) => analysis.sentenceStarts.length - 1));
  const paragraphStarts = new Int32Array(1 + total((analysis) => analysis.paragraphStarts.length - 1));
  let [word, sentence, paragraph] = [0, 0, 0];
  for (const part of parts) {
    const { text, sentenceStarts: sentences, paragraphStarts: paragraphs } = part.analysis;
    const numbers = numbersOf(part);
    for (let at = 0; at < text.length; at++) words[word + at] = numbers[text[at] ?? -1] ?? -1;
    for (let at = 0; at < sentences.length; at++) sentenceStarts[sentence + at] = word + (sentences[at] ?? 0);
    for (let at = 0; at < paragraphs.length; at++)
      paragraphStarts[paragraph + at] = sentence + (paragraphs[at] ?? 0);
    word += text.length;
    sentence += sentences.length - 1;
    paragraph += paragraphs.length - 1;
    yield;
  }
  return { words, sentenceStarts, paragraphStarts };
}

/** Each once, though every report of a subject explains it again. */
function acronymTerms(
  acronyms: readonly AcronymStems[],
  termsOf: (stems: readonly string[]) => readonly number[],
): readonly AcronymTerms[] {
  const found = new Map<string, AcronymTerms>();
  for (const { short: written, long: words } of acronyms) {
    const [short] = termsOf(written);
    const long = [...new Set(termsOf(words))];
    if (short !== undefined && long.length > 0) found.set([short, ...long].join(' '), { short, long });
  }
  return [...found.values()];
}

/** A heading's words count only where some paragraph holds them too. */
const knownTerms = (lexicon: Lexicon, stems: readonly string[]): readonly number[] =>
  stems.flatMap((stem) => lexicon.findTerm(stem) ?? []);
