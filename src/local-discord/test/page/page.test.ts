import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import {
  ask,
  isShown,
  lastMessage,
  log,
  messageBox,
  pickCommand,
  runCommand,
  suggestion,
} from '../support/page-driver.ts';
import { hostileTexts } from '../support/sample-bot.ts';
import { call } from '../support/rest-client.ts';
import { noBrowser, sharePages } from '../support/page-fixture.ts';

describe.skipIf(noBrowser)('the page, in a browser', () => {
  const fixture = sharePages();

  describe('commands', () => {
    it('are picked from a list that opens on "/" and narrows with each letter', async () => {
      const page = await fixture().open();
      await messageBox(page).press('/');
      await suggestion(page, '/file').waitFor();
      expect(await suggestion(page, /\//).count()).toBeGreaterThan(5);
      await messageBox(page).pressSequentially('fi');
      await expect.poll(() => suggestion(page, /\//).allTextContents()).toEqual(['/fileSend a filePilcrow']);
    });

    it('are the ones there are now, also when they change under the open list', async () => {
      const page = await fixture().open();
      await messageBox(page).press('/');
      await suggestion(page, '/file').waitFor();
      const { discord } = fixture();
      const path = `/applications/${discord.applicationId}/commands`;
      await call(discord, 'PUT', path, [{ name: 'fresh', description: 'Just published' }]);
      await suggestion(page, '/fresh').waitFor();
      expect(await suggestion(page, '/file').count()).toBe(0);
    });

    it('are typed into the message box even when nothing has the focus', async () => {
      const page = await fixture().open();
      await page.keyboard.press('/');
      await suggestion(page, '/ask').waitFor();
      expect(await messageBox(page).inputValue()).toBe('/');
    });

    it('are picked by arrow keys and Tab, and given up by Escape', async () => {
      const page = await fixture().open();
      await messageBox(page).press('/');
      await suggestion(page, '/ask').waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowUp');
      await page.keyboard.press('Tab');
      await page.getByRole('form', { name: '/ask' }).waitFor();
      // Until then the first Escape would have no list to close.
      await suggestion(page, 'Who was on the ferry?').waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      expect(await isShown(page.locator('#write:focus'))).toBe(true);
    });

    it('show their answer with quote, citation and who asked', async () => {
      const page = await fixture().open();
      await ask(page, 'Who was on the ferry?');
      const answer = lastMessage(page);
      await answer.getByText('Mira used /ask').waitFor();
      expect(await answer.getByRole('blockquote').textContent()).toContain(
        'The ferry left the quay at 06:40.',
      );
      expect(await answer.getByRole('blockquote').getByRole('strong').textContent()).toContain(
        '112 passengers',
      );
      expect(await answer.locator('small').first().textContent()).toContain(
        'Harbour Board · 1 July 2016 · ¶ 1',
      );
      expect(await answer.getByText('APP', { exact: true }).count()).toBe(1);
      expect(await answer.locator('.avatar-bot').textContent()).toBe('P');
    });

    it('complete an option while it is typed, and send the choice that was picked', async () => {
      const page = await fixture().open();
      await pickCommand(page, 'ask');
      await suggestion(page, 'Who was on the ferry?').waitFor();
      await page.keyboard.type('quay');
      // Until then Enter would pick from the list for nothing typed.
      await suggestion(page, 'Who was on the ferry?').waitFor({ state: 'detached' });
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      expect(await isShown(lastMessage(page).getByText('You asked: Who owned the quay?'))).toBe(true);
    });

    it('keep a choice active while more is typed, wherever it stands in the next list', async () => {
      const page = await fixture().open();
      await pickCommand(page, 'ask');
      const owned = suggestion(page, 'Who owned the quay?');
      await owned.waitFor();
      await page.keyboard.press('ArrowUp');
      expect(await owned.getAttribute('aria-selected')).toBe('true');
      await page.keyboard.type('quay');
      await suggestion(page, 'Who was on the ferry?').waitFor({ state: 'detached' });
      expect(await owned.getAttribute('aria-selected')).toBe('true');
    });

    it('show only the choices for what was typed last', async () => {
      const page = await fixture().open();
      const gate = new EventEmitter();
      const opened = once(gate, 'open');
      await page.route('**/act', async (route) => {
        const isOld = route.request().postData()?.includes('"who"') ?? false;
        const response = await route.fetch();
        if (isOld) await opened;
        await route.fulfill({ response });
      });
      await pickCommand(page, 'ask');
      const waitForOld = page.waitForRequest((request) => request.postData()?.includes('"who"') ?? false);
      await page.keyboard.type('who');
      await waitForOld;
      await page.keyboard.type(' owned');
      await suggestion(page, 'Who owned the quay?').waitFor();
      const oldArrived = page.waitForResponse(
        (response) => response.request().postData()?.includes('"who"') ?? false,
      );
      gate.emit('open');
      await (await oldArrived).finished();
      expect(await suggestion(page, /./).allTextContents()).toEqual(['Who owned the quay?']);
    });

    it('are not sent while a required option is empty', async () => {
      const page = await fixture().open();
      await pickCommand(page, 'ask');
      await page.getByRole('button', { name: 'Run /ask' }).click();
      await page.getByText('This option is required.').waitFor();
      expect(await log(page).getByRole('article').count()).toBe(0);
    });

    it.each([
      ['a choice that is not offered', 'report', 'no such', 'Pick one of the choices.'],
      ['a word for a switch', 'private', 'perhaps', 'Pick True or False.'],
      ['a word for a number', 'limit', 'three', 'This must be a whole number.'],
    ])('refuse %s', async (_, option, typed, fault) => {
      const page = await fixture().open();
      await pickCommand(page, 'ask');
      await page.getByRole('combobox', { name: 'question' }).fill('Who?');
      await page.getByRole('button', { name: `Add the option ${option}` }).click();
      await page.getByRole('combobox', { name: option }).fill(typed);
      await page.getByRole('button', { name: 'Run /ask' }).click();
      expect(await isShown(page.getByText(fault))).toBe(true);
    });

    it('are offered by what the person may do', async () => {
      const page = await fixture().open();
      await messageBox(page).press('/');
      await suggestion(page, '/ask').waitFor();
      expect(await suggestion(page, '/reload').count()).toBe(0);
      await page.getByLabel('You are').selectOption({ label: 'Adam · Admin' });
      await runCommand(page, 'reload');
      await lastMessage(page).getByText('Reports read again').waitFor();
    });

    it('work in the direct message too', async () => {
      const page = await fixture().open();
      await page.getByRole('button', { name: 'Pilcrow' }).click();
      await page.getByRole('heading', { name: '@Pilcrow' }).waitFor();
      await ask(page, 'Who?');
      expect(await isShown(lastMessage(page).getByText('You asked: Who?'))).toBe(true);
    });

    it('follow the language of the person', async () => {
      const page = await fixture().open();
      await page.getByLabel('Your language').selectOption('de');
      await expect
        .poll(async () => {
          await messageBox(page).fill('/fra');
          return await suggestion(page, '/frage').count();
        })
        .toBe(1);
      await messageBox(page).fill('');
      await runCommand(page, 'language');
      await lastMessage(page).getByText('Your language is de').waitFor();
    });
  });

  describe('messages', () => {
    it('change in place when a button is pressed, and the button keeps the focus', async () => {
      const page = await fixture().open();
      await ask(page, 'Who?');
      await lastMessage(page).getByRole('button', { name: 'Next' }).focus();
      await page.keyboard.press('Enter');
      await lastMessage(page).getByText('Passage 2 of 3').waitFor();
      expect(await log(page).getByRole('article').count()).toBe(1);
      expect(await page.locator(':focus').textContent()).toBe('Next');
      await lastMessage(page).getByText('(edited)').waitFor();
    });

    it('open links in a tab that knows nothing of the page', async () => {
      const page = await fixture().open();
      await ask(page, 'Who?');
      const link = lastMessage(page).getByRole('link', { name: 'Source' });
      expect(await link.getAttribute('href')).toBe('https://example.org/ferry');
      expect(await link.getAttribute('target')).toBe('_blank');
      expect(await link.getAttribute('rel')).toContain('noopener');
      expect(await lastMessage(page).getByRole('button', { name: 'Previous' }).isDisabled()).toBe(true);
    });

    it('for one person alone are seen by nobody else, and can be put away', async () => {
      const other = await fixture().open({});
      await other.getByLabel('You are').selectOption({ label: 'Olive · Server owner' });
      await messageBox(other).press('/');
      await suggestion(other, '/reload').waitFor();
      const page = await fixture().open();
      await runCommand(page, 'language');
      await lastMessage(page).getByText('Only you can see this').waitFor();
      await runCommand(page, 'file');
      await lastMessage(other).getByText('quotes.txt').waitFor();
      expect(await log(other).getByText('Your language is').count()).toBe(0);
      await other.reload();
      await lastMessage(other).getByText('quotes.txt').waitFor();
      expect(await log(other).getByText('Your language is').count()).toBe(0);
      await log(page).getByRole('button', { name: 'Dismiss message' }).click();
      await expect.poll(() => log(page).getByText('Your language is').count()).toBe(0);
    });

    it('say that the bot is thinking', async () => {
      const page = await fixture().open();
      await runCommand(page, 'slow');
      expect(await isShown(lastMessage(page).getByText('Pilcrow is thinking…'))).toBe(true);
    });

    it('take one choice of a menu, by keyboard', async () => {
      const page = await fixture().open();
      await runCommand(page, 'pick');
      await page.getByRole('button', { name: 'One report' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitemradio', { name: 'The ferry inquiry' }).waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      expect(await isShown(lastMessage(page).getByText('Chosen: harbour'))).toBe(true);
    });

    it('take several choices of a menu', async () => {
      const page = await fixture().open();
      await runCommand(page, 'pick');
      await page.getByRole('button', { name: 'Several reports' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'The tide tables' }).click();
      await page.getByRole('menuitemcheckbox', { name: 'The ferry inquiry' }).click();
      await page.keyboard.press('Escape');
      expect(await isShown(lastMessage(page).getByText('Chosen: tides + ferry'))).toBe(true);
    });

    it('carry files to download', async () => {
      const page = await fixture().open();
      await runCommand(page, 'file');
      const download = page.waitForEvent('download');
      await lastMessage(page).getByRole('link', { name: 'quotes.txt' }).click();
      expect((await download).suggestedFilename()).toBe('quotes.txt');
    });

    it('show lists, headings, code, and a spoiler only when asked', async () => {
      const page = await fixture().open();
      await runCommand(page, 'file');
      const message = lastMessage(page);
      await message.getByRole('heading', { name: 'Quotes', level: 3 }).waitFor();
      expect(await message.getByRole('listitem').allTextContents()).toEqual(['one', 'twodeeper', 'deeper']);
      expect(await message.getByText('the end').isVisible()).toBe(false);
      await message.getByRole('button', { name: 'Spoiler: show' }).click();
      expect(await message.getByText('the end').isVisible()).toBe(true);
    });

    it('have commands of their own, by right-click and by keyboard', async () => {
      const page = await fixture().open();
      await messageBox(page).fill('Is this true?');
      await page.keyboard.press('Enter');
      await lastMessage(page).getByText('Is this true?').click({ button: 'right' });
      await page.getByRole('menuitem', { name: 'Quote this' }).click();
      await lastMessage(page).getByText('You marked: Is this true?').waitFor();
      await log(page).getByRole('button', { name: 'Actions for the message of Mira' }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('menuitem', { name: 'Quote this' }).waitFor();
      await page.keyboard.press('Enter');
      await expect.poll(() => log(page).getByText('You marked: Is this true?').count()).toBe(2);
    });

    it('reach the bot by its name, completed after "@"', async () => {
      const page = await fixture().open();
      await messageBox(page).pressSequentially('@pil');
      await suggestion(page, '@Pilcrow').waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.type('who was there?');
      await page.keyboard.press('Enter');
      await lastMessage(page).getByText('You wrote: who was there?').waitFor();
      expect(
        await isShown(lastMessage(page).locator('.above', { hasText: 'Mira@Pilcrow who was there?' })),
      ).toBe(true);
    });

    it('from a form reach the bot', async () => {
      const page = await fixture().open();
      await runCommand(page, 'form');
      await page.getByRole('dialog', { name: 'Report a wrong quote' }).waitFor();
      await page.keyboard.type('The second line is missing');
      await page.getByRole('button', { name: 'Submit' }).click();
      await lastMessage(page).getByText('Received: The second line is missing').waitFor();
      await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    });

    it('show hostile text as the characters it is made of', async () => {
      const page = await fixture().open();
      await runCommand(page, 'hostile');
      const quote = lastMessage(page).getByRole('blockquote');
      await quote.waitFor();
      expect((await quote.innerText()).split('\n')).toEqual(Object.values(hostileTexts));
      expect(await log(page).locator('script, img, a, b, .mention:not(.above *)').count()).toBe(0);
      expect(await page.title()).toBe('#general · Reading room');
      const isWide = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect(isWide).toBe(false);
    });
  });
});
