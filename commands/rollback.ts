import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { renderReload } from '../src/render/render-reload.ts';

export const rollback = {
  data: slashCommand({
    name: 'rollback',
    description: 'Go back to the reports as they were before the last reload (admins of the bot only)',
  }),
  requiredRole: 'admin',

  run: async ({ locale }, { library }) => renderReload(library.rollBack(), library.current.version, locale),
} satisfies Command;
