import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { createReportImporter } from '../../src/discord/reports/import-source.ts';

const file = (changed: Partial<{ name: string; size: number; url: string }>) => ({
  name: 'mill.md',
  size: 100,
  url: 'https://cdn.discordapp.com/attachments/1/2/mill.md',
  ...changed,
});

it.each([
  [
    'a file elsewhere',
    file({ url: 'https://example.org/mill.md' }),
    'example.org, which is not where Discord',
  ],
  [
    'a host that looks alike',
    file({ url: 'https://cdn.discordapp.com.example.org/a/mill.md' }),
    'not where Discord',
  ],
  ['an inward host', file({ url: 'http://127.0.0.1:1/mill.md' }), 'not where Discord'],
  ['a file of another kind', file({ name: 'mill.exe' }), 'its name does not end with'],
  ['a file that is too large', file({ size: 25_000_000 }), 'more than 20 MB'],
  ['an address that is none', 'mill', 'it is no web address'],
  ['an address of a file here', 'file:///etc/passwd', 'it is no web address'],
  ['an inward address', 'http://127.0.0.1:1/mill.md', 'is not on the public Internet'],
])('createReportImporter() refuses %s before it asks anybody', async (_, source, message) => {
  await expect(createReportImporter(undefined).draft(source, {})).rejects.toThrow(message);
});

/** Where Discord keeps attachments, answering as `answer` does. */
async function startCdn(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_request, response) => answer(response));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
}

it.each([
  ['a web page', 200, 'text/html', 'Discord sent a web page in its place'],
  ['an error', 404, 'text/plain', 'the server answered with status 404'],
])('createReportImporter() refuses %s in the place of a file', async (_, status, type, message) => {
  const origin = await startCdn((response) =>
    response.writeHead(status, { 'content-type': type }).end('Gone.'),
  );
  const importing = createReportImporter(`${origin}/api`).draft(file({ url: `${origin}/mill.md` }), {});
  await expect(importing).rejects.toThrow(message);
});

it.each([
  ['never answers', () => undefined],
  [
    'never ends',
    (response: ServerResponse) =>
      response.writeHead(200, { 'content-type': 'text/markdown' }).write('# The mill\n\nThe mill '),
  ],
])('createReportImporter() waits only so long for a file that %s', async (_, answer) => {
  const origin = await startCdn(answer);
  const importer = createReportImporter(`${origin}/api`, { time: 300 });
  const drafts = ['a.md', 'b.md', 'c.md'].map((name) =>
    importer.draft(file({ url: `${origin}/${name}` }), {}),
  );
  for (const { status, ...how } of await Promise.allSettled(drafts)) {
    expect(status).toBe('rejected');
    expect(how).toMatchObject({ reason: { name: 'ImportError', message: 'it did not arrive within 0.3 s' } });
  }
});

it('createReportImporter() goes on after a refusal', async () => {
  const importer = createReportImporter(undefined);
  const drafts = ['a', 'b', 'c', 'd', 'e'].map((source) => importer.draft(source, {}));
  expect((await Promise.allSettled(drafts)).map(({ status }) => status)).toEqual(
    drafts.map(() => 'rejected'),
  );
});
