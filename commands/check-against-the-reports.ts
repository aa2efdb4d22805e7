import { checkReports } from '../src/discord/ask-reports.ts';
import type { Command } from '../src/discord/command.ts';
import { messageCommand } from '../src/discord/define-command.ts';
import { privateNote } from '../src/render/reply.ts';
import { wordingFor } from '../src/i18n/wording.ts';

/** Checks whether what a message says stands in the reports. */
export const checkAgainstTheReports = {
  data: messageCommand('Check against the reports'),
  isQuestion: true,

  async run(input, context) {
    const quote = input.text('message')?.trim() ?? '';
    if (quote === '') return privateNote(wordingFor(input.locale).notes.noText);
    return checkReports(quote, input, context);
  },
} satisfies Command;
