import type { ComponentHandler } from '../command.ts';
import type { ComponentName } from '../../render/buttons.ts';
import { askAgain, askAsWritten, remove, share, vote } from './answer.ts';
import { dismiss, gaps } from './gaps.ts';
import { read, search, sources } from './pages.ts';
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

/** Every button, menu and form of the bot, by the name with which its custom id begins. */
export const componentHandlers: Readonly<Record<ComponentName, ComponentHandler>> = {
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
  settings,
  publish,
  discard,
  details,
  'details-sent': detailsSent,
  suggestions,
  'edit-report': editReport,
  'report-edited': reportEdited,
  'remove-report': removeReport,
};
