import { ApplicationCommandOptionType, ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import { checkQuotation } from '../src/answer/check-quotation.ts';
import type { Command } from '../src/discord/command.ts';
import { renderQuotation } from '../src/discord/render-quotation.ts';

export const verify = {
  data: {
    name: 'verify',
    description: 'Check whether a quotation stands in the reports, word for word',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'quote',
        description: 'The words as they were quoted; an ellipsis may stand for words left out',
        required: true,
      },
    ],
  },

  isPrivate: () => true,

  async run(input, { library: { current } }) {
    const quote = input.text('quote') ?? '';
    const check = await checkQuotation(quote, current.reports);
    const audience = input.inServer ? 'private' : 'direct';
    return renderQuotation(check, quote, { library: current, locale: input.locale, audience });
  },
} satisfies Command;
