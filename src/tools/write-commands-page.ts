import { writeFile } from 'node:fs/promises';
import { commands } from '../../commands/index.ts';
import { renderCommandsPage } from './render-commands-page.ts';

await writeFile('docs/commands.md', renderCommandsPage(commands));
