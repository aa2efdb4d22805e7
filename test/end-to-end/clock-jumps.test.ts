import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const QUESTION = { question: 'Who is Yahya Rasool?' };
const UNANSWERED = { question: 'Which zebra won?' };

let running: RunningBot;

beforeEach(async () => {
  running = await startRunningBot({ questionLimits: { perPerson: 2, perServer: 0 } });
  // Timers keep their pace, as those of a computer do, and so does the clock between its jumps.
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true });
});
afterEach(async () => {
  vi.useRealTimers();
  await running.stop();
  expect(running.discord.violations).toEqual([]);
});

describe.each([
  ['forward by an hour', HOUR],
  ['back by an hour', -HOUR],
  ['forward by a day', DAY],
  ['back by a day', -DAY],
])('when the clock jumps %s', (_, jump) => {
  it('the connection stays, and nothing is taken for too old to answer', async () => {
    const { discord, bot } = running;
    const mira = discord.as(discord.people.member);
    const ask = async () => messageText(await mira.command('sources').response());
    await ask();
    const known = bot.events.length;
    vi.setSystemTime(Date.now() + jump);
    // Longer than the longest age at which anything is answered.
    for (const end = performance.now() + 2700; performance.now() < end;)
      expect(await ask()).toContain('reports');
    expect(bot.events.slice(known)).toEqual([]);
  });

  it('questions are answered, votes and gaps are kept, and durations stay true', async () => {
    const { discord, bot } = running;
    const as = (name: 'member' | 'admin' | 'owner') => discord.as(discord.people[name]);
    const [mira, adam] = [as('member'), as('admin')];
    await mira.command('ask', UNANSWERED).response();
    vi.setSystemTime(Date.now() + jump);
    const answer = await mira.command('ask', QUESTION).response();
    expect(messageText(answer)).toContain('Yahya Rasool');
    await adam.click(answer, buttonId(answer, 'Wrong passage')).response();
    await adam.command('ask', UNANSWERED).response();

    const counted = () => bot.lines.filter(({ event }) => event === 'question');
    // A question is counted, and kept, after its answer was sent.
    await expect.poll(counted).toHaveLength(3);
    const gaps = messageText(await as('owner').command('gaps').response());
    expect(gaps).toContain(`${UNANSWERED.question}\n-# not answered, 2 times`);
    expect(gaps).toContain('marked wrong by 1 person');
    for (const { milliseconds } of counted()) {
      expect(milliseconds).toBeGreaterThanOrEqual(0);
      expect(milliseconds).toBeLessThan(10_000);
    }
    expect(bot.lines.filter(({ level }) => level === 'error' || level === 'warn')).toEqual([]);
  });

  it('nobody is told to wait longer than the minute that the limit is for', async () => {
    const { discord } = running;
    const mira = discord.as(discord.people.member);
    await mira.command('ask', QUESTION).response();
    vi.setSystemTime(Date.now() + jump);
    const texts: string[] = [];
    for (let n = 0; n < 3; n += 1) texts.push(messageText(await mira.command('ask', QUESTION).response()));
    const waits = texts.flatMap((text) => /ask again in (\d+) s/.exec(text)?.[1] ?? []).map(Number);
    expect(waits.length).toBeGreaterThan(0);
    for (const seconds of waits) expect(seconds).toBeLessThanOrEqual(60);
  });
});
