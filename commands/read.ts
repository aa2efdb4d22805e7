import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { titleMarkdown } from '../src/discord/citation.ts';
import type { Command } from '../src/discord/command.ts';
import { renderReading } from '../src/discord/render-reading.ts';
import { findReport, reportChoices, reportOption, unknownReport } from '../src/discord/report-option.ts';
import { privateNote } from '../src/discord/text.ts';

export const read = {
  data: {
    name: 'read',
    description: 'Read a report, from its beginning or from a paragraph on',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      { ...reportOption('The report to read'), required: true },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'paragraph',
        description: 'The number of the paragraph to begin with, as in ¶ 7',
        min_value: 1,
      },
    ],
  },

  isPrivate: () => true,

  async run(input, { library: { current: library } }) {
    const id = input.text('report') ?? '';
    const number = input.integer('paragraph') ?? 1;
    const report = findReport(library, id);
    if (!report) return unknownReport(id);
    const { length } = report.paragraphs;
    const start = report.paragraphs[number - 1];
    if (!start) {
      return privateNote(
        `There is no ¶ ${number} in ${titleMarkdown(report)}: its paragraphs are numbered from 1 to ${length}.`,
      );
    }
    return renderReading({ library, locale: input.locale }, report, start, 1);
  },

  complete: (option, typed, { library }) =>
    option === 'report' ? reportChoices(library.current, typed) : [],
} satisfies Command;
