import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { messageText } from '../support/message-text.ts';
import { type BotOnDiscord, startBotOn } from '../support/running-bot.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const REPORT = `---
title: The flood in Norra
publisher: Harbour News
url: https://news.example/flood
---

Some 50,000 civilians live in the valley of Norra. Most of their houses stand on stilts.

On Tuesday night the river broke its dam. The mayor, Ida Holm, said that 14 people had drowned.

Soldiers brought blankets and soup to the school, where 300 villagers slept on the floor.
`;

let discord: LocalDiscord;
let bot: BotOnDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
  bot = await startBotOn(discord, await createTempFolder({ 'flood.md': REPORT }), { reads: true });
  await expect.poll(() => bot.events, { timeout: 60_000 }).toContain('reader loaded');
}, 90_000);
afterAll(async () => {
  await bot.stop();
  await discord.stop();
  expect(discord.violations).toEqual([]);
});

const ask = async (question: string) =>
  messageText(await discord.as(discord.people.member).command('ask', { question }).response());

describe('a bot with a reader', () => {
  it('answers a question that shares no word with its passage, and underlines the words that answer', async () => {
    const text = await ask('death toll?');
    expect(text).toContain('14');
    expect(text).toMatch(/\*\*The mayor, Ida Holm, said that .*__.*14.*__.*drowned\.\*\*/u);
  });

  it('does not quote what comes near and does not answer', async () => {
    const text = await ask('How many civilians were injured?');
    expect(text).not.toContain('**Some 50,000');
    expect(text).toContain('none gives what was asked');
  });

  it('tells admins that it reads', async () => {
    const status = await discord.as(discord.people.owner).command('status').response();
    expect(messageText(status)).toMatch(/^Reader: reading$/mu);
  });
});
