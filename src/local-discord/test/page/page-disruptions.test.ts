import { afterEach, describe, expect, it } from 'vitest';
import { createManualClock } from '../../src/clock.ts';
import {
  ask,
  isShown,
  lastMessage,
  log,
  messageBox,
  runCommand,
  suggestion,
} from '../support/page-driver.ts';
import { noBrowser, type PageFixture, shareBrowser } from '../support/page-fixture.ts';

const THREE_SECONDS = 3001;
const FIFTEEN_MINUTES = 15 * 60_000 + 1;

describe.skipIf(noBrowser)('the page, when things go wrong or look different', () => {
  const createFixture = shareBrowser();
  let fixture: PageFixture;
  afterEach(() => fixture.close());

  /** A fixture whose clock stands still, and a way to wait until the bot was told of an interaction. */
  const createSlowFixture = async () => {
    const clock = createManualClock(Date.now());
    fixture = await createFixture({ clock });
    const told = () =>
      new Promise<void>((resolve) => {
        const stop = fixture.discord.subscribe(({ kind }) => {
          if (kind !== 'interaction-changed') return;
          stop();
          resolve();
        });
      });
    return { clock, told };
  };

  it('says that a command got no answer, until that is put away', async () => {
    const { clock, told } = await createSlowFixture();
    const page = await fixture.open();
    const isTold = told();
    await runCommand(page, 'silent');
    await isTold;
    await log(page).getByText('Sending /silent…').waitFor();
    clock.advance(THREE_SECONDS);
    await log(page).getByText('The application did not respond').waitFor();
    await log(page).getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => log(page).getByRole('article').count()).toBe(0);
  });

  it('says that a button got no answer', async () => {
    const { clock, told } = await createSlowFixture();
    const page = await fixture.open();
    await ask(page, 'Who?');
    await lastMessage(page).getByRole('button', { name: 'No answer' }).waitFor();
    const isTold = told();
    await lastMessage(page).getByRole('button', { name: 'No answer' }).click();
    await isTold;
    clock.advance(THREE_SECONDS);
    expect(await isShown(lastMessage(page).getByText('This interaction failed'))).toBe(true);
  });

  it('says that a bot which asked for time never came back', async () => {
    const { clock } = await createSlowFixture();
    const page = await fixture.open();
    await runCommand(page, 'slow');
    await lastMessage(page).getByText('Pilcrow is thinking…').waitFor();
    clock.advance(FIFTEEN_MINUTES);
    expect(await isShown(lastMessage(page).getByText('The application did not respond'))).toBe(true);
  });

  it('says that the server is gone, and comes back with it', async () => {
    fixture = await createFixture();
    const page = await fixture.open();
    await page.getByText('Pilcrow is online').waitFor();
    const outage = await fixture.discord.faults.outage();
    await page.getByText('The local Discord has stopped').waitFor();
    await outage.end();
    await page.getByText('Pilcrow is online').waitFor();
    await ask(page, 'Are you back?');
    expect(await isShown(lastMessage(page).getByText('You asked: Are you back?'))).toBe(true);
  });

  it('fits a phone: nothing is cut off, channels and settings are in a drawer', async () => {
    fixture = await createFixture();
    const page = await fixture.open({
      viewport: { width: 360, height: 640 },
      hasTouch: true,
      isMobile: true,
    });
    await ask(page, 'Who?');
    await lastMessage(page).getByRole('button', { name: 'Next' }).waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth > innerWidth')).toBe(false);
    expect(await page.getByRole('button', { name: 'reports' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Channels and settings' }).click();
    await page.getByRole('button', { name: 'reports' }).click();
    expect(await isShown(page.getByRole('heading', { name: '#reports' }))).toBe(true);
    await expect.poll(() => page.getByLabel('You are').isVisible()).toBe(false);
  });

  it('follows the system, and a choice of light or dark that survives a reload', async () => {
    fixture = await createFixture();
    const page = await fixture.open({ colorScheme: 'dark' });
    const ground = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const dark = await ground();
    await page.getByLabel('Look').selectOption('light');
    const light = await ground();
    expect(light).not.toBe(dark);
    await page.reload();
    await page.getByText('Pilcrow is online').waitFor();
    expect(await ground()).toBe(light);
  });

  it('names everything that can be used, for a screen reader', async () => {
    fixture = await createFixture();
    const page = await fixture.open();
    await ask(page, 'Who?');
    await runCommand(page, 'pick');
    await page.getByRole('button', { name: 'One report' }).waitFor();
    await messageBox(page).press('/');
    await suggestion(page, '/ask').waitFor();
    const tree = await page.locator('body').ariaSnapshot();
    for (const landmark of [
      'complementary "Server"',
      'navigation "Channels"',
      'main',
      'log "#general"',
      'listbox "Commands"',
    ])
      expect(tree).toContain(landmark);
    expect(tree).not.toMatch(/- (button|combobox|link|textbox|option|menuitem)(:|$)/m);
    expect(await messageBox(page).getAttribute('aria-activedescendant')).toBe(
      await suggestion(page, '/ask').getAttribute('id'),
    );
  });

  it.each(['light', 'dark'] as const)(
    'has text that can be read in the %s look (WCAG AA, 4.5 to 1)',
    async (colorScheme) => {
      fixture = await createFixture();
      const page = await fixture.open({ colorScheme });
      await ask(page, 'Who?');
      await runCommand(page, 'language');
      await lastMessage(page).getByText('Only you can see this').waitFor();
      await messageBox(page).press('/');
      await suggestion(page, '/ask').waitFor();
      await page.mouse.move(0, 0);
      expect(await page.evaluate(`(${findFaintText})()`)).toEqual([]);
    },
  );
});

/** Runs in the page: every text whose colour stands out too little from what is behind it. */
const findFaintText = `() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255, 255];
  };
  const light = (color) => {
    const [red, green, blue] = color.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const hasText = (element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim() !== '');
  return [...document.body.querySelectorAll('*')]
    .filter((element) => hasText(element) && element.checkVisibility() && !element.closest(':disabled, option'))
    .map((element) => {
      const [bright, dim] = [light(rgba(getComputedStyle(element).color)), light(behind(element))].sort((a, b) => b - a);
      return { text: element.textContent, ratio: (bright + 0.05) / (dim + 0.05) };
    })
    .filter(({ ratio }) => ratio < 4.5);
}`;
