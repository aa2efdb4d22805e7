import type { Locator, Page } from 'playwright-core';

export const messageBox = (page: Page): Locator => page.locator('#write');
export const log = (page: Page): Locator => page.getByRole('log');
export const lastMessage = (page: Page): Locator => log(page).getByRole('article').last();
export const suggestion = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('listbox').getByRole('option', { name });

/** Picks a command from the picker by keyboard. */
export const pickCommand = async (page: Page, name: string): Promise<void> => {
  await messageBox(page).fill(`/${name}`);
  await suggestion(page, `/${name}`).waitFor();
  await page.keyboard.press('Enter');
};

/** Runs a command that has no options. */
export const runCommand = async (page: Page, name: string): Promise<void> => {
  await pickCommand(page, name);
  await page.getByRole('button', { name: `Run /${name}` }).waitFor();
  await page.keyboard.press('Enter');
};

/** Asks as somebody who types the whole question. */
export const ask = async (page: Page, question: string): Promise<void> => {
  await pickCommand(page, 'ask');
  await page.getByRole('combobox', { name: 'question' }).fill(question);
  await page.keyboard.press('Enter');
};

/** Waits until it can be seen. Rejects when that does not happen. */
export const isShown = async (locator: Locator): Promise<boolean> => {
  await locator.waitFor();
  return await locator.isVisible();
};
