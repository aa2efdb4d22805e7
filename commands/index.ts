import type { Command } from '../src/discord/command.ts';
import { about } from './about.ts';
import { ask } from './ask.ts';
import { read } from './read.ts';
import { reload } from './reload.ts';
import { search } from './search.ts';
import { sources } from './sources.ts';
import { verify } from './verify.ts';

/** Every command of the bot. To add one, write its file and list it here. */
export const commands: readonly Command[] = [ask, search, read, verify, sources, about, reload];
