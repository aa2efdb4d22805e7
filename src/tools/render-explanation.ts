import type { ExplainedParagraph } from '../search/ranking/lexical-ranker.ts';

/** Why paragraphs stand where they do: per paragraph a table of feature, value, weight and product, and their sum. */
export const renderExplanation = (explained: readonly ExplainedParagraph[]): string =>
  explained.length === 0
    ? 'No paragraph shares a word with the question.\n'
    : explained.map(renderParagraph).join('\n');

function renderParagraph({ report, paragraph, score, parts }: ExplainedParagraph): string {
  const counted = parts.filter(({ product }) => product !== 0);
  const width = Math.max(...counted.map(({ feature }) => feature.length), 'score'.length);
  const lines = counted.map(
    ({ feature, value, weight, product }) =>
      `  ${feature.padEnd(width)}  ${cell(value)} x ${cell(weight)} = ${cell(product)}`,
  );
  const sum = parts.reduce((total, { product }) => total + product, 0);
  const equation = `  ${'score'.padEnd(width)}  ${' '.repeat(23)}${cell(sum)}`;
  const check = Math.abs(sum - score) < 1e-6 ? '' : `  (the ranking says ${score})`;
  return [`${report.id} ¶ ${paragraph.number}`, ...lines, equation + check, ''].join('\n');
}

const cell = (value: number): string => value.toFixed(3).padStart(9);
