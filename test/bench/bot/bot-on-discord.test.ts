import { expect, it } from 'vitest';
import { startBotOnDiscord } from './bot-on-discord.ts';
import { sendAtRate } from './load.ts';
import { timeStages } from './stages.ts';

it('a benchmark measures the bot in a process of its own', async () => {
  const { bot, discord, ask, stop } = await startBotOnDiscord('data');
  try {
    await bot.watchDelay();
    // A profile is made of samples: a stage that takes a tenth of a millisecond shows up after some questions.
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          await bot.startProfile();
          expect(await ask('How many fighters died?')).toBeGreaterThan(0);
          for (const [stage, milliseconds] of timeStages(await bot.profile()))
            if (milliseconds > 0) seen.add(stage);
          return [...seen];
        },
        { timeout: 15_000 },
      )
      .toEqual(expect.arrayContaining(['Receive', 'Tokenise', 'Re-rank', 'Render', 'Send']));
    const { waits, failed } = await sendAtRate(discord, ['How many fighters died?'], 20, 0.5);
    expect([waits.length, failed]).toEqual([10, 0]);
    expect(await bot.heapBytes()).toBeGreaterThan(1e6);
    expect(await bot.residentBytes()).toBeGreaterThan(1e6);
    expect((await bot.delay()).p99Ms).toBeGreaterThan(0);
  } finally {
    // A bot left behind would run on after the tests.
    await stop();
  }
  await expect(bot.printed(/never/)).rejects.toThrow('its process ended');
});
