import type { Control } from '../control.ts';
import { askAgain } from './ask-again.ts';
import { dismiss, gaps } from './gaps.ts';
import { others, passage } from './passage.ts';
import { read } from './read.ts';
import { remove } from './remove.ts';
import { search } from './search.ts';
import { section } from './section.ts';
import { settings } from './settings.ts';
import { share } from './share.ts';
import { sources } from './sources.ts';
import { helped, wrong } from './vote.ts';

/** Every button and menu of the bot. */
export const controls: readonly Control[] = [
  passage,
  others,
  section,
  share,
  remove,
  askAgain,
  read,
  search,
  sources,
  helped,
  wrong,
  gaps,
  dismiss,
  settings,
];
