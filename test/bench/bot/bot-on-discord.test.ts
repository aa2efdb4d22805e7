import { expect, it } from 'vitest';
import { startBotOnDiscord } from './bot-on-discord.ts';
import { sendAtRate } from './load.ts';
import { timeStages } from './stages.ts';

it('a benchmark measures the bot in a process of its own', async () => {
  const { bot, discord, ask, stop } = await startBotOnDiscord('data');
  await bot.watchDelay();
  await bot.startProfile();
  expect(await ask('How many fighters died?')).toBeGreaterThan(0);
  const times = timeStages(await bot.profile());
  const worked = [...times].filter(([, milliseconds]) => milliseconds > 0).map(([stage]) => stage);
  expect(worked).toEqual(expect.arrayContaining(['Receive', 'Tokenise', 'Render', 'Send']));
  const { waits, failed } = await sendAtRate(discord, ['How many fighters died?'], 20, 0.5);
  expect([waits.length, failed]).toEqual([10, 0]);
  expect(await bot.heapBytes()).toBeGreaterThan(1e6);
  expect(await bot.residentBytes()).toBeGreaterThan(1e6);
  expect((await bot.delay()).p99Ms).toBeGreaterThan(0);
  await stop();
  await expect(bot.printed(/never/)).rejects.toThrow('its process ended');
});
