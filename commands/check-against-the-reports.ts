import { checkReports } from '../src/discord/ask-reports.ts';
import { messageCommand } from '../src/discord/define-command.ts';

/** Checks whether the text of a message is in the reports, word for word. */
export const checkAgainstTheReports = messageCommand('Check against the reports', checkReports);
