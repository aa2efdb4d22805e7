import { ApplicationCommandOptionType } from 'discord.js';
import { matchReports } from '../src/corpus/match-reports.ts';
import { askReports } from '../src/discord/ask-reports.ts';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { ALL_REPORTS, questionChoices, reportChoices, reportOption } from '../src/discord/option-choices.ts';
import { defaultReportOf, isPublicIn, settingsOf } from '../src/discord/server-settings.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { runCooperatively } from '../src/text/cooperative-task.ts';

export const ask = {
  data: slashCommand({
    name: 'ask',
    description: 'Quote the passage of the reports that answers your question',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'What you want to know, in your own words',
        required: true,
        autocomplete: true,
      },
      { ...reportOption, description: 'Answer from this report only' },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'private',
        description: 'Show the answer to you only',
      },
    ],
  }),
  isQuestion: true,

  async isPublic({ flag, server }, { store }) {
    if (!server || flag('private') === true) return false;
    return isPublicIn(await settingsOf(store, server), server);
  },

  run: (input, context) =>
    askReports(input.text('question') ?? '', { ...input, report: input.text('report') }, context),

  async complete(option, typed, { library, store }, { text, server, locale }) {
    const ownReport = defaultReportOf(await settingsOf(store, server), library);
    if (option === 'report') {
      const all = { name: wordingFor(locale).answer.allReports, value: ALL_REPORTS };
      return [...(ownReport && typed === '' ? [all] : []), ...reportChoices(library.reports, typed)];
    }
    const id = text('report');
    const named = id === undefined ? [ownReport ?? []].flat() : matchReports(library.reports, id);
    return runCooperatively(questionChoices(named.length > 0 ? named : library.reports, typed));
  },
} satisfies Command;
