import { chromium, type Page } from 'playwright-core';
import {
  chromiumAdvice,
  chromiumArguments,
  findChromium,
} from '../../src/local-discord/test/support/chromium.ts';
import { ask, lastMessage } from '../../src/local-discord/test/support/page-driver.ts';

export interface Look {
  /** Where the local Discord's page is, such as `http://127.0.0.1:3000/`. A bot must be online there. */
  readonly url: string;
  readonly look?: 'light' | 'dark';
  /** CSS pixels. */
  readonly height?: number;
}

export interface Picture extends Look {
  /** The PNG to write. */
  readonly file: string;
  readonly question: string;
}

/** CSS pixels; a picture has twice as many each way. */
const WIDTH = 1120;

/** Opens the page in a browser of its own. Rejects when there is no Chromium. */
export async function onPage(
  { url, look = 'light', height = 700 }: Look,
  work: (page: Page) => Promise<void>,
): Promise<void> {
  const executablePath = findChromium(process.env);
  if (executablePath === undefined) throw new Error(`Cannot take a screenshot: ${chromiumAdvice}`);
  const browser = await chromium.launch({ executablePath, args: chromiumArguments });
  try {
    const page = await browser.newPage({
      viewport: { width: WIDTH, height },
      deviceScaleFactor: 2,
      colorScheme: look,
      locale: 'en-GB',
    });
    await page.goto(url);
    await page.getByText(/ is online$/).waitFor();
    await work(page);
  } finally {
    await browser.close();
  }
}

/** Saves what is in view, without the focus ring and what shows below the pointer. */
export async function save(page: Page, file: string): Promise<void> {
  await page.locator(':focus').blur();
  await page.mouse.move(0, 0);
  await page.screenshot({ path: file, animations: 'disabled' });
  process.stdout.write(`${file}\n`);
}

/** Asks with `/ask`, and waits for the answer. Rejects when there is none within half a minute. */
export async function askOn(page: Page, question: string): Promise<void> {
  await ask(page, question);
  await lastMessage(page).getByText('used /ask').waitFor();
  await lastMessage(page).locator('.text').first().waitFor();
}

export const takeScreenshot = ({ file, question, ...look }: Picture): Promise<void> =>
  onPage(look, async (page) => {
    await askOn(page, question);
    await save(page, file);
  });
