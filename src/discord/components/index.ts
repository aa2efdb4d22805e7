import type { ComponentHandler } from '../command.ts';
import type { ComponentName } from '../../render/buttons.ts';
import { addReport, reportAdded, seen } from './alerts.ts';
import { askAgain, askAsWritten, remove, share, vote } from './answer.ts';
import { dismiss, gaps } from './gaps.ts';
import { outline, read, search, sources } from './pages.ts';
import { others, passage, section } from './passage.ts';
import {
  details,
  detailsSent,
  discard,
  editReport,
  publish,
  removeReport,
  reportEdited,
  suggestions,
} from './reports.ts';
import { settings } from './settings.ts';
import { suggested } from './suggested.ts';

/**
 * Every button, menu and form of the bot, by the name with which its custom id begins; but the menu that runs a command
 * again, which only the dispatch can do.
 */
export const componentHandlers: Readonly<Record<Exclude<ComponentName, 'choose'>, ComponentHandler>> = {
  passage,
  others,
  section,
  share,
  remove,
  'ask-again': askAgain,
  'as-written': askAsWritten,
  read,
  search,
  sources,
  helped: vote('helped'),
  wrong: vote('wrong'),
  gaps,
  dismiss,
  seen,
  'add-report': addReport,
  'report-added': reportAdded,
  settings,
  publish,
  discard,
  details,
  'details-sent': detailsSent,
  suggestions,
  'edit-report': editReport,
  'report-edited': reportEdited,
  'remove-report': removeReport,
  suggested,
  outline,
};
