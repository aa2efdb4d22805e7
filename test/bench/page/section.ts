/** One part of the page: what was measured, in words, tables and charts. */
export interface Section {
  readonly title: string;
  /** Markdown, without the title; charts stand in it by their file name. */
  readonly text: string;
  readonly charts: readonly Chart[];
}

export interface Chart {
  /** Such as `speed.svg`. */
  readonly file: string;
  readonly svg: string;
}

/** The charts of the page stand in this folder beside it. */
export const CHART_FOLDER = 'benchmarks';

/** A reference to a chart of the page. `words` stand where no picture is shown. */
export const chartLink = (file: string, words: string): string => `![${words}](${CHART_FOLDER}/${file})`;

/** A Markdown table; the first column is text, the others are numbers. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => (at === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.map(escapeCell).join(' | ')} |`).join('\n');
}

const escapeCell = (cell: string): string => cell.replaceAll('|', String.raw`\|`);
