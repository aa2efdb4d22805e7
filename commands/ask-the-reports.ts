import { askReports } from '../src/discord/ask-reports.ts';
import { messageCommand } from '../src/discord/define-command.ts';

/** Asks what a message says. */
export const askTheReports = messageCommand('Ask the reports', askReports);
