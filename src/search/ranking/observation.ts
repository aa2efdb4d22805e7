import type { Paragraph, Report } from '../../corpus/report.ts';
import type { ScopeStatistics } from '../candidate-source.ts';
import type { IndexedReport } from '../index/report-analysis.ts';
import type { Question } from '../query/question.ts';
import { type ParagraphEvidence, readEvidence, readHeld } from './evidence.ts';
import { namesOf } from './feature-tables.ts';
import type { NumberedQuestion } from './numbered-question.ts';
import { type ParagraphFeature, paragraphFeatures } from './paragraph-features.ts';
import { type SentenceFeature, sentenceFeatures } from './sentence-features.ts';

/** Feature values are in the order of `PARAGRAPH_FEATURES` and `SENTENCE_FEATURES`. */
export interface Observation {
  readonly report: Report;
  readonly paragraph: Paragraph;
  readonly question: Question;
  readonly statistics: ScopeStatistics;
  readonly evidence: ParagraphEvidence;
  readonly paragraphValues: Float64Array;
  readonly sentenceValues: readonly Float64Array[];
}

export const PARAGRAPH_FEATURES: readonly ParagraphFeature[] = namesOf(paragraphFeatures);
export const SENTENCE_FEATURES: readonly SentenceFeature[] = namesOf(sentenceFeatures);

const PARAGRAPH_FUNCTIONS = Object.values(paragraphFeatures);
const SENTENCE_FUNCTIONS = Object.values(sentenceFeatures);

/** What a question is compared with. */
export interface Surroundings {
  readonly statistics: ScopeStatistics;
  /** Whether other reports are searched too: then a report's title tells it from them. */
  readonly isWholeLibrary: boolean;
}

/** All that the ranking knows of one paragraph, before any weight. The question has at least one term. */
export function observe(
  asked: NumberedQuestion,
  indexed: IndexedReport,
  at: number,
  { statistics, isWholeLibrary }: Surroundings,
): Observation {
  const { question } = asked;
  const { report, analysis } = indexed;
  const text = { analysis, stems: statistics.numbersIn(indexed) };
  const evidence = readEvidence(asked, text, at);
  const paragraph = report.paragraphs[at];
  if (paragraph === undefined) throw new RangeError(`Cannot observe paragraph ${at} of "${report.id}"`);
  const headings = [
    ...(analysis.headings.get(paragraph.heading ?? '') ?? []),
    ...(isWholeLibrary ? analysis.title : []),
  ];
  const view = {
    question,
    statistics,
    paragraph: evidence,
    above: (at > 0 ? readHeld(asked, text, at - 1) : 0) | maskOfStems(headings, question),
  };
  return {
    report,
    paragraph,
    question,
    statistics,
    evidence,
    paragraphValues: evaluate(PARAGRAPH_FUNCTIONS, view),
    sentenceValues: evidence.sentences.map((sentence, index, all) =>
      evaluate(SENTENCE_FUNCTIONS, {
        question,
        statistics,
        sentence,
        before: all[index - 1],
        after: all[index + 1],
      }),
    ),
  };
}

/** Whether the paragraph contains a term of the question, or a variant of one. */
export const sharesTerms = ({ evidence: { held, typos, family, synonym } }: Observation): boolean =>
  (held | typos | family | synonym) !== 0;

/** The question's terms among `stems`. */
function maskOfStems(stems: readonly string[], { matches }: Question): number {
  let mask = 0;
  for (const stem of stems) {
    for (const { at, kind } of matches.get(stem) ?? []) if (kind === 'exact') mask |= 1 << at;
  }
  return mask;
}

/** A plain loop: this runs some thousand times a question. */
function evaluate<View>(features: readonly ((view: View) => number)[], view: View): Float64Array {
  const values = new Float64Array(features.length);
  for (let at = 0; at < features.length; at++) values[at] = features[at]?.(view) ?? 0;
  return values;
}
