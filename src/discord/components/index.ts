import type { ComponentHandler } from '../component-handler.ts';
import type { ComponentName } from '../../render/buttons.ts';
import { askAgain } from './ask-again.ts';
import { dismiss, gaps } from './gaps.ts';
import { passage } from './passage.ts';
import { read } from './read.ts';
import { remove } from './remove.ts';
import { search } from './search.ts';
import { section } from './section.ts';
import { settings } from './settings.ts';
import { share } from './share.ts';
import { sources } from './sources.ts';
import { vote } from './vote.ts';

/** Every button and menu of the bot, by the name with which its custom id begins. */
export const componentHandlers: Readonly<Record<ComponentName, ComponentHandler>> = {
  passage,
  // The menu of other passages: its value is the target.
  others: passage,
  section,
  share,
  remove,
  'ask-again': askAgain,
  read,
  search,
  sources,
  helped: vote('helped'),
  wrong: vote('wrong'),
  gaps,
  dismiss,
  settings,
};
