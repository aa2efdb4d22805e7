import { ApplicationCommandOptionType } from 'discord.js';
import type { Report } from '../corpus/report.ts';
import { commandName, wordingFor } from '../i18n/wording.ts';
import type { Library } from '../library/library.ts';
import { escapeMarkdown, truncate } from '../render/quote/escape.ts';
import { foldText } from '../corpus/folded-report.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import type { Choice } from './command.ts';

const SHOWN_OF_A_WRONG_ID = 100;

/** The option that names one report. Its value is an id, or whatever a person typed instead. */
export const reportOption = {
  type: ApplicationCommandOptionType.String,
  name: 'report',
  autocomplete: true,
} as const;

/** In place of a report's id: all of them, whatever the server has settled on. No id has this sign. */
export const ALL_REPORTS = '*';

/** The reports whose id or title holds what was typed. */
export const reportChoices = ({ reports }: Library, typed: string): readonly Choice[] =>
  matchingReports(reports, typed);

export function matchingReports(reports: readonly Report[], typed: string): readonly Choice[] {
  const wanted = typed.toLocaleLowerCase();
  return reports
    .filter(({ id, title }) => `${id} ${title}`.toLocaleLowerCase().includes(wanted))
    .map(({ id, title }) => ({ name: title, value: id }));
}

export function unknownReport(id: string, locale: string): Reply {
  const wording = wordingFor(locale);
  const shown = escapeMarkdown(truncate(id, SHOWN_OF_A_WRONG_ID));
  return privateNote(wording.notes.unknownReport(shown, commandName(wording, 'sources')));
}

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
