import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalDiscord, type LocalDiscord } from '../../src/local-discord.ts';
import { createPage } from '../../src/page/page.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let discord: LocalDiscord;
beforeAll(async () => {
  discord = await startLocalDiscord();
  discord.attach(createPage(discord));
});
afterAll(() => discord.stop());

const call = async (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body = '',
): Promise<Answer> => {
  const sent = request({ host: '127.0.0.1', port: discord.port, method, path, headers });
  const answered = new Promise<IncomingMessage>(
    (resolve, reject) => void sent.on('response', resolve).on('error', reject),
  );
  sent.end(body);
  const response = await answered;
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) };
};

const json = { 'content-type': 'application/json' };
const write = () =>
  JSON.stringify({
    person: 'member',
    locale: 'de',
    action: { kind: 'write', channelId: discord.channels.general.id, text: 'hello' },
  });
const said = () => discord.as(discord.people.member).messages().length;

describe('the page, over HTTP', () => {
  it.each([
    ['a script', '/main.js', 'text/javascript'],
    ['a script in a folder', '/message/note.js', 'text/javascript'],
    ['a style', '/style/base.css', 'text/css'],
    ['the script of a form', '/modal/modal.js', 'text/javascript'],
    ['the page', '/', 'text/html'],
  ])('serves %s under a policy without inline scripts or other hosts', async (_, path, type) => {
    const { status, headers } = await call('GET', path);
    expect(status).toBe(200);
    expect(headers['content-type']).toContain(type);
    expect(headers['x-content-type-options']).toBe('nosniff');
    const policy = headers['content-security-policy'];
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
  });

  it.each([
    ['a parent folder', '/../page.ts'],
    ['an escaped parent folder', '/%2e%2e%2fpage.ts'],
    ['a parent folder, out of a folder', '/style/../../page.ts'],
    ['an escaped parent folder, out of a folder', '/style/%2e%2e%2f%2e%2e%2fpage.ts'],
    ['an absolute path', '//etc/hostname'],
    ['a folder', '/style/'],
    ['the types of the scripts', '/tsconfig.json'],
    ['an unknown file', '/none.js'],
    ['a file with a null byte', '/main.js%00.css'],
  ])('serves nothing outside its folder: %s', async (_, path) => {
    expect((await call('GET', path)).status).toBe(404);
  });

  it('takes what a person does', async () => {
    const before = said();
    const { status, body } = await call('POST', '/act', json, write());
    expect([status, body]).toEqual([200, '{"kind":"done"}']);
    expect(said()).toBe(before + 1);
  });

  it.each([
    ['another site by its origin', { ...json, origin: 'https://evil.example' }, 403],
    ['another port of this computer', { ...json, origin: 'http://127.0.0.1:1' }, 403],
    ['an origin that hides itself', { ...json, origin: 'null' }, 403],
    ['another site by fetch metadata', { ...json, 'sec-fetch-site': 'cross-site' }, 403],
    ['a rebound name', { ...json, host: 'evil.example' }, 403],
    ['a form, which needs no permission to cross sites', { 'content-type': 'text/plain' }, 415],
    ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
  ])('takes nothing from %s', async (_, headers, status) => {
    const before = said();
    expect((await call('POST', '/act', headers, write())).status).toBe(status);
    expect(said()).toBe(before);
  });

  /** The page posts a form with one file. */
  const postFile = async (reference: string, bytes: number) => {
    const form = new FormData();
    const action = {
      kind: 'write',
      channelId: discord.channels.general.id,
      text: '',
      files: [{ file: reference }],
    };
    form.set('payload_json', JSON.stringify({ person: 'member', locale: 'de', action }));
    form.set('files[0]', new Blob([new Uint8Array(bytes)]), 'a.bin');
    const url = `http://127.0.0.1:${discord.port}/act`;
    return await fetch(url, { method: 'POST', headers: { 'x-from-page': 'yes' }, body: form });
  };

  it.each([
    ['takes a file', '0', 3, 200],
    ['refuses a file that did not come along', '1', 3, 400],
    ['refuses a file of more than 10 MiB', '0', 10 * 1024 * 1024 + 1, 413],
  ])('%s', async (_, reference, bytes, status) => {
    const before = said();
    expect((await postFile(reference, bytes)).status).toBe(status);
    expect(said()).toBe(status === 200 ? before + 1 : before);
  });

  it.each([
    ['broken JSON', '{'],
    ['an unknown act', '{"person":"member","locale":"de","action":{"kind":"rule"}}'],
    [
      'an unknown language',
      '{"person":"member","locale":"xx","action":{"kind":"write","channelId":"1","text":"a"}}',
    ],
    ['nothing', ''],
  ])('refuses %s', async (_, body) => {
    expect((await call('POST', '/act', json, body)).status).toBe(400);
  });

  it('refuses more than a person can type, in a form too', async () => {
    const before = said();
    const padded = `${write()}${' '.repeat(1024 * 1024)}`;
    expect((await call('POST', '/act', json, padded)).status).toBe(413);
    const form = new FormData();
    form.set('payload_json', padded);
    const url = `http://127.0.0.1:${discord.port}/act`;
    const posted = await fetch(url, { method: 'POST', headers: { 'x-from-page': 'yes' }, body: form });
    expect(posted.status).toBe(413);
    expect(said()).toBe(before);
  });

  it('refuses who sends without end, and stops listening', async () => {
    const to = { host: '127.0.0.1', port: discord.port, method: 'POST', path: '/act', headers: json };
    const sent = request(to);
    const answered = new Promise<IncomingMessage>(
      (resolve, reject) => void sent.on('response', resolve).on('error', reject),
    );
    const megabyte = ' '.repeat(1024 * 1024);
    const send = (): void => void sent.write(megabyte, (error) => error ?? send());
    send();
    expect((await answered).statusCode).toBe(413);
    sent.destroy();
  });

  it.each([
    ['a channel that is not theirs', { kind: 'write', channelId: '1', text: 'a' }],
    ['an unknown command', { kind: 'command', channelId: '', command: 'none', options: [] }],
    ['a message that is gone', { kind: 'click', messageId: '1', customId: 'a' }],
    ['a form that nobody opened', { kind: 'submit', modalId: '1', values: {} }],
  ])('tells why a person cannot use %s', async (_, action) => {
    const { status, body } = await call(
      'POST',
      '/act',
      json,
      JSON.stringify({ person: 'member', locale: 'de', action }),
    );
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^Cannot /) });
  });

  it('does not show its events to another site', async () => {
    expect((await call('GET', '/events?person=owner', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });
});
