import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
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
  /** In the tab that all tests of the file share, or with options in a window of its own, which costs a second. */
  open(options?: BrowserContextOptions): Promise<Page>;
  /** Fails the test when the server, the bot or a page did what it must not. */
  close(): Promise<void>;
}

/** Starts a bot on the server; `stop` logs it out. */
export type StartBot = (discord: LocalDiscord) => Promise<{ readonly stop: () => Promise<void> }>;

/** A local Discord with its page and a bot: the sample bot, unless another is given. */
export type CreatePageFixture = (options?: LocalDiscordOptions, startBot?: StartBot) => Promise<PageFixture>;

/** A page of a browser, and what went wrong in it. */
interface Tab {
  readonly page: Page;
  readonly faults: readonly string[];
  show(url: string): Promise<Page>;
}

const openTab = async (context: BrowserContext): Promise<Tab> => {
  const page = await context.newPage();
  // On a busy computer a page takes seconds to answer.
  page.setDefaultTimeout(30_000);
  const faults: string[] = [];
  /** All that were shown: a page may ask its server once more while it is left. */
  const shown: string[] = [];
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
    if (!shown.some((url) => request.url().startsWith(url))) faults.push(`left the server: ${request.url()}`);
  });
  return {
    page,
    faults,
    show: async (url) => {
      shown.push(url);
      await page.goto(url);
      return page;
    },
  };
};

/** A browser for all tests of a file, and what gives each a server of its own, which has storage of its own in the browser. */
export function shareBrowser(): CreatePageFixture {
  let browser: Browser;
  let shared: Tab;
  const openContext = (options: BrowserContextOptions = {}) =>
    browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce', ...options });
  beforeAll(async () => {
    browser = await launchBrowser();
    shared = await openTab(await openContext());
  });
  afterAll(() => browser.close());
  return async (options = {}, startBot = startSampleBot) => {
    const discord = await startLocalDiscord({ botName: 'Pilcrow', ...options });
    discord.attach(createPage(discord));
    const bot = await startBot(discord);
    const url = `http://127.0.0.1:${discord.port}/`;
    const known = shared.faults.length;
    const tabs: Tab[] = [];
    return {
      discord,
      url,
      open: async (contextOptions) => {
        const tab = contextOptions ? await openTab(await openContext(contextOptions)) : shared;
        if (tab !== shared) tabs.push(tab);
        const page = await tab.show(url);
        await page.getByRole('combobox', { name: 'Message #general' }).waitFor();
        return page;
      },
      close: async () => {
        for (const { page } of tabs) await page.context().close();
        await shared.page.unrouteAll();
        await shared.show('about:blank');
        await bot.stop();
        await discord.stop();
        expect([...shared.faults.slice(known), ...tabs.flatMap(({ faults }) => faults)]).toEqual([]);
        expect(discord.violations).toEqual([]);
      },
    };
  };
}

/** A browser for all tests of a file, and a fixture for each. */
export function sharePages(startBot?: StartBot): () => PageFixture {
  const createFixture = shareBrowser();
  let fixture: PageFixture;
  beforeEach(async () => {
    fixture = await createFixture({}, startBot);
  });
  afterEach(() => fixture.close());
  return () => fixture;
}
