import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { renderSources } from '../src/discord/render-sources.ts';
import { privateNote } from '../src/discord/text.ts';

export const sources = {
  data: {
    name: 'sources',
    description: 'List the reports that answers come from',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  isPrivate: () => true,

  async run({ locale }, { library: { current: library } }) {
    return renderSources({ library, locale }, 0) ?? privateNote('There are no reports.');
  },
} satisfies Command;
