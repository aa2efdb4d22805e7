import { describe, expect, it, onTestFinished } from 'vitest';
import { startLocalDiscord } from 'local-discord';
import { messageText } from '../support/message-text.ts';
import { startBotOn } from '../support/running-bot.ts';
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

async function startReadingBot() {
  const discord = await startLocalDiscord();
  const bot = await startBotOn(discord, await createTempFolder({ 'flood.md': REPORT }), { reads: true });
  onTestFinished(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  await expect.poll(() => bot.events, { timeout: 60_000 }).toContain('reader loaded');
  const as = (name: 'member' | 'owner') => discord.as(discord.people[name]);
  return {
    ask: async (question: string) => messageText(await as('member').command('ask', { question }).response()),
    status: async () => messageText(await as('owner').command('status').response()),
  };
}

describe('a bot with a reader', () => {
  it('quotes a passage that shares no word with the question', async () => {
    const { ask } = await startReadingBot();
    const text = await ask('what did the army give people to eat?');
    expect(text).toContain('blankets and soup');
    expect(text).not.toContain('not an answer');
  });

  it('underlines the words that answer, within the sentence', async () => {
    const { ask } = await startReadingBot();
    expect(await ask('When did the river break its dam?')).toMatch(
      /\*\*On __Tuesday night__ the river broke its dam\.\*\*/u,
    );
  });

  it('does not quote what comes near and does not answer', async () => {
    const { ask } = await startReadingBot();
    const text = await ask('How many civilians were injured?');
    expect(text).not.toContain('**Some 50,000');
  });

  it('tells admins that it reads', async () => {
    const { status } = await startReadingBot();
    expect(await status()).toMatch(/^Reader: reading$/mu);
  });
}, 90_000);
