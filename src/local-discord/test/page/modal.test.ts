import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { startFormBot } from '../support/form-bot.ts';
import { lastMessage, log, runCommand } from '../support/page-driver.ts';
import { noBrowser, sharePages } from '../support/page-fixture.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'A new report' });
const publisher = (page: Page) => dialog(page).getByRole('textbox', { name: 'Publisher' });

describe.skipIf(noBrowser)('a form on the page', () => {
  const fixture = sharePages(startFormBot);

  const open = async (): Promise<Page> => {
    const page = await fixture().open();
    await runCommand(page, 'survey');
    await dialog(page).waitFor();
    return page;
  };

  it('stands over the channel with its texts, labels and hints, the first field ready to type in', async () => {
    const page = await open();
    expect(await dialog(page).getByRole('strong').textContent()).toBe('where it is from');
    expect(await publisher(page).getAttribute('placeholder')).toBe('Harbour Board');
    expect(await publisher(page).getAttribute('maxlength')).toBe('40');
    expect(await publisher(page).getAttribute('aria-required')).toBe('true');
    await dialog(page).getByText('As it stands on the cover').waitFor();
    await page.keyboard.type('City');
    expect(await publisher(page).inputValue()).toBe('City');
  });

  it('sends everything that was filled in', async () => {
    const page = await open();
    await publisher(page).fill('Harbour Board');
    await dialog(page).getByRole('textbox', { name: 'Beside' }).fill('The ferry inquiry');
    await dialog(page).getByRole('button', { name: 'Submit' }).click();
    await lastMessage(page).getByText('Harbour Board | The ferry inquiry').waitFor();
    await expect.poll(() => dialog(page).count()).toBe(0);
  });

  it.each([
    ['nothing where something is needed', '', 'This field is required'],
    ['less than a field takes', 'ab', 'Must be between 3 and 40 in length.'],
  ])('is not sent with %s: the field says why', async (_, typed, fault) => {
    const page = await open();
    await publisher(page).fill(typed);
    await dialog(page).getByRole('button', { name: 'Submit' }).click();
    await dialog(page).getByText(fault).waitFor();
    expect(await publisher(page).getAttribute('aria-invalid')).toBe('true');
    await page.locator('.modal input:focus').waitFor();
    await page.keyboard.type('City');
    await expect.poll(() => dialog(page).getByText(fault).count()).toBe(0);
    await page.keyboard.press('Enter');
    await lastMessage(page).getByText('City |').waitFor();
  });

  it.each([
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['Cancel', (page: Page) => dialog(page).getByRole('button', { name: 'Cancel' }).click()],
  ])('goes away by %s, and tells the bot nothing', async (_, close) => {
    const page = await open();
    await publisher(page).fill('Harbour Board');
    await close(page);
    await expect.poll(() => dialog(page).count()).toBe(0);
    expect(await log(page).getByRole('article').count()).toBe(0);
  });

  it('keeps the focus inside', async () => {
    const page = await open();
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press('Tab');
      const isOutside = await page.evaluate(
        "document.activeElement !== document.body && document.activeElement.closest('dialog') === null",
      );
      expect(isOutside).toBe(false);
    }
  });

  it('stays open with what was written when the bot does not answer', async () => {
    const page = await open();
    await publisher(page).fill('Harbour Board');
    await page.route('**/act', (route) => route.fulfill({ json: { kind: 'no-answer' } }));
    await dialog(page).getByRole('button', { name: 'Submit' }).click();
    await dialog(page).getByText('Something went wrong. Try again.').waitFor();
    expect(await publisher(page).inputValue()).toBe('Harbour Board');
    await page.unroute('**/act');
  });
});
