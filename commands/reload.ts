import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { withFollowers } from '../src/discord/reports/collection-at.ts';
import { renderReload } from '../src/render/render-reload.ts';

export const reload = {
  data: slashCommand({
    name: 'reload',
    description: 'Load the reports again from disk (admins of the bot only)',
    ...FOR_MANAGERS,
  }),
  requiredRole: 'admin',

  async run({ locale }, context) {
    const outcome = await context.reload();
    const reply = renderReload(outcome, { library: context.collections.shared, locale });
    return outcome.kind === 'reloaded' ? withFollowers(reply, locale, context) : reply;
  },
} satisfies Command;
