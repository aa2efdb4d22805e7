import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { escapeMarkdown } from '../src/discord/escape.ts';
import { renderAnswer } from '../src/discord/render-answer.ts';
import { shorten } from '../src/discord/shorten.ts';
import { privateNote } from '../src/discord/text.ts';

const SHOWN_OF_A_WRONG_ID = 100;

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
      {
        type: ApplicationCommandOptionType.String,
        name: 'report',
        description: 'Answer from this report only',
        autocomplete: true,
      },
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
    if (report !== undefined && !current.reports.some(({ id }) => id === report)) {
      const shown = escapeMarkdown(shorten(report, SHOWN_OF_A_WRONG_ID));
      return privateNote(
        `There is no report “${shown}”. Choose one from the list of the option, or see /sources.`,
      );
    }
    const answer = await current.answer(question, { ...(report !== undefined && { report }) });
    const audience = !input.inServer ? 'direct' : input.flag('private') ? 'private' : 'public';
    return renderAnswer(answer, question, { library: current, locale: input.locale, audience });
  },

  complete(option, typed, { library }) {
    if (option !== 'report') return [];
    const wanted = typed.toLocaleLowerCase();
    return library.current.reports
      .filter(({ id, title }) => `${id} ${title}`.toLocaleLowerCase().includes(wanted))
      .map(({ id, title }) => ({ name: title, value: id }));
  },
} satisfies Command;
