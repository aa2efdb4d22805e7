import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { renderGaps } from '../src/render/render-gaps.ts';

export const gaps = {
  data: slashCommand({
    name: 'gaps',
    description: 'Questions without an answer and passages marked wrong (admins of the bot only)',
  }),
  requiredRole: 'admin',
  needsStore: true,

  run: async ({ locale }, { library: { current: library }, store }) =>
    renderGaps(await store.gaps(), 0, { library, locale }),
} satisfies Command;
