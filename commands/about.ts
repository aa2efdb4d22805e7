import { ApplicationIntegrationType, ComponentType, InteractionContextType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { textDisplay } from '../src/discord/text.ts';

export const about = {
  data: {
    name: 'about',
    description: 'What this bot answers from, how, and what it does not promise',
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  },

  isPrivate: () => true,

  async run(_input, { library: { current } }) {
    const paragraphs = current.reports.reduce((sum, report) => sum + report.paragraphs.length, 0);
    return {
      components: [
        {
          type: ComponentType.Container,
          components: [
            textDisplay(
              [
                '**Pilcrow** answers from reports, and never in words of its own.',
                `It searches ${paragraphs} paragraphs of ${current.reports.length} reports (content ${current.version}) and quotes the one that answers, word for word, with its source and the one who said it. Where the reports do not answer, it says so.`,
                '**What a quotation proves:** that these words stand in that report. It does not prove that they are true, nor that the report is complete.',
                '-# No language model takes part. Questions are not stored. /sources lists the reports.',
              ].join('\n\n'),
            ),
          ],
        },
      ],
    };
  },
} satisfies Command;
