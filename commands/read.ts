import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { reportChoices, reportOption, unknownReport } from '../src/discord/option-choices.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { findReport } from '../src/library/library.ts';
import { titleMarkdown } from '../src/render/citation.ts';
import { renderReading } from '../src/render/render-reading.ts';
import { privateNote } from '../src/render/reply.ts';

export const read = {
  data: slashCommand({
    name: 'read',
    description: 'Read a report, from its beginning or from a paragraph on',
    options: [
      { ...reportOption, description: 'The report to read', required: true },
      {
        type: ApplicationCommandOptionType.Integer,
        name: 'paragraph',
        description: 'The number of the paragraph to begin with, as in ¶ 7',
        min_value: 1,
      },
    ],
  }),

  isReading: true,

  async run({ text, integer, locale }, { library }) {
    const id = text('report') ?? '';
    const number = integer('paragraph') ?? 1;
    const report = findReport(library, id);
    if (!report) return unknownReport(id, locale);
    const start = report.paragraphs[number - 1];
    if (!start) {
      const { notes } = wordingFor(locale);
      return privateNote(notes.noParagraph(number, titleMarkdown(report), report.paragraphs.length));
    }
    return renderReading({ library, locale }, report, start, 1);
  },

  complete: async (option, typed, { library }) => (option === 'report' ? reportChoices(library, typed) : []),
} satisfies Command;
