import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { renderAnswer } from '../src/discord/render-answer.ts';
import { findReport, reportChoices, reportOption, unknownReport } from '../src/discord/report-option.ts';

export const ask = {
  data: {
    name: 'ask',
    description: 'Quote the passage of the reports that answers your question',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What you want to know, in your own words',
        required: true,
      },
      reportOption('Answer from this report only'),
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Show the answer to you only',
      },
    ],
  },

  isPrivate: (input) => input.flag('private'),

  async run(input, { library }) {
    const { current } = library;
    const question = input.text('question') ?? '';
    const report = input.text('report');
    if (report !== undefined && !findReport(current, report)) return unknownReport(report);
    const answer = await current.answer(question, { ...(report !== undefined && { report }) });
    const audience = !input.inServer ? 'direct' : input.flag('private') ? 'private' : 'public';
    return renderAnswer(answer, question, { library: current, locale: input.locale, audience });
  },

  complete: (option, typed, { library }) =>
    option === 'report' ? reportChoices(library.current, typed) : [],
} satisfies Command;
