import { Locale } from 'discord-api-types/v10';
import { type InteractionHandle, startLocalDiscord } from 'local-discord';
import { describe, expect, it, onTestFinished } from 'vitest';
import { RETRY_AFTER } from '../../src/create-reach.ts';
import { wordingFor } from '../../src/i18n/wording.ts';
import { readArticle } from '../../src/import/read-article.ts';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { openPostgres } from '../../src/postgres/postgres.ts';
import { openStore } from '../../src/store/open-store.ts';
import { type Clock, systemClock } from '../../src/text/clock.ts';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { type PostgresServer, usePostgres } from '../support/postgres-server.ts';
import { noPostgres, PASSWORD } from '../support/start-postgres.ts';
import { startProcess } from '../support/process.ts';
import { startBotOn } from '../support/running-bot.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { replyTo } from '../support/use-running-bot.ts';

const report = (title: string, text: string): string => `---\ntitle: ${title}\n---\n\n${text}\n`;
const SHARED = report('The ferry', 'The ferry Estrella sank off Corvo.');
const OWN = report('The mill', 'A night watchman, Otto Brandl, discovered the fire at three.');
const MILL = { question: 'Who discovered the fire?' };
const UNANSWERED = { question: 'Which zebra won?' };

/** A bot that keeps all in a database behind a proxy. Two servers have a report of their own; the first has asked it. */
async function start(server: PostgresServer) {
  const proxy = await startTcpProxy(server.port);
  const url = Object.assign(new URL(await server.createDatabase()), { port: String(proxy.port) }).href;
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => lines.push(line) });
  const world = { clock: systemClock, log };
  const discord = await startLocalDiscord({ guilds: 3 });
  const [first, second, third] = discord.guilds;
  if (first === undefined || second === undefined || third === undefined)
    throw new Error('there are three guilds');
  const postgres = await openPostgres(url, world);
  const content = await openDatabaseContent(postgres, world);
  await content.contentOf(undefined).change([{ id: 'ferry', text: SHARED }], '1');
  for (const { id } of [first, second]) await content.contentOf(id).change([{ id: 'mill', text: OWN }], '1');
  const place = { kind: 'database', key: 'a key for the tests', retentionDays: 30 } as const;
  const metrics = createMetrics();
  const store = await openStore(place, { ...world, postgres });
  // Remembered: where settings are not known, mentions are told to ask in private.
  await store.settings(second.id);
  const bot = await startBotOn(discord, 'no folder', {
    store,
    postgres,
    metrics,
    readSource: readArticle,
  });
  onTestFinished(async () => {
    await bot.stop();
    await postgres.close();
    await discord.stop();
    expect(discord.violations).toEqual([]);
  });
  const { member, admin, owner } = discord.people;
  const [mira, ada, olive] = [discord.as(member), discord.as(admin), discord.as(owner)];
  const stranger = discord.as(admin, { channel: third.channels[0] });
  const there = (locale: Locale) => discord.as(member, { channel: second.channels[0], locale });
  const said = async (asked: InteractionHandle) => messageText(await asked.response());
  const times = (event: string): number => lines.filter((line) => line.includes(`"event":"${event}`)).length;
  expect(await said(mira.command('ask', MILL))).toContain('Otto Brandl');
  return { proxy, bot, metrics, mira, ada, olive, stranger, there, said, times };
}

