import type { Judgement } from '../answer/judge.ts';
import type { Explanation, ExplainedParagraph } from '../search/ranking/ranker.ts';
import type { Part } from '../search/ranking/score.ts';

/**
 * How paragraphs got their scores, and how sure the answer is: tables of feature, value, weight and product, and their
 * sums. A confidence is 1 / (1 + e^-sum).
 */
export const renderExplanation = (
  { paragraphs, confidence: words }: Explanation,
  { confidence, quoteFrom, parts }: Pick<Judgement, 'confidence' | 'quoteFrom' | 'parts'>,
): string =>
  [
    ...(paragraphs.length === 0 ? ['No paragraph shares a word with the question.\n'] : []),
    ...paragraphs.map(renderScore),
    `Confidence ${confidence.toFixed(3)}: ${confidence < quoteFrom ? 'not quoted' : 'quoted'}, which needs ${quoteFrom}\n`,
    ...(words ? [renderWords(words)] : []),
    parts.length === 0
      ? 'By words alone: the reader did not read.\n'
      : ['By words and reader together', ...table(parts, 'log-odds'), ''].join('\n'),
  ].join('\n');

/** The calibration sets the product of two likelihoods right, without a change of order. */
const renderWords = ({ topic, answer, confidence }: NonNullable<Explanation['confidence']>): string =>
  [
    `By words alone ${confidence.toFixed(3)}, calibrated from the product of two:`,
    'that the reports speak of the subject',
    ...table(topic, 'log-odds'),
    'that the paragraph answers, if so',
    ...table(answer, 'log-odds'),
    '',
  ].join('\n');

function renderScore({ report, paragraph, score, parts }: ExplainedParagraph): string {
  const check = Math.abs(sumOf(parts) - score) < 1e-6 ? [] : [`  (the ranking says ${score})`];
  return [`${report.id} ¶ ${paragraph.number}`, ...table(parts, 'score'), ...check, ''].join('\n');
}

/** What counts nothing is left out. */
function table(parts: readonly Part[], total: string): readonly string[] {
  const counted = parts.filter(({ product }) => product !== 0);
  const width = Math.max(...counted.map(({ feature }) => feature.length), total.length);
  return [
    ...counted.map(
      ({ feature, value, weight, product }) =>
        `  ${feature.padEnd(width)}  ${cell(value)} x ${cell(weight)} = ${cell(product)}`,
    ),
    `  ${total.padEnd(width)}  ${' '.repeat(23)}${cell(sumOf(parts))}`,
  ];
}

const sumOf = (parts: readonly Part[]): number => parts.reduce((sum, { product }) => sum + product, 0);

const cell = (value: number): string => value.toFixed(3).padStart(9);
