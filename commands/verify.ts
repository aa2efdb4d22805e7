import { ApplicationCommandOptionType } from 'discord.js';
import { checkReports } from '../src/discord/ask-reports.ts';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';

export const verify = {
  data: slashCommand({
    name: 'verify',
    description: 'Check whether a quotation is in the reports, word for word',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'quote',
        description: 'The words as they were quoted; an ellipsis may stand for words left out',
        required: true,
      },
    ],
  }),
  isQuestion: true,

  run: (input, context) => checkReports(input.text('quote') ?? '', input, context),
} satisfies Command;
