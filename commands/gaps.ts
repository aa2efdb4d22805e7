import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { renderGaps } from '../src/render/render-gaps.ts';

export const gaps = {
  data: slashCommand({
    name: 'gaps',
    description: 'Questions without an answer and passages marked wrong (for who keeps the reports)',
    ...FOR_MANAGERS,
  }),
  requiredRole: 'keeper',
  needsStore: true,

  run: async ({ locale }, { library, owner, store }) =>
    renderGaps(await store.gaps(owner), 0, { library, locale }),
} satisfies Command;
