import { askReports } from '../src/discord/ask-reports.ts';
import { messageCommand } from '../src/discord/define-command.ts';

/** Asks what a message says. Somebody else may have written it: it leans on nothing that this person was answered. */
export const askTheReports = messageCommand('Ask the reports', (text, input, context) =>
  askReports(text, { ...input, asWritten: true }, context),
);
