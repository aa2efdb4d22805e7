import { AsyncLocalStorage } from 'node:async_hooks';
import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type LocalDiscord, startLocalDiscord } from 'local-discord';
import { type HealthServer, startHealthServer } from '../../src/metrics/health-server.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { createLog } from '../../src/log.ts';
import { startHealth as startHealthOf } from '../../src/main.ts';
import { explain } from '../../src/run-program.ts';
import { startBotOn } from '../support/running-bot.ts';
import { startProcess } from '../support/process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const SINKING = '---\ntitle: The ferry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n';

const HEALTHY = /^alive\nthe event loop was held for \d+ ms at most in the last minute\n$/;

const requestIds = new AsyncLocalStorage<string>();
const log = createLog('silent', undefined, { secrets: [], requestIds });
const silent = { log, metrics: createMetrics(), requestIds };

async function startHealth(metrics = createMetrics()) {
  const health = await startHealthServer({ host: '127.0.0.1', port: 0, names: ['bot.example.com'] }, metrics);
  onTestFinished(() => health.stop());
  const ask = async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${health.port}${path}`);
    return { status: response.status, body: await response.text() };
  };
  return { metrics, health, ask };
}

async function startAll() {
  const { metrics, ask } = await startHealth();
  const folder = await createTempFolder({ 'ferry.md': SINKING });
  const discord = await startLocalDiscord();
  const bot = await startBotOn(discord, folder, { metrics });
  onTestFinished(async () => {
    await bot.stop();
    await discord.stop();
  });
  return { metrics, ask, folder, discord, bot };
}

/** The value of one metric, with its labels as they are written. */
function valueOf(scraped: string, name: string): number {
  const line = scraped.split('\n').find((each) => each.startsWith(`${name} `));
  return Number(line?.slice(name.length + 1));
}

const question = (discord: LocalDiscord, words: string) =>
  discord.as(discord.people.member).command('ask', { question: words });

describe('the health server', () => {
  it('answers before the bot is connected: alive, and not ready', async () => {
    const { ask } = await startHealth();
    expect(await ask('/healthz')).toEqual({ status: 200, body: expect.stringMatching(HEALTHY) });
    expect(await ask('/readyz')).toEqual({ status: 503, body: 'not ready: Discord is connecting\n' });
  });

  it('is ready while the gateway is up, and only then', async () => {
    const { ask, discord, bot } = await startAll();
    expect(await ask('/readyz')).toEqual({ status: 200, body: 'ready\n' });
    const outage = await discord.faults.outage();
    await expect.poll(() => ask('/readyz')).toMatchObject({ status: 503 });
    expect(valueOf((await ask('/metrics')).body, 'pilcrow_gateway_connected')).toBe(0);
    await outage.end();
    await expect.poll(() => ask('/readyz'), { timeout: 15_000 }).toMatchObject({ status: 200 });
    const { body } = await ask('/metrics');
    expect(valueOf(body, 'pilcrow_gateway_connected')).toBe(1);
    expect(valueOf(body, 'pilcrow_gateway_reconnects_total')).toBeGreaterThanOrEqual(1);
    await bot.stop();
    expect(await ask('/readyz')).toEqual({ status: 503, body: 'not ready: Discord is stopped\n' });
  });

  it('is stuck when a connection that counts as up has been silent for three minutes', async () => {
    let now = Date.UTC(2026, 7, 1);
    const { ask, metrics } = await startHealth(createMetrics(() => new Date(now)));
    let heard = 0;
    metrics.gateway('connected');
    metrics.heartbeats(() => heard);
    now += 179_000;
    expect(await ask('/healthz')).toMatchObject({
      status: 200,
      body: expect.stringContaining('last heard from 179 s ago'),
    });
    now += 1000;
    expect(await ask('/healthz')).toMatchObject({
      status: 503,
      body: expect.stringMatching(/^stuck\n.* 180 s ago\n/),
    });
    heard = now;
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
    now += 3_600_000;
    metrics.gateway('connecting');
    // An outage is nothing that a restart mends.
    expect(await ask('/healthz')).toMatchObject({ status: 200 });
  });

  it('hears each heartbeat that Discord acknowledges', async () => {
    const { metrics } = await startHealth();
    const discord = await startLocalDiscord({ heartbeatMs: 200 });
    const bot = await startBotOn(discord, await createTempFolder({ 'ferry.md': SINKING }), { metrics });
    onTestFinished(async () => {
      await bot.stop();
      await discord.stop();
    });
    const heard = (): number => Date.now() - (metrics.snapshot().silence ?? Infinity);
    const first = heard();
    await expect.poll(heard).toBeGreaterThan(first + 400);
  });

  it('is ready again after a session that could not be resumed', async () => {
    const { ask, discord } = await startAll();
    discord.faults.gateway.forgetSessions();
    discord.faults.gateway.disconnect();
    await expect.poll(() => ask('/readyz')).toMatchObject({ status: 503 });
    await expect.poll(() => ask('/readyz'), { timeout: 25_000 }).toMatchObject({ status: 200 });
  });

  it('counts questions by outcome, reloads and failures, and sums up the time they took', async () => {
    const { ask, discord, folder, metrics, bot } = await startAll();
    await question(discord, 'Where did the ferry Estrella sink?').response();
    await question(discord, 'Where did the ferry Estrella sink off?').response();
    await question(discord, 'xyzzy').response();
    discord.faults.rest.plan(
      { path: /\/callback$/ },
      { kind: 'respond', status: 404, body: { code: 10062, message: 'Unknown interaction' } },
    );
    question(discord, 'Where did the ferry sink?');
    await expect.poll(() => metrics.snapshot().questions.failed).toBe(1);
    await discord.as(discord.people.member).command('sources').response();
    await bot.reload();
    await writeFile(join(folder, 'broken.md'), 'no front matter');
    await bot.reload();

    const { questions, p50, p99, since, ...others } = metrics.snapshot();
    expect(questions).toEqual({ quoted: 2, related: 0, none: 1, failed: 1 });
    expect(others).toMatchObject({ failures: 1, reloads: { reloaded: 1, failed: 1, busy: 0 } });
    expect(p50).toBeGreaterThan(0);
    expect(p99).toBeGreaterThanOrEqual(p50 ?? Infinity);
    expect(since.getTime()).toBeLessThanOrEqual(Date.now());

    const { body } = await ask('/metrics');
    expect(valueOf(body, 'pilcrow_questions_total{outcome="quoted"}')).toBe(2);
    expect(valueOf(body, 'pilcrow_questions_total{outcome="none"}')).toBe(1);
    expect(valueOf(body, 'pilcrow_questions_total{outcome="failed"}')).toBe(1);
    expect(valueOf(body, 'pilcrow_question_seconds_count')).toBe(4);
    expect(valueOf(body, 'pilcrow_question_seconds_bucket{le="+Inf"}')).toBe(4);
    expect(valueOf(body, 'pilcrow_reloads_total{outcome="failed"}')).toBe(1);
    expect(valueOf(body, 'pilcrow_failures_total')).toBe(1);
    expect(valueOf(body, 'nodejs_eventloop_lag_p99_seconds')).toBeGreaterThan(0);
    // Asked twice, it tells the same: reading counts nothing.
    expect(valueOf((await ask('/metrics')).body, 'pilcrow_questions_total{outcome="quoted"}')).toBe(2);
  });

  it('takes no orders and knows no other address', async () => {
    const { health, ask } = await startHealth();
    const posted = await fetch(`http://127.0.0.1:${health.port}/metrics`, { method: 'POST', body: 'x' });
    expect(posted.status).toBe(405);
    for (const path of ['/', '/../package.json', '/metrics/', '//', '/%00'])
      expect((await ask(path)).status).toBe(404);
    expect((await ask('/readyz?verbose')).status).toBe(503);
  });

  it.each([
    ['an address', '127.0.0.1:9090', 200],
    ['another address', '[2001:db8::1]', 200],
    ['localhost', 'localhost:9090', 200],
    ['the name of a container', 'bot:9090', 200],
    ['a service of Kubernetes', 'bot.default.svc.cluster.local', 200],
    ['a name that was allowed', 'Bot.Example.com:9090', 200],
    ['a name of somebody’s web site', 'evil.example', 403],
    ['one that only looks like an address', '127.0.0.1.evil.example:9090', 403],
    ['one that only looks allowed', 'bot.example.com.evil.example', 403],
    ['one that only looks reserved', 'bot.notlocal', 403],
    ['what is no name', 'a b', 403],
  ])('answers no web site in a browser: asked by %s', async (_, host, status) => {
    const { health } = await startHealth();
    for (const path of ['/healthz', '/metrics']) expect(await rawStatus(health, path, host)).toBe(status);
  });

  it('survives an address that is none', async () => {
    const { health } = await startHealth();
    expect(await rawStatus(health, '*')).toBe(404);
    expect(await rawStatus(health, 'http://[')).toBe(404);
  });

  it('listens on the one address that it was given', async () => {
    const { health } = await startHealth();
    await expect(fetch(`http://[::1]:${health.port}/healthz`)).rejects.toThrow('fetch failed');
  });
});

