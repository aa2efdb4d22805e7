import { afterEach, expect, it } from 'vitest';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

const QUESTION = { question: 'Who is Yahya Rasool?' };
const CALLBACK = /^\/interactions\//;

/** Does nothing for so many milliseconds, and lets nothing else be done: what a computer does that swaps, or was paused. */
const holdEventLoop = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

let running: RunningBot;

afterEach(async () => {
  await running.stop();
});

it('what is too old to answer is dropped unheard, counted, and told in one line; what comes next is answered', async () => {
  const metrics = createMetrics();
  running = await startRunningBot({ metrics });
  const { discord, bot } = running;
  const mira = discord.as(discord.people.member);
  await mira.command('ask', QUESTION).response();
  for (let n = 0; n < 5; n += 1) mira.command('ask', QUESTION);
  holdEventLoop(2700);

  const dropped = () => bot.lines.filter(({ event }) => event === 'not answered');
  await expect.poll(dropped, { timeout: 5000 }).toHaveLength(1);
  expect(dropped()).toMatchObject([{ level: 'warn', count: 5, why: expect.stringContaining('in time') }]);
  expect(metrics.snapshot()).toMatchObject({ dropped: 5, failures: 5, questions: { failed: 0 } });
  expect(messageText(await mira.command('ask', QUESTION).response())).toContain('Yahya Rasool');
  expect(discord.requests.filter(({ path }) => CALLBACK.test(path))).toHaveLength(2);
});

it('who waits for a slow Discord keeps nobody else waiting', async () => {
  running = await startRunningBot();
  const { discord } = running;
  const mira = discord.as(discord.people.member);
  let release: () => void = () => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  discord.faults.rest.plan({ path: CALLBACK }, { kind: 'delay', until: slow }, Infinity);
  const asked = Array.from({ length: 30 }, () => mira.command('ask', QUESTION));
  const held = () => discord.requests.filter(({ path }) => CALLBACK.test(path)).length;
  await expect.poll(held, { timeout: 2900 }).toBe(30);
  release();
  for (const each of asked) expect(messageText(await each.response())).toContain('Yahya Rasool');
});
