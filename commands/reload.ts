import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { renderReload } from '../src/render/render-reload.ts';

export const reload = {
  data: slashCommand({
    name: 'reload',
    description: 'Load the reports again from disk (admins of the bot only)',
    ...FOR_MANAGERS,
  }),
  requiredRole: 'admin',

  async run({ locale }, { collections, reload: loadAgain }) {
    return renderReload(await loadAgain(), { library: collections.shared, locale });
  },
} satisfies Command;
