import { ApplicationCommandOptionType } from 'discord.js';
import { searchReports } from '../src/discord/ask-reports.ts';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { namedReport, reportChoices, reportOption } from '../src/discord/option-choices.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { WORDS_LIMIT } from '../src/render/render-hits.ts';
import { privateNote } from '../src/render/reply.ts';

export const search = {
  data: slashCommand({
    name: 'search',
    description: 'List the passages that contain your words, best first',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        description:
          'Words in any form; "in quotation marks" just as they are; -word for what must be absent',
        required: true,
        max_length: WORDS_LIMIT,
      },
      { ...reportOption, description: 'Search this report only' },
    ],
  }),
  isQuestion: true,

  async run({ text, locale }, { library }) {
    const words = text('words') ?? '';
    if (words.length > WORDS_LIMIT)
      return privateNote(wordingFor(locale).search.tooLong(words.length, WORDS_LIMIT));
    const id = text('report');
    const report = id === undefined ? undefined : namedReport(library.reports, id, locale);
    if (report && 'components' in report) return report;
    const reply = await searchReports(words, report, 0, { library, locale });
    if (!reply) throw new RangeError('Cannot show page 0 of a search: there are passages, but none on it');
    return reply;
  },

  complete: async (option, typed, { library }) =>
    option === 'report' ? reportChoices(library.reports, typed) : [],
} satisfies Command;
