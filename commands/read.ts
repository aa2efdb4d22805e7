import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { namedReport, reportChoices, reportOption } from '../src/discord/option-choices.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { titleMarkdown } from '../src/render/citation.ts';
import { renderOutline } from '../src/render/render-outline.ts';
import { renderReading } from '../src/render/render-reading.ts';
import { privateNote } from '../src/render/reply.ts';

export const read = {
  data: slashCommand({
    name: 'read',
    description: 'See what a report is about, and read it from any paragraph on',
    options: [
      { ...reportOption, description: 'The report to read', required: true },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'paragraph',
        description: 'The number of the paragraph to begin with, as in ¶ 7 (default: the outline)',
        min_value: 1,
      },
    ],
  }),

  isReading: true,

  async run({ text, integer, locale }, { library }) {
    const report = namedReport(library.reports, text('report') ?? '', locale);
    if ('components' in report) return report;
    await library.prepare([report]);
    const view = { library, locale };
    const number = integer('paragraph');
    const outline = number === undefined && renderOutline({ ...view, audience: 'direct' }, report, 0);
    if (outline) return outline;
    const start = report.paragraphs[(number ?? 1) - 1];
    if (!start) {
      const { notes } = wordingFor(locale);
      return privateNote(notes.noParagraph(number ?? 1, titleMarkdown(report), report.paragraphs.length));
    }
    return renderReading(view, report, start, 1);
  },

  complete: async (option, typed, { library }) =>
    option === 'report' ? reportChoices(library.reports, typed) : [],
} satisfies Command;
