import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { renderCommandsPage } from './render-commands-page.ts';

const PAGE = 'docs/commands.md';

describe('docs/commands.md', () => {
  it('says what the definitions say; `npm run commands-page` writes it again', async () => {
    const page = await format(renderCommandsPage(commands), {
      ...(await resolveConfig(PAGE)),
      filepath: PAGE,
    });
    await expect(page).toMatchFileSnapshot(`../../${PAGE}`);
  });
});
