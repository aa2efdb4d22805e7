import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { renderRollback } from '../src/render/render-reload.ts';

export const rollback = {
  data: slashCommand('rollback'),
  needs: 'admin',

  run: async ({ locale }, { library }) => renderRollback(library.rollBack(), locale),
} satisfies Command;
