import { askReports } from '../src/discord/ask-reports.ts';
import type { Command } from '../src/discord/command.ts';
import { messageCommand } from '../src/discord/define-command.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { privateNote } from '../src/render/reply.ts';

/** Asks what a message says. */
export const askTheReports = {
  data: messageCommand('Ask the reports'),
  isQuestion: true,

  async run(input, context) {
    const question = input.text('message')?.trim() ?? '';
    if (question === '') return privateNote(wordingFor(input.locale).notes.noText);
    return askReports(question, input, context);
  },
} satisfies Command;
