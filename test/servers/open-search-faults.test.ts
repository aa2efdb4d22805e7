import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { Client } from '@opensearch-project/opensearch';
import { startLocalDiscord } from 'local-discord';
import { describe, expect, it, onTestFinished } from 'vitest';
import { SearchError } from '../../src/search/candidate-source.ts';
import { createMemorySource } from '../../src/search/index/memory-source.ts';
import { analyseReport, type IndexedReport } from '../../src/search/index/report-analysis.ts';
import { examineServer, type SearchPlace } from '../../src/search/opensearch/connect-server.ts';
import { indexOf } from '../../src/search/opensearch/paragraph-index.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { createLanguages } from '../../src/text/language.ts';
import { askSteadily } from '../faults/ask-steadily.ts';
import { startBotOver } from '../support/bot-over.ts';
import { startBotOn } from '../support/running-bot.ts';
import { makeCertificates } from '../support/make-certificates.ts';
import { messageText } from '../support/message-text.ts';
import { noOpenSearch } from '../support/opensearch/start-opensearch.ts';
import { useOpenSearch } from '../support/opensearch/use-opensearch.ts';
import { reportOf } from '../support/report.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const english = createLanguages()('en');
const report = reportOf(['The ferry sank.', 'Nobody was hurt.'], { id: 'ferry' });
const ferry: IndexedReport = { report, hash: 'ferry', analysis: runSync(analyseReport(report, english)) };
const TERMS = [{ stem: english.stem('ferry'), boost: 1 }];
const FOUND = [{ report: 'ferry', at: 0 }];

// One paragraph more than are looked at without a search.
const LOG = Array.from({ length: 51 }, (_, day) => `The keeper saw ship number ${day + 101} pass.`);
const FILES = { 'log.md': `---\ntitle: The lighthouse\n---\n\n${LOG.join('\n\n')}\n` };
const AWAY = 'The reports cannot be searched at the moment.';

/** It starts again meanwhile, on a machine that is busy with questions. */
const KILLED = { timeout: 300_000 };

