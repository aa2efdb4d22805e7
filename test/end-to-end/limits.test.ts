import { afterEach, describe, expect, it } from 'vitest';
import { buttonId, labelsOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

let running: RunningBot;

afterEach(async () => {
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

const start = async (questionLimits: { readonly perPerson: number; readonly perServer: number }) => {
  running = await startRunningBot({ questionLimits });
  const { discord } = running;
  return { mira: discord.as(discord.people.member), adam: discord.as(discord.people.admin) };
};

const QUESTION = { question: 'Who is Yahya Rasool?' };

describe('over the limit of pages, ten for each question', () => {
  const open = async (mira: Awaited<ReturnType<typeof start>>['mira']) =>
    messageText(await mira.command('read', { report: 'fallujah-convoy-strikes', paragraph: 1 }).response());
  const PAGES = 10;

  it('a person is told when to go on, by command and by button, and may still ask', async () => {
    const { mira, adam } = await start({ perPerson: 1, perServer: 0 });
    const first = await mira.command('read', { report: 'fallujah-convoy-strikes', paragraph: 1 }).response();
    const readOn = labelsOf(first).find((label) => label.startsWith('Read on')) ?? '';
    for (let page = 1; page < PAGES; page += 1) expect(await open(mira)).toContain('¶ 1');
    expect(await open(mira)).toMatch(/^You have opened many pages .* go on in \d+ s\.$/);
    const turned = mira.click(first, buttonId(first, readOn));
    expect(messageText(await turned.response())).toMatch(/^You have opened many pages/);
    expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
    expect(await open(adam)).toContain('¶ 1');
  });

  it('nothing is suggested any more', async () => {
    const { mira } = await start({ perPerson: 1, perServer: 0 });
    const suggest = () => mira.autocomplete('ask', { question: 'Who' }, 'question');
    for (let key = 0; key < PAGES; key += 1) expect(await suggest()).not.toEqual([]);
    expect(await suggest()).toEqual([]);
  });
});

describe('over the limit', () => {
  it('a person is told in private when to ask again, whatever kind of question it is', async () => {
    const { mira, adam } = await start({ perPerson: 2, perServer: 0 });
    await mira.command('ask', QUESTION).response();
    await mira.command('search', { words: 'convoy' }).response();
    const said = adam.say('Who is Yahya Rasool?');
    for (const refused of [
      mira.command('ask', QUESTION),
      mira.command('verify', { quote: 'The owners want to rebuild the mill' }),
      mira.messageCommand('Ask the reports', said),
    ]) {
      expect(messageText(await refused.response())).toMatch(/Please ask again in \d+ s\.$/);
      expect(refused.ephemeral).toBe(true);
    }
  });

  it('what is no question is never refused, and others may go on asking', async () => {
    const { mira, adam } = await start({ perPerson: 1, perServer: 0 });
    await mira.command('ask', QUESTION).response();
    expect(messageText(await mira.command('sources').response())).toContain('2 reports');
    expect(messageText(await mira.command('read', { report: 'mill-fire' }).response())).toContain('¶ 1');
    expect(messageText(await adam.command('ask', QUESTION).response())).toContain('Yahya Rasool');
  });

  it('a server is told as well', async () => {
    const { mira, adam } = await start({ perPerson: 0, perServer: 1 });
    await mira.command('ask', QUESTION).response();
    const refused = await adam.command('ask', QUESTION).response();
    expect(messageText(refused)).toMatch(/^This server has asked many questions/);
  });

  it('mentions are answered with it once, and then with nothing', async () => {
    const { mira } = await start({ perPerson: 1, perServer: 0 });
    const replies = () => mira.messages().filter(({ message_reference: to }) => to !== undefined);
    for (let at = 0; at < 4; at++) mira.mention('Who is Yahya Rasool?');
    await expect.poll(replies).toHaveLength(2);
    await mira.command('sources').response();
    expect(replies()).toHaveLength(2);
  });
});
