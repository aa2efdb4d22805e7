import { ApplicationCommandOptionType } from 'discord.js';
import { matchReports, reportsHolding } from '../corpus/match-reports.ts';
import type { Report } from '../corpus/report.ts';
import { commandName, wordingFor } from '../i18n/wording.ts';
import { escapeMarkdown, truncate } from '../render/quote/escape.ts';
import { inTurn, suggestionsOf } from '../render/suggestion-buttons.ts';
import { foldText } from '../corpus/folded-report.ts';
import type { Task } from '../text/cooperative-task.ts';
import { type Choice, privateNote, type Reply } from '../render/reply.ts';

const SHOWN_OF_A_NAME = 100;
/** Discord's limit for the options of a menu. */
const MOST_OFFERED = 25;

/** Discord's limits for the choices of an option. */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** As many as Discord takes, with names as long as it takes; without those whose value is too long. */
export const sendableChoices = (choices: readonly Choice[]): Choice[] =>
  choices
    .filter(({ name, value }) => value.length <= LONGEST_CHOICE && name !== '')
    .slice(0, MOST_CHOICES)
    .map(({ name, value }) => ({ name: truncate(name, LONGEST_CHOICE), value }));

/** The option that names one report: see {@link namedReport} for what it takes. */
export const reportOption = {
  type: ApplicationCommandOptionType.String,
  name: 'report',
  autocomplete: true,
} as const;

/** In place of a report's id: all of them, whatever the server has settled on. No id has this sign. */
export const ALL_REPORTS = '*';

/** The reports that what was typed fits. */
export const reportChoices = (reports: readonly Report[], typed: string): readonly Choice[] =>
  choicesOf(reportsHolding(reports, typed), reports);

/** Those of one title are told apart by their ids, which stand first: a name may be cut. */
function choicesOf(fitting: readonly Report[], reports: readonly Report[]): readonly Choice[] {
  const once = new Set<string>();
  const again = new Set<string>();
  for (const { title } of reports) (once.has(title) ? again : once).add(title);
  return fitting.map(({ id, title }) => ({
    name: again.has(title) ? `${id} · ${title}` : title,
    value: id,
  }));
}

/**
 * The one of `reports` that was `given`: by its id, its title, or a part of them. Else the reply: none fits, `unknown`, or
 * several do, to choose from.
 */
export function namedReport(
  reports: readonly Report[],
  given: string,
  locale: string,
  unknown: (given: string, locale: string) => Reply = unknownReport,
): Report | Reply {
  const fitting = matchReports(reports, given);
  const [first, ...others] = fitting;
  if (!first) return unknown(given, locale);
  if (others.length === 0) return first;
  const { guide } = wordingFor(locale);
  const offered = choicesOf(fitting.slice(0, MOST_OFFERED), reports);
  const more = fitting.length > MOST_OFFERED ? [guide.firstOnes(MOST_OFFERED)] : [];
  const sentence = [guide.several(fitting.length, shownName(given)), ...more].join(' ');
  return {
    ...privateNote(sentence),
    choose: { option: reportOption.name, placeholder: guide.choose, choices: offered },
  };
}

function unknownReport(given: string, locale: string): Reply {
  const wording = wordingFor(locale);
  return privateNote(wording.notes.unknownReport(shownName(given), commandName(wording, 'sources')));
}

/** What somebody gave for a report's name, as markdown. */
export const shownName = (given: string): string => escapeMarkdown(truncate(given, SHOWN_OF_A_NAME));

/**
 * Questions to begin with: those that the reports suggest, each report in turn, and, once something is `typed`, also
 * the reports' headings. Each holds every word typed, in any order, however it is cased or accented.
 */
export function* questionChoices(reports: readonly Report[], typed: string): Task<readonly Choice[]> {
  const words = typed
    .split(/\s+/u)
    .map(foldText)
    .filter((word) => word !== '');
  const headings: (readonly string[])[] = [];
  for (const report of words.length === 0 ? [] : reports) {
    headings.push(headingsOf(report));
    yield;
  }
  const suggested = suggestionsOf(reports).map(({ question }) => question);
  const fitting = new Set<string>();
  for (const text of [...suggested, ...inTurn(headings)]) {
    const folded = foldText(text);
    if (words.every((word) => folded.includes(word))) fitting.add(text);
    yield;
  }
  return Array.from(fitting, (text) => ({ name: text, value: text }));
}

const headingsOf = ({ paragraphs }: Report): readonly string[] => [
  ...new Set(paragraphs.flatMap(({ heading }) => (heading === undefined ? [] : [heading]))),
];
