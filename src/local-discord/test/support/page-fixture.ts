import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord.ts';
import type { LocalDiscordOptions } from '../../src/options.ts';
import { createPage } from '../../src/page/page.ts';
import { chromiumAdvice, chromiumArguments, findChromium } from './chromium.ts';
import { startSampleBot } from './sample-bot.ts';

const executablePath = findChromium(process.env);

/** Whether the browser tests cannot run here. With REQUIRE_BROWSER=1 that is an error. */
export const noBrowser = executablePath === undefined;
if (noBrowser) {
  const line = `The browser tests need Chromium: ${chromiumAdvice}.`;
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(line);
  process.stderr.write(`${line} They are skipped.\n`);
}

export const launchBrowser = async (): Promise<Browser> => {
  if (executablePath === undefined) throw new Error(`Cannot launch Chromium: ${chromiumAdvice}`);
  return await chromium.launch({ executablePath, args: chromiumArguments });
};

export interface PageFixture {
  readonly discord: LocalDiscord;
  readonly url: string;
  open(options?: Parameters<Browser['newContext']>[0]): Promise<Page>;
  /** Fails the test when the server, the bot or a page did what it must not. */
  close(): Promise<void>;
}

/** Starts a bot on the server; `stop` logs it out. */
export type StartBot = (discord: LocalDiscord) => Promise<{ readonly stop: () => Promise<void> }>;

/** A local Discord with its page and a bot: the sample bot, unless another is given. */
export const createPageFixture = async (
  browser: Browser,
  options: LocalDiscordOptions = {},
  startBot: StartBot = startSampleBot,
): Promise<PageFixture> => {
  const discord = await startLocalDiscord({ botName: 'Pilcrow', ...options });
  discord.attach(createPage(discord));
  const bot = await startBot(discord);
  const url = `http://127.0.0.1:${discord.port}/`;
  const contexts: Awaited<ReturnType<Browser['newContext']>>[] = [];
  const faults: string[] = [];
  return {
    discord,
    url,
    open: async (contextOptions = {}) => {
      const context = await browser.newContext({
        locale: 'en-GB',
        reducedMotion: 'reduce',
        ...contextOptions,
      });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(8000);
      page.on('pageerror', (error) => void faults.push(error.message));
      // A lost connection is logged by the browser itself; everything else it logs is a fault.
      page.on('console', (message) => {
        if (message.type() === 'error' && !message.text().includes('net::ERR_')) faults.push(message.text());
      });
      page.on('dialog', (dialog) => {
        faults.push(`dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      page.on('request', (request) => {
        if (!request.url().startsWith(url)) faults.push(`left the server: ${request.url()}`);
      });
      await page.goto(url);
      await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
      return page;
    },
    close: async () => {
      for (const context of contexts) await context.close();
      await bot.stop();
      await discord.stop();
      expect(faults).toEqual([]);
      expect(discord.violations).toEqual([]);
    },
  };
};

/** A browser for all tests of a file, and for each a fixture of its own; see `createPageFixture`. */
export function sharePages(startBot?: StartBot): () => PageFixture {
  let browser: Browser;
  let fixture: PageFixture;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    fixture = await createPageFixture(browser, {}, startBot);
  });
  afterEach(() => fixture.close());
  return () => fixture;
}
