import { setTimeout as pause } from 'node:timers/promises';
import { startLocalDiscord, type LocalDiscord } from 'local-discord';
import pg from 'pg';
import { z } from 'zod';
import { commands } from '../../../commands/index.ts';
import { createRest, publishCommands } from '../../../src/discord/publish-commands.ts';
import type { ContentStore } from '../../../src/library/content-store.ts';
import { openDatabaseContent } from '../../../src/library/database/database-content.ts';
import { parseConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { openPostgres, type Postgres } from '../../../src/postgres/postgres.ts';
import { openSearch } from '../../../src/search/opensearch/open-search.ts';
import { systemClock } from '../../../src/text/clock.ts';
import { messageText } from '../../support/message-text.ts';
import { startOpenSearch } from '../../support/opensearch/start-opensearch.ts';
import { startPostgres, urlOf } from '../../support/start-postgres.ts';
import { fileTextOf, generateText } from '../generated-text.ts';
import { type BotProcess, startBotProcess } from './bot-process.ts';

/** Bots in processes of their own, on one Discord, over PostgreSQL and OpenSearch. Times in milliseconds. */
export interface ClusterFigures {
  readonly plan: ClusterPlan;
  /** From the start of the first process, alone, until it is connected. */
  readonly startMs: number;
  readonly asked: number;
  /** Answers with text of another server; of two generations; of one that was replaced `FOLLOWED_WITHIN` before. */
  readonly wrongServer: number;
  readonly mixed: number;
  readonly late: number;
  /** Questions without an answer from the server's report. */
  readonly unanswered: number;
  /** From the change to its end, for each report that was published. */
  readonly publishMs: readonly number[];
  /** From the change of the large collection until all processes serve it, and of this since it was published. */
  readonly large: Published;
  /** The same once more, all of it changed: the search server was cold the first time. */
  readonly again: Published;
  /** For each paragraph of the large collection. */
  readonly databaseBytes: number;
  readonly indexBytes: number;
}

/** In milliseconds. */
export interface Published {
  readonly wholeMs: number;
  readonly followMs: number;
}

export interface ClusterPlan {
  readonly servers: number;
  /** One report is published in each. */
  readonly seconds: number;
  /** Of the shared collection that is published last. */
  readonly paragraphs: number;
}

const PROCESSES = 3;
/** Milliseconds. */
const FOLLOWED_WITHIN = 3000;
const QUESTIONS_PER_SECOND = 10;
const QUESTION = 'Which mark does the harbour have?';

const reportOf = (server: string, mark: number): string => {
  const lines = Array.from(
    { length: 4 },
    (_, at) => `The harbour of ${server} has the mark ${mark}, as line ${at} of its log says.`,
  );
  return `---\ntitle: The log of ${server}\n---\n\n${lines.join('\n\n')}\n`;
};

export async function measureCluster(
  plan: ClusterPlan,
  seed: number,
  progress: (what: string) => void,
): Promise<ClusterFigures> {
  progress('PostgreSQL and OpenSearch start');
  const [database, searchServer] = await Promise.all([startPostgres(), startOpenSearch()]);
  const discord = await startLocalDiscord({ guilds: plan.servers, shards: PROCESSES });
  const bots: BotProcess[] = [];
  try {
    const url = await createDatabase(database.port);
    const env = {
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: url,
      SEARCH_URL: `http://127.0.0.1:${searchServer.port}`,
      SEARCH_FROM_PARAGRAPHS: '1000',
      STORE: 'off',
      READER: 'off',
      QUESTIONS_PER_PERSON: '0',
      QUESTIONS_PER_SERVER: '0',
    };
    const world = { clock: systemClock, log: createLog('silent') };
    const postgres = await openPostgres(url, world);
    // Publishes as a bot does.
    const { search: place } = parseConfig(env);
    const search = place && (await openSearch(place, world));
    const content = await openDatabaseContent(postgres, { ...world, search });
    progress(`${plan.servers} servers get a report each`);
    await content.contentOf(undefined).change(
      generateText(50, 1, seed).reports.map((report) => ({ id: report.id, text: fileTextOf(report) })),
      '1',
    );
    for (const { id } of discord.guilds)
      await content.contentOf(id).change([{ id: 'log', text: reportOf(id, 0) }], '1');
    await publishCommands(
      createRest(discord.token, discord.apiUrl),
      commands.map(({ data }) => data),
    );
    progress(`${PROCESSES} bots log in`);
    const started = performance.now();
    const start = async (shard: number): Promise<void> => {
      const bot = await startBotProcess({ ...env, SHARDS: `${shard}/${PROCESSES}` });
      bots.push(bot);
      await bot.printed(/"event":"connected"/u);
    };
    await start(0);
    const startMs = performance.now() - started;
    await Promise.all(Array.from({ length: PROCESSES - 1 }, (_, at) => start(at + 1)));
    progress(`a report is published each second for ${plan.seconds} seconds`);
    const asked = await publishAndAsk(discord, content, plan.seconds);
    progress(`${plan.paragraphs} paragraphs are published`);
    const before = await sizeOf(postgres);
    const large = await publishLarge(content, bots, plan.paragraphs, seed + 1);
    const databaseBytes = ((await sizeOf(postgres)) - before) / plan.paragraphs;
    const indexBytes = (await indexSize(searchServer.port)) / plan.paragraphs;
    progress('and once more, all of them changed');
    const again = await publishLarge(content, bots, plan.paragraphs, seed + 2);
    await search?.close();
    await postgres.close();
    return { plan, startMs, ...asked, large, again, databaseBytes, indexBytes };
  } finally {
    await Promise.all(bots.map((bot) => bot.stop()));
    await discord.stop();
    await Promise.all([database.stop(), searchServer.stop()]);
  }
}

async function createDatabase(port: number): Promise<string> {
  const client = new pg.Client(urlOf(port, 'postgres'));
  await client.connect();
  await client.query('CREATE DATABASE pilcrow');
  await client.end();
  return urlOf(port, 'pilcrow');
}

async function sizeOf({ read }: Postgres): Promise<number> {
  const tables = ['report_file', 'analysis', 'listing'].map((table) => `pg_total_relation_size('${table}')`);
  const [row] = await read<{ readonly size: number }>(`SELECT ${tables.join(' + ')} AS size`);
  return row?.size ?? 0;
}

const indices = z.array(z.object({ 'pri.store.size': z.coerce.number() }));

async function indexSize(port: number): Promise<number> {
  const address = `http://127.0.0.1:${port}/_cat/indices/pilcrow-paragraphs-*?bytes=b&format=json`;
  const [index] = indices.parse(await (await fetch(address)).json());
  return index?.['pri.store.size'] ?? 0;
}

type Asked = Pick<ClusterFigures, 'asked' | 'wrongServer' | 'mixed' | 'late' | 'unanswered' | 'publishMs'>;

async function publishAndAsk(discord: LocalDiscord, content: ContentStore, seconds: number): Promise<Asked> {
  const counts = { asked: 0, wrongServer: 0, mixed: 0, late: 0, unanswered: 0 };
  const publishMs: number[] = [];
  /** By server: its marks, each with when it was published. */
  const marks = new Map(discord.guilds.map(({ id }) => [id, [-Infinity]]));

  async function ask(at: number): Promise<void> {
    const guild = discord.guilds[at % discord.guilds.length];
    if (guild === undefined) return;
    const sent = performance.now();
    const person = discord.as(discord.people.member, { channel: guild.channels[0] });
    const text = messageText(await person.command('ask', { question: QUESTION }).response());
    const found = [...text.matchAll(/The harbour of (\d+) has the mark (\d+)/gu)];
    const numbers = new Set(found.map(([, , mark]) => Number(mark)));
    counts.asked += 1;
    if (found.length === 0) counts.unanswered += 1;
    if (found.some(([, server]) => server !== guild.id)) counts.wrongServer += 1;
    if (numbers.size > 1) counts.mixed += 1;
    const replacedAt = marks.get(guild.id)?.[Math.min(...numbers) + 1] ?? Infinity;
    if (replacedAt < sent - FOLLOWED_WITHIN) counts.late += 1;
  }

  const questions: Promise<void>[] = [];
  for (let second = 0; second < seconds; second++) {
    const [began, at] = [performance.now(), second * 7];
    const { id = '' } = discord.guilds[at % discord.guilds.length] ?? {};
    const own = marks.get(id) ?? [];
    await content.contentOf(id).change([{ id: 'log', text: reportOf(id, own.length) }], '1');
    publishMs.push(performance.now() - began);
    own.push(performance.now());
    // Of the server that has something new, of one that had it a while ago, and of others.
    for (let n = 0; n < QUESTIONS_PER_SECOND; n++) {
      questions.push(ask(n % 3 === 0 ? at : n % 3 === 1 ? Math.max(0, at - 28) : at + n));
      await pause(1000 / QUESTIONS_PER_SECOND);
    }
  }
  await Promise.all(questions);
  return { ...counts, publishMs };
}

async function publishLarge(
  content: ContentStore,
  bots: readonly BotProcess[],
  paragraphs: number,
  seed: number,
): Promise<Published> {
  const edits = generateText(paragraphs, 1, seed).reports.map((report) => ({
    id: report.id,
    text: fileTextOf(report),
  }));
  const before = bots.map((bot) => bot.output().length);
  const began = performance.now();
  await content.contentOf(undefined).change(edits, '1');
  const published = performance.now();
  await Promise.all(bots.map((bot, at) => bot.printed(/"event":"reloaded"/u, before[at])));
  return { wholeMs: performance.now() - began, followMs: performance.now() - published };
}
