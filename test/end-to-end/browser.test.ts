import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { ask, lastMessage, runCommand } from '../local-discord/page/support/hands.ts';
import { createStage, launchBrowser, noBrowser, type Stage } from '../local-discord/page/support/stage.ts';
import { startBotOn } from '../support/running-bot.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const FERRY = '---\ntitle: The ferry inquiry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n';
const HOSTILE =
  'The zebra said <script>alert(1)</script> and <img src=x onerror=alert(1)> to @everyone, ' +
  'see [the prize](https://evil.example) or <@123456789012345678>, **now** ||hidden|| `code` \\o/.';

describe.skipIf(noBrowser)('the bot on the page, in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  async function open(): Promise<{ readonly stage: Stage; readonly folder: string }> {
    const folder = await createTempFolder({
      'ferry.md': FERRY,
      'hostile.md': `---\ntitle: "<b>Bold</b> & @here"\n---\n\n${HOSTILE}\n`,
    });
    const stage = await createStage(browser, {}, (discord) => startBotOn(discord, folder));
    onTestFinished(() => stage.close());
    return { stage, folder };
  }

  it('quotes the passage with its citation', async () => {
    const page = await (await open()).stage.open();
    await ask(page, 'Which ferry sank off Corvo?');
    const answer = lastMessage(page);
    await answer.getByText('The ferry inquiry').waitFor();
    expect(await answer.getByRole('blockquote').textContent()).toContain(
      'The ferry Estrella sank off Corvo. Nobody was hurt.',
    );
    expect(await answer.getByRole('strong').first().textContent()).toBe('The ferry Estrella sank off Corvo.');
    await answer.getByText('¶ 1 of 1').waitFor();
  });

  it('shows a hostile report as text', async () => {
    const page = await (await open()).stage.open();
    await ask(page, 'What did the zebra say?');
    const answer = lastMessage(page);
    await answer.getByRole('blockquote').waitFor();
    expect(await answer.getByRole('blockquote').textContent()).toContain(HOSTILE);
    expect(await answer.getByText('<b>Bold</b> & @here').count()).toBe(1);
    expect(await answer.locator('script, img, b, a').count()).toBe(0);
  });

  it('reloads for an admin, and refuses a member in private', async () => {
    const { stage, folder } = await open();
    const page = await stage.open();
    await writeFile(join(folder, 'bridge.md'), '---\ntitle: The bridge\n---\n\nThe bridge was closed.\n');
    await runCommand(page, 'reload');
    await lastMessage(page).getByText('Only admins of this bot may reload the reports.').waitFor();
    await lastMessage(page).getByText('Only you can see this').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Olive · Server owner' });
    await runCommand(page, 'reload');
    await lastMessage(page).getByText('Added: bridge').waitFor();
  });
});
