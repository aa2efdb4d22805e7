import { ApplicationCommandOptionType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { FOR_MANAGERS, slashCommand } from '../src/discord/define-command.ts';
import { renderGapsFile } from '../src/render/gaps-file.ts';
import { renderGaps } from '../src/render/render-gaps.ts';
import { runCooperatively } from '../src/text/cooperative-task.ts';

export const gaps = {
  data: slashCommand({
    name: 'gaps',
    description: 'Questions without an answer and passages marked wrong (for who keeps the reports)',
    ...FOR_MANAGERS,
    options: [
      {
        type: ApplicationCommandOptionType.Boolean,
        name: 'export',
        description: 'Get all of them as a table in a file (CSV)',
      },
    ],
  }),
  requiredRole: 'keeper',
  needsStore: true,

  async run({ flag, locale }, { library, owner, store }) {
    const found = await store.gaps(owner);
    return flag('export') === true
      ? runCooperatively(renderGapsFile(found, locale))
      : renderGaps(found, 0, { library, locale });
  },
} satisfies Command;
