import { checkReports } from '../src/discord/ask-reports.ts';
import type { Command } from '../src/discord/command.ts';
import { messageCommand } from '../src/discord/define-command.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { privateNote } from '../src/render/reply.ts';

/** Checks whether the text of a message is in the reports, word for word. */
export const checkAgainstTheReports = {
  data: messageCommand('Check against the reports'),
  isQuestion: true,

  async run(input, context) {
    const quote = input.text('message')?.trim() ?? '';
    if (quote === '') return privateNote(wordingFor(input.locale).notes.noText);
    return checkReports(quote, input, context);
  },
} satisfies Command;
