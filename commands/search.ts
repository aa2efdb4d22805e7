import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { HITS_PER_PAGE, renderHits, WORDS_LIMIT } from '../src/discord/render-hits.ts';
import { findReport, reportChoices, reportOption, unknownReport } from '../src/discord/report-option.ts';
import { privateNote } from '../src/discord/text.ts';

export const search = {
  data: {
    name: 'search',
    description: 'List the passages that hold your words, best first',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'words',
        description: 'Words to look for; other forms of them are found too',
        required: true,
        max_length: WORDS_LIMIT,
      },
      reportOption('Search this report only'),
    ],
  },

  isPrivate: () => true,

  async run(input, { library: { current: library } }) {
    const words = input.text('words') ?? '';
    if (words.length > WORDS_LIMIT)
      return privateNote(`These words have ${words.length} characters. Search for at most ${WORDS_LIMIT}.`);
    const id = input.text('report');
    const report = id === undefined ? undefined : findReport(library, id);
    if (id !== undefined && !report) return unknownReport(id);
    const page = await library.search(words, {
      ...(report && { report: report.id }),
      from: 0,
      limit: HITS_PER_PAGE,
    });
    return renderHits(page, { words, ...(report && { report }), from: 0 }, { library });
  },

  complete: (option, typed, { library }) =>
    option === 'report' ? reportChoices(library.current, typed) : [],
} satisfies Command;
