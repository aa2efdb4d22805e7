import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { startBotOver } from '../support/bot-over.ts';
import { buttonId, labelsOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type RunningBot, startRunningBot } from '../support/running-bot.ts';

const QUESTION = { question: 'Who is Yahya Rasool?' };

let running: RunningBot | undefined;

afterEach(async () => {
  await running?.stop();
  expect(running?.discord.violations ?? []).toEqual([]);
  running = undefined;
});

const start = async (questionLimits: { readonly perPerson: number; readonly perServer: number }) => {
  running = await startRunningBot({ questionLimits });
  const { discord } = running;
  return { mira: discord.as(discord.people.member), adam: discord.as(discord.people.admin) };
};

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

const CALLBACK = /^\/interactions\//;

/** Does nothing for so many milliseconds, and lets nothing else be done: what a computer does that swaps, or was paused. */
const holdEventLoop = (milliseconds: number): unknown =>
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

it('what is too old to answer is dropped unheard, counted, and told in one line; what comes next is answered', async () => {
  const metrics = createMetrics();
  running = await startRunningBot({ metrics });
  const { discord, bot } = running;
  const mira = discord.as(discord.people.member);
  await mira.command('ask', QUESTION).response();
  for (let n = 0; n < 5; n += 1) mira.command('ask', QUESTION);
  holdEventLoop(2700);

  const dropped = () => bot.lines.filter(({ event }) => event === 'not answered');
  await expect.poll(dropped).toHaveLength(1);
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
  // Few enough that a busy computer gets to all within the three seconds in which Discord wants a response.
  const asked = Array.from({ length: 12 }, () => mira.command('ask', QUESTION));
  const held = () => discord.requests.filter(({ path }) => CALLBACK.test(path)).length;
  await expect.poll(held).toBe(12);
  release();
  for (const each of asked) expect(messageText(await each.response())).toContain('Yahya Rasool');
});

const SHIPS = Array.from({ length: 100 }, (_, n) => `Vessel${n}`);

/** Few enough that a busy machine answers each in Discord's three seconds. */
const IN_FLIGHT = 6;

/** A report that names a cause in each paragraph, so that a mixture of two editions shows. */
const edition = (cause: string): string =>
  `---\ntitle: Lost to ${cause}\n---\n\n${SHIPS.map((ship) => `The ${ship} sank because of ${cause}.`).join('\n\n')}\n`;

it('questions in flight during reloads are each answered once, out of one edition', async () => {
  const { bot, mira, folder } = await startBotOver({ 'ships.md': edition('fire') });
  const asked: ReturnType<typeof mira.command>[] = [];
  const inFlight = new Set<Promise<unknown>>();
  /** Resolves when there is room for the next question. */
  const ask = async () => {
    const ship = SHIPS[asked.length % SHIPS.length] ?? '';
    const question = mira.command('ask', { question: `Why did the ${ship} sink?` });
    asked.push(question);
    const answered = question.response().finally(() => inFlight.delete(answered));
    inFlight.add(answered);
    if (inFlight.size >= IN_FLIGHT) await Promise.race(inFlight);
  };

  for (const cause of ['storm', 'fire', 'storm', 'fire', 'storm']) {
    await writeFile(join(folder, 'ships.md'), edition(cause));
    const done = new AbortController();
    const reloading = bot.reload().finally(() => done.abort());
    while (!done.signal.aborted) await ask();
    expect((await reloading).kind).toBe('reloaded');
  }
  await ask();

  const causes = new Set<string>();
  for (const [n, question] of asked.entries()) {
    const text = messageText(await question.response());
    const named = new Set(text.match(/fire|storm/g));
    expect(text).toContain(SHIPS[n % SHIPS.length]);
    expect(named.size).toBe(1);
    for (const cause of named) causes.add(cause);
  }
  expect([...causes]).toEqual(expect.arrayContaining(['fire', 'storm']));
  expect(mira.messages()).toHaveLength(asked.length);
  expect(bot.lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});
