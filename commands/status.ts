import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { renderStatus } from '../src/render/render-status.ts';

export const status = {
  data: slashCommand({
    name: 'status',
    description: 'How the bot is doing: uptime, questions, speed, memory (admins of the bot only)',
    ...FOR_MANAGERS,
  }),
  requiredRole: 'admin',

  run: async ({ locale }, { library, collections, metrics, reader, shards, processes }) =>
    renderStatus(metrics.snapshot(), {
      library,
      locale,
      shards: shards(),
      memory: process.memoryUsage.rss(),
      reader: reader.state,
      processes: await processes.list(),
      sharedVersion: collections.shared.version,
    }),
} satisfies Command;