describe.skipIf(noOpenSearch !== undefined)('an OpenSearch server that fails', () => {
  const server = useOpenSearch();

  it.each(['cut', 'freeze'] as const)(
    'is told to whoever asks, asked no more, and found again without a restart: %s',
    async (fault) => {
      const proxy = await startTcpProxy(server.port);
      const search = { urls: [`http://me:planted-secret@127.0.0.1:${proxy.port}`], from: 1, owner: 'bot' };
      const { mira, bot } = await startBotOver(FILES, { search });
      const ask = async () =>
        messageText(await mira.command('ask', { question: 'Who saw ship number 117?' }).response());
      expect(await ask()).toContain('saw ship number 117 pass');

      proxy[fault]();
      const asked = await Promise.all([ask(), ask(), ask()]);
      for (const answer of asked) expect(answer).toContain(AWAY);
      expect(bot.events).toContain('search lost: large collections cannot be asked');
      const tries = proxy.connections;
      for (let count = 0; count < 20; count++) expect(await ask()).toContain(AWAY);
      // No question connects: only the probe does, once a second.
      expect(proxy.connections - tries).toBeLessThan(20);

      proxy.heal();
      await expect.poll(ask, { timeout: 30_000 }).toContain('saw ship number 117 pass');
      expect(bot.events.filter((event) => event === 'search found again')).toHaveLength(1);
      expect(JSON.stringify(bot.lines)).not.toMatch(/planted-secret|bWU6cGxhbnRlZC1zZWNyZXQ/u);
    },
  );

  it('is asked at another of its nodes', async () => {
    const urls = ['http://127.0.0.1:9', `http://127.0.0.1:${server.port}`];
    const source = createMemorySource({ remote: await server.open({ urls }) });
    await source.hold('one', [ferry]);
    for (let count = 0; count < 10; count++)
      expect(await source.candidates(TERMS, { generation: 'one' }, 5)).toEqual(FOUND);
  });

  it('gets its index again when it has lost it', async () => {
    const source = createMemorySource({ remote: await server.open() });
    await source.hold('one', [ferry]);
    const client = new Client({ node: `http://127.0.0.1:${server.port}` });
    await client.indices.delete({ index: indexOf('test') });
    const search = () => source.candidates(TERMS, { generation: 'one' }, 5);
    await expect(search()).rejects.toThrow(SearchError);
    await expect.poll(() => search().catch(String), { timeout: 20_000 }).toEqual(FOUND);
  });

  it('costs no wrong and no doubled answer when it is killed, at 30 questions a second', KILLED, async () => {
    const shipped = 'fallujah-convoy-strikes.md';
    const files = { ...FILES, [shipped]: await readFile(join('data', shipped), 'utf8') };
    const search = { urls: [`http://127.0.0.1:${server.port}`], from: 1, owner: 'bot' };
    const discord = await startLocalDiscord();
    const bot = await startBotOn(discord, await createTempFolder(files), { search });
    onTestFinished(async () => {
      await bot.stop();
      await discord.stop();
    });
    const member = discord.as(discord.people.member);
    const texts = () => member.messages().map(messageText);
    const answered = () => texts().filter((text) => text.includes('Yahya Rasool')).length;
    const questions = askSteadily({ discord, member });
    expect(await questions.isAnswered(20_000)).toBe(true);
    await server.kill();
    await expect
      .poll(() => bot.events, { timeout: 20_000 })
      .toContain('search lost: large collections cannot be asked');
    await server.restart();
    await expect.poll(() => bot.events, { timeout: 120_000 }).toContain('search found again');
    const before = answered();
    await expect.poll(answered, { timeout: 60_000 }).toBeGreaterThan(before);
    const all = await questions.stop();
    expect(all.filter(({ answers }) => answers > 1)).toEqual([]);
    expect(all.some(({ isTold }) => isTold)).toBe(true);
    // The one question that the reports do not answer is about a zebra.
    const wrong = texts().filter((text) => text.includes('do not answer') && !text.includes('zebra'));
    expect(wrong).toEqual([]);
  });

  it('is asked over TLS where the file of certificates vouches for it, and not otherwise', async () => {
    const { port, caFile, received } = await startTls(server.port);
    const urls = [`https://me:planted%20secret@localhost:${port}`];
    const ask = async (place: Partial<SearchPlace>) => {
      const source = createMemorySource({ remote: await server.open({ urls, ...place }) });
      await source.hold('one', [ferry]);
      return source.candidates(TERMS, { generation: 'one' }, 5);
    };
    expect(await ask({ caFile })).toEqual(FOUND);
    const header = `Basic ${Buffer.from('me:planted secret').toString('base64')}`;
    expect(received()).toContain(header);
    expect(await examineServer({ urls, caFile })).toBe(`localhost:${port}, opensearch 2.19.6`);
    const untrusted = ask({}).catch(String);
    expect(await untrusted).toMatch(
      /its certificate is not trusted .*certificate.*, wanted https with SEARCH_CA_FILE/u,
    );
    const wrong = urls.map((url) => url.replace('localhost', '127.0.0.1'));
    expect(await ask({ urls: wrong, caFile }).catch(String)).toMatch(/altnames/u);
    const lines = server.lines.join('');
    for (const secret of ['planted', header.slice(6)]) expect(lines).not.toContain(secret);
  });
});

/** Ends TLS in front of the server, with a certificate for `localhost` that a self-made authority has signed. */
async function startTls(target: number) {
  const { caFile, certFile, keyFile } = await makeCertificates();
  const [key, cert] = await Promise.all([keyFile, certFile].map((file) => readFile(file)));
  let received = '';
  const proxy = createServer({ ...(key && { key }), ...(cert && { cert }) }, (socket) => {
    const upstream = connect(target, '127.0.0.1');
    for (const end of [socket, upstream])
      end.on('error', () => {
        socket.destroy();
        upstream.destroy();
      });
    socket.on('data', (bytes: Buffer) => (received += bytes.toString('latin1')));
    socket.pipe(upstream).pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  onTestFinished(() => void proxy.close());
  const address = proxy.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { port, caFile, received: () => received };
}
