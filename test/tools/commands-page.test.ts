import { readFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { renderCommandsPage } from '../../src/tools/render-commands-page.ts';

const PAGE = 'docs/commands.md';

describe('docs/commands.md', () => {
  it('says what the definitions say', async () => {
    const page = await format(renderCommandsPage(commands), {
      ...(await resolveConfig(PAGE)),
      filepath: PAGE,
    });
    expect(await readFile(PAGE, 'utf8'), `${PAGE} is out of date: run "npm run commands-page"`).toBe(page);
  });
});
