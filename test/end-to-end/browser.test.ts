import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  ask,
  lastMessage,
  messageBox,
  runCommand,
  suggestion,
} from '../../src/local-discord/test/support/page-driver.ts';
import {
  noBrowser,
  type PageFixture,
  shareBrowser,
} from '../../src/local-discord/test/support/page-fixture.ts';
import { startBotOn } from '../support/running-bot.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const FERRY =
  '---\ntitle: The ferry inquiry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n\nDivers raised the wreck in March.\n';
const LONG = Array.from(
  { length: 150 },
  (_, i) => `The lighthouse keeper wrote line ${i + 1} of his diary.`,
).join(' ');
const HOSTILE =
  'The zebra said <script>alert(1)</script> and <img src=x onerror=alert(1)> to @everyone, ' +
  'see [the prize](https://evil.example) or <@123456789012345678>, **now** ||hidden|| `code` \\o/.';

describe.skipIf(noBrowser)('the bot on the page, in a browser', () => {
  const createFixture = shareBrowser();

  async function open(): Promise<{ readonly fixture: PageFixture; readonly folder: string }> {
    const folder = await createTempFolder({
      'ferry.md': FERRY,
      'lighthouse.md': `---\ntitle: The lighthouse\n---\n\n${LONG}\n`,
      'hostile.md': `---\ntitle: "<b>Bold</b> & @here"\n---\n\n${HOSTILE}\n`,
    });
    const fixture = await createFixture({}, (discord) => startBotOn(discord, folder));
    onTestFinished(() => fixture.close());
    return { fixture, folder };
  }

  it('quotes the passage with its citation', async () => {
    const page = await (await open()).fixture.open();
    await ask(page, 'Which ferry sank off Corvo?');
    const answer = lastMessage(page);
    await answer.getByText('The ferry inquiry').waitFor();
    expect(await answer.getByRole('blockquote').textContent()).toContain(
      'The ferry Estrella sank off Corvo. Nobody was hurt.',
    );
    expect(await answer.getByRole('strong').first().textContent()).toBe('The ferry Estrella sank off Corvo.');
    await answer.getByText('¶ 1 of 2').waitFor();
  });

  it('shows a hostile report as text', async () => {
    const page = await (await open()).fixture.open();
    await ask(page, 'What did the zebra say?');
    const answer = lastMessage(page);
    await answer.getByRole('blockquote').waitFor();
    expect(await answer.getByRole('blockquote').textContent()).toContain(HOSTILE);
    expect(await answer.getByText('<b>Bold</b> & @here').count()).toBe(1);
    expect(await answer.locator('script, img, b, a').count()).toBe(0);
  });

  it('pages through what stands around the passage, and through the parts of a long one', async () => {
    const page = await (await open()).fixture.open();
    await ask(page, 'Which ferry sank off Corvo?');
    await lastMessage(page).getByRole('button', { name: 'After: ¶ 2' }).click();
    await lastMessage(page).getByText('Only you can see this').waitFor();
    expect(await lastMessage(page).getByRole('blockquote').textContent()).toContain(
      'Divers raised the wreck',
    );
    await lastMessage(page).getByRole('button', { name: 'Before: ¶ 1' }).click();
    await lastMessage(page).getByText('Nobody was hurt.').waitFor();

    await ask(page, 'What is line 1 of the diary of the lighthouse keeper?');
    await lastMessage(page)
      .getByText(/^Part 1 of \d of this paragraph\.$/)
      .waitFor();
    await lastMessage(page)
      .getByRole('button', { name: /^Part 2 of/ })
      .click();
    await lastMessage(page)
      .getByText(/^Part 2 of \d of this paragraph\.$/)
      .waitFor();
  });

  it('shares a private answer in the channel, and removes it again', async () => {
    const { fixture } = await open();
    const page = await fixture.open();
    const other = await fixture.open({});
    await other.getByLabel('You are').selectOption({ label: 'Adam · Admin' });
    fixture.discord
      .as(fixture.discord.people.member)
      .command('ask', { question: 'Which ferry sank off Corvo?', private: true });
    await lastMessage(page).getByText('Only you can see this').waitFor();
    expect(await other.getByText('sank off Corvo').count()).toBe(0);
    await lastMessage(page).getByRole('button', { name: 'Share in channel' }).click();
    await lastMessage(other).getByText('Asked by').waitFor();
    await lastMessage(other).getByText('The ferry Estrella sank off Corvo.').waitFor();
    await lastMessage(page).getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => other.getByText('sank off Corvo').count()).toBe(0);
  });

  it('reloads for an admin, refuses a moderator in private, and offers nothing of it to a member', async () => {
    const { fixture, folder } = await open();
    const page = await fixture.open();
    await writeFile(join(folder, 'bridge.md'), '---\ntitle: The bridge\n---\n\nThe bridge was closed.\n');
    await messageBox(page).fill('/r');
    await suggestion(page, '/read').waitFor();
    expect(await suggestion(page, '/reload').count()).toBe(0);
    await page.getByLabel('You are').selectOption({ label: 'Mona · Moderator' });
    await runCommand(page, 'reload');
    await lastMessage(page).getByText('Only admins of this bot may do this').waitFor();
    await lastMessage(page).getByText('Only you can see this').waitFor();
    await page.getByLabel('You are').selectOption({ label: 'Olive · Server owner' });
    await runCommand(page, 'reload');
    await lastMessage(page).getByText('Added: bridge').waitFor();
  });
});
