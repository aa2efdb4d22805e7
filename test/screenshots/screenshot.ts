import { chromium } from 'playwright-core';
import {
  chromiumAdvice,
  chromiumArguments,
  findChromium,
} from '../../src/local-discord/test/support/chromium.ts';

export interface ScreenshotOptions {
  /** Where the local Discord's page is, such as `http://127.0.0.1:3000/`. A bot must be online there. */
  readonly url: string;
  /** The PNG to write. */
  readonly file: string;
  readonly question: string;
  readonly look?: 'light' | 'dark';
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** CSS pixels; the picture has twice as many each way. */
const size = { width: 1120, height: 700 };

/**
 * Opens the page, asks with `/ask`, and saves what stands there once the bot has answered. Rejects when there is no
 * Chromium, or no answer within half a minute.
 */
export const takeScreenshot = async (options: ScreenshotOptions): Promise<void> => {
  const { url, file, question, look = 'light', env = process.env } = options;
  const executablePath = findChromium(env);
  if (executablePath === undefined) throw new Error(`Cannot take a screenshot: ${chromiumAdvice}`);
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const page = await browser.newPage({
      viewport: size,
      deviceScaleFactor: 2,
      colorScheme: look,
      locale: 'en-GB',
    });
    await page.goto(url);
    await page.getByText(/ is online$/).waitFor();
    await page.locator('#write').fill('/ask');
    await page.getByRole('listbox').getByRole('option', { name: '/ask' }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type(question);
    await page.keyboard.press('Enter');
    const answer = page.getByRole('log').getByRole('article').last();
    await answer.getByText('used /ask').waitFor();
    await answer.locator('.text').first().waitFor();
    // The focus ring of the message box is no part of the picture.
    await page.locator(':focus').blur();
    await page.screenshot({ path: file, animations: 'disabled' });
  } finally {
    await browser.close();
  }
};
