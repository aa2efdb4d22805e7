import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noStore } from '../../src/store/open-store.ts';
import { buttonId, menuOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

const QUESTION = 'What did Matthew Allen say was struck within two days?';

let running: RunningBot;

beforeEach(async () => {
  running = await startRunningBot();
});
afterEach(async () => {
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

type Name = 'member' | 'admin' | 'owner';
const as = (name: Name, channel: 'general' | 'reports' = 'general') =>
  running.discord.as(running.discord.people[name], { channel: running.discord.channels[channel] });

/** Opens the settings and presses a button there. */
async function press(label: string): Promise<string> {
  const panel = await as('admin').command('settings').response();
  return messageText(await as('admin').click(panel, buttonId(panel, label)).response());
}

describe('/settings', () => {
  it('shows how the bot answers, in private, to who may manage the server', async () => {
    const shown = as('admin').command('settings');
    const text = messageText(await shown.response());
    expect(text).toContain('Answers are public in every channel.');
    expect(text).toContain('Questions go to all reports.');
    expect(text).toContain('Messages that mention the bot are answered.');
    expect(shown.ephemeral).toBe(true);
  });

  it('makes answers public in the chosen channels only', async () => {
    const { reports } = running.discord.channels;
    const panel = await as('admin').command('settings').response();
    const menu = menuOf(panel).id;
    const changed = await as('admin').choose(panel, menu, [reports.id]).response();
    expect(messageText(changed)).toContain(`Answers are public in <#${reports.id}>, and private elsewhere.`);
    const here = as('member', 'reports').command('ask', { question: QUESTION });
    const elsewhere = as('member').command('ask', { question: QUESTION });
    await Promise.all([here.response(), elsewhere.response()]);
    expect([here.ephemeral, elsewhere.ephemeral]).toEqual([false, true]);
  });

  it('makes answers private everywhere, and public again', async () => {
    expect(await press('Private everywhere')).toContain('Answers are private in every channel.');
    const hidden = as('member').command('ask', { question: QUESTION, private: false });
    await hidden.response();
    expect(hidden.ephemeral).toBe(true);
    expect(await press('Public everywhere')).toContain('Answers are public in every channel.');
  });

  it('sends questions that name no report to one, until they are sent to all again', async () => {
    const set = await as('admin').command('settings', { report: 'mill-fire' }).response();
    expect(messageText(set)).toContain('Questions that name no report go to **The fire at the mill**.');
    const ask = async (report?: string) =>
      messageText(
        await as('member')
          .command('ask', { question: QUESTION, ...(report && { report }) })
          .response(),
      );
    expect(await ask()).not.toContain('ISIS militants');
    expect(await ask('*')).toContain('ISIS militants');
    expect(await ask('fallujah-convoy-strikes')).toContain('ISIS militants');
    const offered = await as('member').autocomplete('ask', { question: 'x', report: '' }, 'report');
    expect(offered[0]).toEqual({ name: 'All reports', value: '*' });
    expect(await press('Ask all reports')).toContain('Questions go to all reports.');
    expect(await ask()).toContain('ISIS militants');
  });

  it('asks all reports when the chosen one has gone, and says so', async () => {
    await as('admin').command('settings', { report: 'mill-fire' }).response();
    await running.remove('mill-fire.md');
    const text = messageText(await as('admin').command('settings').response());
    expect(text).toContain('The default report “mill-fire” is not among the reports now');
    const answer = await as('member').command('ask', { question: QUESTION }).response();
    expect(messageText(answer)).toContain('ISIS militants');
  });

  it('refuses a report that is not there, and changes nothing', async () => {
    const refused = await as('admin').command('settings', { report: 'nowhere', mentions: false }).response();
    expect(messageText(refused)).toContain('There is no report “nowhere”');
    const text = messageText(await as('admin').command('settings').response());
    expect(text).toContain('Messages that mention the bot are answered.');
  });

  it('is not for other members, who do not even see it', () => {
    expect(
      as('member')
        .commands()
        .map(({ name }) => name),
    ).not.toContain('settings');
  });

  it('says that nothing can be set where nothing is kept', async () => {
    const other = await startRunningBot({ store: noStore });
    const reply = await other.discord.as(other.discord.people.admin).command('settings').response();
    expect(messageText(reply)).toContain('`STORE=off`');
    await other.stop();
  });
});
