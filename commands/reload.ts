import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { withProcesses } from '../src/render/render-processes.ts';
import { renderReload } from '../src/render/render-reload.ts';

export const reload = {
  data: slashCommand({
    name: 'reload',
    description: 'Load the reports again from disk (admins of the bot only)',
    ...FOR_MANAGERS,
  }),
  requiredRole: 'admin',

  async run({ locale }, { collections, processes, reload: loadAgain }) {
    const outcome = await loadAgain();
    const library = collections.shared;
    const reply = renderReload(outcome, { library, locale });
    if (outcome.kind !== 'reloaded') return reply;
    return withProcesses(reply, await processes.list(), library.version, locale);
  },
} satisfies Command;