describe.skipIf(noPostgres)('a bot that keeps in PostgreSQL', () => {
  const server = usePostgres();

  it('answers while the database is away, says what is not kept, and keeps again when it is back', async () => {
    const { proxy, bot, metrics, mira, ada, stranger, said, times } = await start(server);
    const gaps = () => said(ada.command('gaps'));
    expect(await said(mira.command('ask', UNANSWERED))).toContain('do not answer');
    await expect.poll(gaps).toContain('not answered, 1 time');

    proxy.cut();
    const answer = await mira.command('ask', MILL).response();
    expect(messageText(answer)).toContain('Otto Brandl');
    expect(await said(mira.command('ask', UNANSWERED))).toContain('do not answer');
    const { notes } = wordingFor('en-US');
    expect(await said(mira.click(answer, buttonId(answer, 'Wrong passage')))).toContain(notes.storeFailed);
    expect(await said(ada.command('settings', { mentions: false }))).toContain(notes.storeFailed);
    expect(await gaps()).toContain(notes.recordsAway);
    // Settings that were never read are not guessed where somebody looks at them, or builds upon them.
    expect(await said(stranger.command('settings'))).toContain(notes.recordsAway);
    expect(await said(stranger.command('settings', { mentions: false }))).toContain(notes.recordsAway);
    await expect.poll(() => metrics.snapshot().notKept).toBe(3);
    await expect.poll(() => bot.events).toContain('question not kept');
    await expect.poll(() => bot.events).toContain('not kept');
    expect(bot.events).not.toContain('interaction failed');

    proxy.heal();
    await expect.poll(() => times('store found again'), { timeout: 10_000 }).toBe(1);
    await mira.command('ask', UNANSWERED).response();
    await expect.poll(gaps).toContain('not answered, 2 times');
    expect(times('store lost')).toBe(1);
  });

  it('says of reports that it cannot read them now, changes none, and goes on with those in memory', async () => {
    const { proxy, bot, mira, ada, olive, there, said, times } = await start(server);
    const file = { name: 'bridge.md', bytes: new TextEncoder().encode(report('The bridge', 'It fell.')) };
    const preview = await ada.command('reports add', { file }).response();
    const removal = await ada.command('reports remove', { report: 'mill' }).response();

    proxy.cut();
    const { reportsAway } = wordingFor('en-US').notes;
    for (const locale of [Locale.German, Locale.Japanese, Locale.EnglishUS])
      expect(await said(there(locale).command('ask', MILL))).toContain(wordingFor(locale).notes.reportsAway);
    const other = there(Locale.EnglishUS);
    expect(messageText(await replyTo(other, other.mention(MILL.question)))).toContain(reportsAway);
    for (const asked of [
      ada.click(preview, buttonId(preview, 'Publish')),
      ada.click(removal, buttonId(removal, 'Remove')),
      ada.command('reports rollback'),
      ada.command('reports history'),
      ada.command('reports add', { file: { ...file, name: 'other.md' } }),
      olive.command('reload'),
    ])
      expect(await said(asked)).toMatch(/out of reach/u);
    expect(await said(mira.command('ask', MILL))).toContain('Otto Brandl');
    expect(bot.events).not.toContain('interaction failed');
    expect(bot.events).not.toContain('reports of a server have faults');

    proxy.heal();
    await expect.poll(() => times('store found again'), { timeout: 10_000 }).toBe(1);
    expect(await said(other.command('ask', MILL))).toContain('Otto Brandl');
    expect(await said(ada.click(preview, buttonId(preview, 'Publish')))).toContain('**Published:**');
    expect(await said(ada.command('reports list'))).toMatch(/The mill[^]*The bridge/u);
  });

  it('waits at its start for a database that is out of reach, until it is to stop', async () => {
    const proxy = await startTcpProxy(server.port);
    const url = Object.assign(new URL(await server.createDatabase()), { port: String(proxy.port) }).href;
    const lines: string[] = [];
    const world = { clock: systemClock, log: createLog('info', { write: (line) => lines.push(line) }) };
    proxy.cut();
    const stopping = new AbortController();
    const never = openPostgres(url, { ...world, signal: stopping.signal }).catch(String);
    await expect.poll(() => lines.join('')).toContain('store out of reach: the start waits for it');
    stopping.abort();
    expect(await never).toMatch(/^StoreError: Cannot open the store "127\.0\.0\.1:\d+\/test_\d": /u);

    const waits: number[] = [];
    const after: Clock['after'] = (wait, task) => {
      waits.push(wait);
      return systemClock.after(0, task);
    };
    const clock = { ...systemClock, after };
    const opening = openPostgres(url, { ...world, clock, signal: new AbortController().signal });
    await expect.poll(() => lines.length).toBe(2);
    proxy.heal();
    const postgres = await opening;
    expect(new Set(waits)).toEqual(new Set([RETRY_AFTER]));
    expect(await postgres.read('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await postgres.close();
  });

  it('does not start where the password is wrong, says so in one sentence, and repeats no secret', async () => {
    const url = (await server.createDatabase()).replace(encodeURIComponent(PASSWORD), 'planted-secret');
    const bot = startProcess('src/main.ts', { DISCORD_TOKEN: 'a.b.c', DATABASE_URL: url, STORE: '' });
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toMatch(
      /^Cannot open the store "127\.0\.0\.1:\d+\/test_\d": the server refuses the user or the password, wanted .*\n$/u,
    );
    expect(bot.output()).not.toContain('planted-secret');
  });
});
