import type { Report } from '../corpus/report.ts';
import type { Choice } from './command.ts';
import { foldText } from '../render/quote/folded-report.ts';

/**
 * Questions to begin with: those that the reports suggest, each report in turn, and, once something is `typed`, also
 * the reports' headings. Each holds every word typed, in any order, however it is cased or accented.
 */
export function questionChoices(reports: readonly Report[], typed: string): readonly Choice[] {
  const words = typed
    .split(/\s+/u)
    .map(foldText)
    .filter((word) => word !== '');
  const suggested = inTurn(reports.map(({ questions }) => questions));
  const offered = words.length === 0 ? suggested : [...suggested, ...inTurn(reports.map(headingsOf))];
  const fitting = [...new Set(offered)].filter((text) => {
    const folded = foldText(text);
    return words.every((word) => folded.includes(word));
  });
  return fitting.map((text) => ({ name: text, value: text }));
}

const headingsOf = ({ paragraphs }: Report): readonly string[] => [
  ...new Set(paragraphs.flatMap(({ heading }) => (heading === undefined ? [] : [heading]))),
];

/** The first of each list, then the second of each, and so on: no report hides the others. */
function inTurn(lists: readonly (readonly string[])[]): readonly string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
