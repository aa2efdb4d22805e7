import { describe, expect, it, onTestFinished } from 'vitest';
import { openStore } from '../../src/store/open-store.ts';
import { systemClock } from '../../src/text/clock.ts';
import { createLog } from '../../src/log.ts';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres, PASSWORD } from '../support/start-postgres.ts';
import { startProcess } from '../support/process.ts';
import { startRunningBot } from '../support/running-bot.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';

const QUESTION = { question: 'Who discovered the fire?' };
const UNANSWERED = { question: 'Which zebra won?' };

describe.skipIf(noPostgres)('a bot that keeps in PostgreSQL', () => {
  const server = usePostgres();

  it('answers while the database is away, says what is not kept, and keeps again when it is back', async () => {
    const proxy = await startTcpProxy(server.port);
    const url = Object.assign(new URL(await server.createDatabase()), { port: String(proxy.port) }).href;
    const logged: string[] = [];
    const log = createLog('info', { write: (line) => logged.push(line) });
    const place = { kind: 'database', url, key: 'a key for the tests', retentionDays: 30 } as const;
    const store = await openStore(place, { clock: systemClock, log });
    const { discord, stop, bot } = await startRunningBot({ store });
    onTestFinished(stop);
    const mira = discord.as(discord.people.member);
    const gaps = async () => messageText(await discord.as(discord.people.owner).command('gaps').response());

    expect(messageText(await mira.command('ask', UNANSWERED).response())).toContain('do not answer');
    await expect.poll(gaps).toContain('not answered, 1 time');

    proxy.cut();
    const answer = await mira.command('ask', QUESTION).response();
    expect(messageText(answer)).toContain('Otto Brandl');
    expect(messageText(await mira.command('ask', UNANSWERED).response())).toContain('do not answer');
    await expect.poll(() => bot.events).toContain('question not kept');
    const vote = await mira.click(answer, buttonId(answer, 'Wrong passage')).response();
    expect(messageText(vote)).toContain('This could not be stored');

    proxy.heal();
    await expect.poll(() => logged.join(''), { timeout: 10_000 }).toContain('store found again');
    await mira.command('ask', UNANSWERED).response();
    await expect.poll(gaps).toContain('not answered, 2 times');
    expect(discord.violations).toEqual([]);
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
