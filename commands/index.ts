import type { Command } from '../src/discord/command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { askTheReports } from './ask-the-reports.ts';
import { checkAgainstTheReports } from './check-against-the-reports.ts';
import { gaps } from './gaps.ts';
import { help } from './help.ts';
import { read } from './read.ts';
import { reload } from './reload.ts';
import { reports } from './reports.ts';
import { rollback } from './rollback.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sources } from './sources.ts';
import { status } from './status.ts';
import { verify } from './verify.ts';

/** Every command of the bot. To add one, write its file and list it here. */
export const commands: readonly Command[] = [
  ask,
  search,
  read,
  verify,
  askTheReports,
  checkAgainstTheReports,
  sources,
  help,
  about,
  reload,
  rollback,
  status,
  gaps,
  settings,
  reports,
];