/** The answer to a request whose address fetch() would not send. */
async function rawStatus(
  { port }: HealthServer,
  path: string,
  host = '127.0.0.1',
): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      void text(response).then(() => resolve(response.statusCode));
    })
      .on('error', reject)
      .end();
  });
}

describe('the log of a question', () => {
  it('is one line, with its request and outcome, and never who asked or what', async () => {
    const { discord, bot } = await startAll();
    const asked = question(discord, 'Where did the ferry Estrella sink?');
    await asked.response();
    await expect.poll(() => bot.events).toContain('question');
    const lines = bot.lines.filter(({ event }) => event === 'question');
    expect(lines).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        request: expect.stringMatching(/^\d{17,20}$/),
        kind: 'ApplicationCommand',
        outcome: 'quoted',
        milliseconds: expect.any(Number),
        event: 'question',
      },
    ]);
    const everything = JSON.stringify(bot.lines);
    expect(everything).not.toContain('Estrella');
    expect(everything).not.toContain(discord.people.member.user.id);
    expect(everything).not.toContain(discord.token);
  });

  it('says nothing of question and person even when the answer cannot be sent', async () => {
    const { discord, bot } = await startAll();
    const refusal = {
      kind: 'respond',
      status: 400,
      body: { code: 50035, message: 'Invalid Form Body' },
    } as const;
    discord.faults.rest.plan({ path: /\/callback$/ }, refusal, 2);
    question(discord, 'Where did the ferry Estrella sink?');
    await expect.poll(() => bot.events).toContain('question');
    const failure = bot.lines.find(({ event }) => event === 'interaction failed');
    expect(failure).toMatchObject({ request: expect.any(String), err: { status: 400, code: 50035 } });
    const everything = JSON.stringify(bot.lines);
    expect(everything).not.toContain('Estrella');
    expect(everything).not.toContain(discord.people.member.user.id);
    expect(everything).toMatch(/interactions\/\d+\/\[secret\]\/callback/);
  });
});

describe('npm start with HEALTH_PORT', () => {
  it('serves while it waits for Discord, and says where', async () => {
    const bot = startProcess('src/main.ts', {
      DISCORD_TOKEN: 'planted-secret',
      DISCORD_API_URL: 'http://127.0.0.1:9/api',
      HEALTH_PORT: '0',
      READER: 'off',
    });
    await bot.printed(/cannot reach Discord/);
    const [, port] = /"port":(\d+),"event":"health server listens"/.exec(bot.output()) ?? [];
    expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(503);
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
    expect(bot.output()).not.toContain('planted-secret');
  });

  it.each([
    ['the port is in use', '127.0.0.1', 'HEALTH_PORT is'],
    [
      'the address is another computer’s',
      '192.0.2.1',
      'HEALTH_HOST is "192.0.2.1", wanted an address of this computer',
    ],
  ])('says one clear sentence when %s', async (_, host, message) => {
    const { health } = await startHealth();
    const started = startHealthOf({ host, port: health.port, names: [] }, silent).then(String, explain);
    expect(await started).toContain(`Cannot read the environment: ${message}`);
    expect(await started).not.toContain('    at ');
  });
});
