import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startFormBot } from '../support/form-bot.ts';
import { isShown, lastMessage, log, messageBox, pickCommand } from '../support/page-driver.ts';
import { noBrowser, sharePages } from '../support/page-fixture.ts';

const TOO_POWERFUL = 'Your files are too powerful. Max file size is 10 MB please.';
const tides = { name: 'tides.md', mimeType: 'text/markdown', buffer: Buffer.from('# Tides') };
/** Drops files on the message list, each given as JavaScript that makes its content. */
const drop = async (page: Page, ...files: readonly (readonly [name: string, content: string])[]) => {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const transfer = new DataTransfer();
    for (const [name, content] of [${files.map(([name, content]) => `['${name}', ${content}]`).join()}])
      transfer.items.add(new File([content], name));
    return transfer;
  })()`);
  await page.dispatchEvent('#log', 'dragover', { dataTransfer });
  await page.locator('.drop-cover:not([hidden])').waitFor();
  const words = await page.locator('.drop-cover').textContent();
  await page.dispatchEvent('#log', 'drop', { dataTransfer });
  return words;
};

const field = (page: Page) => page.locator('input[type=file].option-input');
const waiting = (page: Page) => page.getByRole('list', { name: 'Files to send' }).getByRole('listitem');

describe.skipIf(noBrowser)('files on the page', () => {
  const fixture = sharePages(startFormBot);

  it('are picked for an option, and run by Enter', async () => {
    const page = await fixture().open();
    await pickCommand(page, 'import');
    await field(page).setInputFiles(tides);
    await page.keyboard.press('Enter');
    await lastMessage(page)
      .getByText('tides.md, 7 bytes, text/markdown; charset=utf-8, note none: # Tides')
      .waitFor();
  });

  it('are dropped into the option of the command that is open', async () => {
    const page = await fixture().open();
    await pickCommand(page, 'import');
    await page.getByRole('button', { name: 'Add the option note' }).click();
    await page.getByRole('combobox', { name: 'note' }).fill('new');
    expect(await drop(page, ['tides.md', "'# Ebb'"])).toBe('Give it to /import');
    expect(await drop(page, ['tides.md', "'# Flood'"])).toBe('Give it to /import');
    await page.getByRole('button', { name: 'Run /import' }).click();
    await lastMessage(page).getByText('note new: # Flood').waitFor();
  });

  it('are refused by a command that takes none, or fewer', async () => {
    const page = await fixture().open();
    await pickCommand(page, 'here');
    await drop(page, ['tides.md', "'# Tides'"]);
    await page.getByText('/here takes no file.').waitFor();
    await page.keyboard.press('Escape');
    await pickCommand(page, 'import');
    await drop(page, ['a.md', "'a'"], ['b.md', "'b'"]);
    expect(await isShown(page.getByText('/import takes one file.'))).toBe(true);
  });

  it('are needed where the option is', async () => {
    const page = await fixture().open();
    await pickCommand(page, 'import');
    await page.getByRole('button', { name: 'Run /import' }).click();
    await page.getByText('This option is required.').waitFor();
    expect(await log(page).getByRole('article').count()).toBe(0);
  });

  it('dropped on a channel wait for Enter, and are sent with the text', async () => {
    const page = await fixture().open();
    expect(await drop(page, ['tides of may.txt', "'high water'"], ['other.txt', "'low water'"])).toBe(
      'Upload to #general',
    );
    await expect.poll(() => waiting(page).count()).toBe(2);
    await page.keyboard.type('Look');
    await page.keyboard.press('Enter');
    const message = lastMessage(page);
    await message.getByText('Look').waitFor();
    const download = page.waitForEvent('download');
    await message.getByRole('link', { name: 'tides of may.txt' }).click();
    expect((await download).suggestedFilename()).toBe('tides_of_may.txt');
    expect(await message.getByRole('link').count()).toBe(2);
    expect(await waiting(page).count()).toBe(0);
  });

  it('need no text, and can be taken away again', async () => {
    const page = await fixture().open();
    await page.locator('[data-part=picker]').setInputFiles([tides, { ...tides, name: 'other.md' }]);
    await page.getByRole('button', { name: 'Remove other.md' }).click();
    await page.keyboard.press('Enter');
    await lastMessage(page).getByRole('link', { name: 'tides.md' }).waitFor();
    expect(await lastMessage(page).getByRole('link').count()).toBe(1);
  });

  it('that wait can be given to a command instead', async () => {
    const page = await fixture().open();
    await drop(page, ['tides.md', "'# Tides'"]);
    await page.getByRole('button', { name: '/import' }).click();
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('note none: # Tides').waitFor();
    expect(await log(page).getByRole('article').count()).toBe(1);
    expect(await waiting(page).count()).toBe(0);
  });

  it('of more than 10 MiB are refused in the words of Discord, and the others stay', async () => {
    const page = await fixture().open();
    const large = ['large.bin', 'new Uint8Array(10 * 1024 * 1024 + 1)'] as const;
    await drop(page, large, ['small.txt', "'x'"]);
    await page.getByText(TOO_POWERFUL).waitFor();
    expect(await waiting(page).count()).toBe(1);
    await pickCommand(page, 'import');
    await drop(page, large);
    await page.getByText(TOO_POWERFUL).waitFor();
    await page.getByRole('button', { name: 'Run /import' }).click();
    await page.getByText('This option is required.').waitFor();
    await messageBox(page).waitFor({ state: 'hidden' });
  });
});
