import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageText } from '../../support/message-text.ts';
import { startOpenSearch } from '../../support/opensearch/start-opensearch.ts';
import { paragraphId } from '../contender.ts';
import { generateText, type GeneratedText, writeReports } from '../generated-text.ts';
import { quantile, sorted } from '../statistics.ts';
import { type BotOnDiscord, startBotOnDiscord } from './bot-on-discord.ts';

/** The same questions, one at a time. Times in milliseconds. */
export interface AskedFigures {
  /** From the question to the message. */
  readonly medianMs: number;
  readonly p99Ms: number;
  /** Of the processors, for one question: in the bot's process, and in the server's. Says more than the rest on a busy machine. */
  readonly botCpuMs: number;
  readonly serverCpuMs: number;
  /** The event loop's own work at once, at most. */
  readonly holdMs: number;
  /** Messages whose first passage is the one that the question was made of, as a share. */
  readonly right: number;
}

/** One bot over one large collection. Times in milliseconds. */
export interface ScaleFigures {
  readonly paragraphs: number;
  readonly place: 'in memory' | 'OpenSearch';
  /** From the start of the process until it is connected; the analyses come from the cache. */
  readonly startMs: number;
  /** Until the server had all paragraphs. */
  readonly fillMs?: number;
  /** When most reports are quoted for the first time: then they are read for who says what. And when none is. */
  readonly first: AskedFigures;
  readonly again: AskedFigures;
  /** Of the bot's process. */
  readonly heapBytes: number;
  readonly residentBytes: number;
}

export interface ScaleOptions {
  readonly sizes: readonly number[];
  readonly questions: number;
  readonly seed: number;
  readonly progress: (what: string) => void;
}

/** Not counted: the first questions pay for the compilers. */
export const WARM_UP = 20;
/** The first passage's report and paragraph, in a message. */
const PLACE = /\*\*report-(\d+)\*\*\n-# ¶ (\d+) of/u;
const SERVER_HEAP = '1g';

/** In memory a paragraph takes 15 KB, so that more would not fit into the heap that Node takes by itself. */
const MOST_IN_MEMORY = 200_000;
/** Of the bot's heap for each paragraph of a larger collection, in KB: twice what it is found to hold. */
const HEAP_OF_PARAGRAPH = 10;

/** The same collections and questions in memory, unless they are too large for it, and in OpenSearch. */
export async function measureScale({ sizes, ...options }: ScaleOptions): Promise<readonly ScaleFigures[]> {
  const figures: ScaleFigures[] = [];
  for (const paragraphs of sizes) figures.push(...(await measureSize(paragraphs, options)));
  return figures;
}

async function measureSize(
  paragraphs: number,
  { questions: count, seed, progress }: Omit<ScaleOptions, 'sizes'>,
): Promise<readonly ScaleFigures[]> {
  const figures: ScaleFigures[] = [];
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-bench-'));
  const cacheDir = await mkdtemp(join(tmpdir(), 'pilcrow-bench-cache-'));
  const server = await startOpenSearch(SERVER_HEAP);
  try {
    const questions = await writeCollection(folder, paragraphs, count, seed);
    const measure = async (place: ScaleFigures['place'], env: Readonly<Record<string, string>>) => {
      const say = (what: string): void => progress(`${paragraphs} paragraphs ${place}: ${what}`);
      say(figures.length === 0 ? 'the bot starts, and reads all of them' : 'the bot starts');
      const main = place === 'OpenSearch' ? import.meta.resolve('./search-bot.ts') : undefined;
      const running = await startBotOnDiscord(folder, { cacheDir, reads: false, env, main });
      try {
        figures.push({ paragraphs, place, ...(await ask(running, questions, server.pid, say)) });
      } finally {
        await running.stop();
      }
    };
    const fits = paragraphs <= MOST_IN_MEMORY;
    // In memory first: it fills the cache of analyses.
    if (fits) await measure('in memory', {});
    await measure('OpenSearch', {
      SEARCH_URL: `http://127.0.0.1:${server.port}`,
      SEARCH_FROM_PARAGRAPHS: '1',
      ...(!fits && {
        NODE_OPTIONS: `--max-old-space-size=${Math.ceil((paragraphs * HEAP_OF_PARAGRAPH) / 1000)}`,
      }),
    });
  } finally {
    await server.stop();
    await Promise.all([folder, cacheDir].map((each) => rm(each, { recursive: true })));
  }
  return figures;
}

/** Writes the reports, and keeps no more than the questions about them: of a million paragraphs that is a gigabyte. */
async function writeCollection(
  folder: string,
  paragraphs: number,
  count: number,
  seed: number,
): Promise<GeneratedText['questions']> {
  const { reports, questions } = generateText(paragraphs, WARM_UP + count, seed);
  await writeReports(folder, reports);
  return questions;
}

async function ask(
  { bot, discord, startedAt }: BotOnDiscord,
  questions: GeneratedText['questions'],
  serverPid: number,
  say: (what: string) => void,
): Promise<Omit<ScaleFigures, 'paragraphs' | 'place'>> {
  const startMs = performance.now() - startedAt;
  const member = discord.as(discord.people.member);
  const answer = async (question: string): Promise<string> =>
    messageText(await member.command('ask', { question }).response());
  const counted = questions.slice(WARM_UP);

  async function askAll(): Promise<AskedFigures> {
    const readCpu = () => Promise.all([bot.pid, serverPid].map(readCpuMs));
    const times: number[] = [];
    let right = 0;
    await bot.delay();
    const before = await readCpu();
    for (const { question, paragraph } of counted) {
      const sent = performance.now();
      const [, report = '', number = ''] = PLACE.exec(await answer(question)) ?? [];
      times.push(performance.now() - sent);
      if (paragraph === paragraphId(`report-${report}`, Number(number))) right++;
    }
    const [botCpuMs = 0, serverCpuMs = 0] = (await readCpu()).map(
      (ms, at) => (ms - (before[at] ?? 0)) / counted.length,
    );
    const { longestHoldMs: holdMs } = await bot.delay();
    const ordered = sorted(times);
    const [medianMs, p99Ms] = [quantile(ordered, 0.5), quantile(ordered, 0.99)];
    return { medianMs, p99Ms, botCpuMs, serverCpuMs, holdMs, right: right / counted.length };
  }

  await bot.watchDelay();
  say('questions');
  for (const { question } of questions.slice(0, WARM_UP)) await answer(question);
  const first = await askAll();
  say('the same questions again');
  const again = await askAll();
  const [, filled] = /"milliseconds":(\d+),"event":"paragraphs brought in"/u.exec(bot.output()) ?? [];
  return {
    startMs,
    ...(filled !== undefined && { fillMs: Number(filled) }),
    first,
    again,
    residentBytes: await bot.residentBytes(),
    heapBytes: await bot.heapBytes(),
  };
}

/** A clock tick of Linux, in milliseconds. */
const TICK = 10;

/** Time that a process has had of the processors, as Linux counts it. */
async function readCpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // After the name, which may hold blanks: utime and stime are the 14th and the 15th field of all.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return TICK * (Number(fields[11]) + Number(fields[12]));
}
