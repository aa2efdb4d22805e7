import { ApplicationCommandOptionType } from 'discord.js';
import { checkReports } from '../src/discord/check-reports.ts';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';

export const verify = {
  data: slashCommand('verify', [
    { type: ApplicationCommandOptionType.String, name: 'quote', required: true },
  ]),
  isQuestion: true,

  run: (input, context) => checkReports(input.text('quote') ?? '', input, context),
} satisfies Command;
