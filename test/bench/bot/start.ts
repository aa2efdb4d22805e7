import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { startBotOnDiscord } from './bot-on-discord.ts';
import { startBotProcess } from './bot-process.ts';

/** One start of the bot. */
export interface Start {
  /** From starting the process until its first question was answered. */
  readonly firstAnswerMs: number;
  /** Of the process, after that answer. */
  readonly residentBytes: number;
}

/** Where the Discord is: in the bot's own process, as without a token, or somewhere else, as with one. */
export type DiscordPlace = 'inside' | 'outside';

/** A start without a cache, and the next one, with what the first left in its cache folder. */
export type Starts = Readonly<Record<DiscordPlace, { readonly cold: Start; readonly cached: Start }>>;

/** Starts the bot twice over the same reports and a new cache folder, in each place. */
export async function measureStarts(dataDir: string, question: string): Promise<Starts> {
  const inside = await measureTwice((cache) => measureInside(dataDir, cache, question));
  return { inside, outside: await measureTwice((cache) => measureOutside(dataDir, cache, question)) };
}

async function measureTwice(measure: (cacheDir: string) => Promise<Start>) {
  const cache = await mkdtemp(join(tmpdir(), 'pilcrow-bench-cache-'));
  try {
    const cold = await measure(cache);
    return { cold, cached: await measure(cache) };
  } finally {
    await rm(cache, { recursive: true });
  }
}

async function measureInside(dataDir: string, cache: string, question: string): Promise<Start> {
  const started = performance.now();
  const bot = await startBotProcess({ DISCORD_TOKEN: '', DATA_DIR: dataDir, CACHE_DIR: cache });
  try {
    const [, url = ''] = await bot.printed(/^Open (http:\S+)$/m);
    await ask(url, question);
    const firstAnswerMs = performance.now() - started;
    return { firstAnswerMs, residentBytes: await bot.residentBytes() };
  } finally {
    await bot.stop();
  }
}

async function measureOutside(dataDir: string, cache: string, question: string): Promise<Start> {
  const running = await startBotOnDiscord(dataDir, { cacheDir: cache });
  try {
    await running.ask(question);
    const firstAnswerMs = performance.now() - running.startedAt;
    return { firstAnswerMs, residentBytes: await running.bot.residentBytes() };
  } finally {
    await running.stop();
  }
}

const pageState = z.object({ state: z.object({ channels: z.array(z.object({ id: z.string() })).min(1) }) });
const actionResult = z.object({ kind: z.literal('done') });

/** Asks as a person at the page does. Resolves when the answer stands there. */
async function ask(url: string, question: string): Promise<void> {
  const channelId = await firstChannel(url);
  const options = [{ name: 'question', value: question }];
  const response = await fetch(new URL('/act', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      person: 'member',
      locale: 'en-US',
      action: { kind: 'command', channelId, command: 'ask', options },
    }),
  });
  actionResult.parse(await response.json());
}

/** The page's first event tells of all channels. */
async function firstChannel(url: string): Promise<string> {
  const leaving = new AbortController();
  const response = await fetch(new URL('/events', url), { signal: leaving.signal });
  let text = '';
  for await (const chunk of response.body ?? []) {
    text += Buffer.from(chunk).toString('utf8');
    if (text.includes('\n\n')) break;
  }
  leaving.abort();
  const [channel] = pageState.parse(JSON.parse(text.split('\n\n')[0]?.replace('data: ', '') ?? '')).state
    .channels;
  if (!channel) throw new Error(`Cannot ask at ${url}: its page shows no channel`);
  return channel.id;
}
