import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { fetchSource } from '../../../src/import/source/fetch-source.ts';
import { isPublicAddress, type Resolve } from '../../../src/import/source/address-guard.ts';

const PAGE = '<p>The ferry sank off Corvo.</p>';
const loopback: Resolve = () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]);

const anywhere = { allowPrivate: true, resolve: loopback };

/** A server on loopback, and its port. */
async function serve(listener: RequestListener): Promise<number> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return address.port;
}

const answering =
  (headers: Record<string, string>, body: string | Uint8Array): RequestListener =>
  (_, response) => {
    response.writeHead(200, headers).end(body);
  };

describe('fetchSource()', () => {
  it.each([
    ['as it is', 'identity', Buffer.from(PAGE)],
    ['with gzip', 'gzip', gzipSync(PAGE)],
    ['with deflate', 'deflate', deflateSync(PAGE)],
    ['with brotli', 'br', brotliCompressSync(PAGE)],
  ])('fetches a page sent %s, with what the server says of it', async (_, encoding, body) => {
    const port = await serve(
      answering({ 'content-type': 'text/html; charset="iso-8859-1"', 'content-encoding': encoding }, body),
    );
    const source = await fetchSource(`http://news.example:${port}/ferry`, anywhere);
    expect({ ...source, bytes: Buffer.from(source.bytes).toString() }).toEqual({
      bytes: PAGE,
      format: 'html',
      charset: 'iso-8859-1',
      url: `http://news.example:${port}/ferry`,
    });
  });

  it('takes the format from the name where the server does not know it', async () => {
    const port = await serve(answering({ 'content-type': 'application/octet-stream' }, '%PDF-'));
    const source = await fetchSource(`http://127.0.0.1:${port}/a.pdf`, anywhere);
    expect(source.format).toBe('pdf');
  });

  it('follows a redirect, and gives the address it led to', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/new') response.writeHead(200, { 'content-type': 'text/plain' }).end('Text');
      else response.writeHead(302, { location: '/new' }).end();
    });
    const source = await fetchSource(`http://127.0.0.1:${port}/old`, anywhere);
    expect(source).toMatchObject({ format: 'text', url: `http://127.0.0.1:${port}/new` });
  });

  it('never asks a private address', async () => {
    let requests = 0;
    const port = await serve((_, response) => {
      requests += 1;
      response.end();
    });
    for (const host of ['127.0.0.1', 'localhost', '2130706433', '[::ffff:127.0.0.1]'])
      await expect(
        fetchSource(`http://${host}:${port}/`, { allowPrivate: false, resolve: loopback }),
      ).rejects.toThrow('not on the public Internet');
    expect(requests).toBe(0);
  });

  describe('where loopback counts as public', () => {
    const isPublic = (address: string): boolean => address === '127.0.0.1' || isPublicAddress(address);
    const private10 = { address: '10.0.0.1', family: 4 };
    const rules = { allowPrivate: false, isPublic };

    it.each([
      ['a private address', 'http://10.0.0.1/', '10.0.0.1 is not on the public Internet'],
      ['one written as a number', 'http://167772161/', '10.0.0.1 is not on the public Internet'],
      ['one in IPv6', 'http://[fd00::1]/', 'fd00::1 is not on the public Internet'],
      [
        'the secrets of a cloud',
        '//169.254.169.254/latest/',
        '169.254.169.254 is not on the public Internet',
      ],
      ['a name in the own network', 'http://inside.example/', 'inside.example is 10.0.0.1, which is not'],
    ])('follows no redirect to %s', async (_, location, message) => {
      const asked: string[] = [];
      const port = await serve((request, response) => {
        asked.push(request.url ?? '');
        response.writeHead(302, { location }).end();
      });
      const resolve: Resolve = (host) =>
        host === 'inside.example' ? Promise.resolve([private10]) : loopback(host);
      const fetched = fetchSource(`http://news.example:${port}/`, { ...rules, resolve });
      await expect(fetched).rejects.toThrow(message);
      expect(asked).toEqual(['/']);
    });

    it('connects to the address that was checked, whatever the name has by then', async () => {
      const port = await serve((request, response) => {
        const local = `${request.headers.host} at ${request.socket.localAddress}`;
        response.writeHead(200, { 'content-type': 'text/plain' }).end(local);
      });
      let asked = 0;
      // The name is public the first time it is asked for, and private ever after.
      const rebinding: Resolve = (host) => {
        asked += 1;
        return asked === 1 ? loopback(host) : Promise.resolve([private10]);
      };
      const source = await fetchSource(`http://news.example:${port}/`, { ...rules, resolve: rebinding });
      expect(Buffer.from(source.bytes).toString()).toBe(`news.example:${port} at 127.0.0.1`);
      expect(asked).toBe(1);
    });

    it('checks a name again when a redirect leads to it', async () => {
      let requests = 0;
      const port = await serve((_, response) => {
        requests += 1;
        response.writeHead(302, { location: '/again' }).end();
      });
      const rebinding: Resolve = (host) => (requests === 0 ? loopback(host) : Promise.resolve([private10]));
      const fetched = fetchSource(`http://news.example:${port}/`, { ...rules, resolve: rebinding });
      await expect(fetched).rejects.toThrow('news.example is 10.0.0.1, which is not on the public Internet');
      expect(requests).toBe(1);
    });
  });

  it.each<[string, RequestListener, string]>([
    [
      'a circle of redirects',
      (_, response) => void response.writeHead(302, { location: '/' }).end(),
      'redirects more than 5 times',
    ],
    [
      'a redirect to a file',
      (_, response) => void response.writeHead(302, { location: 'file:///etc/hosts' }).end(),
      'it leads to file:, wanted http: or https:',
    ],
    [
      'a missing page',
      (_, response) => void response.writeHead(404).end(),
      'the server answered with status 404',
    ],
    ['a picture', answering({ 'content-type': 'image/png' }, 'x'), 'the server sent "image/png"'],
    [
      'an unknown compression',
      answering({ 'content-type': 'text/html', 'content-encoding': 'zip' }, 'x'),
      'compressed it with "zip"',
    ],
    [
      'broken compression',
      answering({ 'content-type': 'text/html', 'content-encoding': 'gzip' }, 'x'),
      'it broke off',
    ],
    [
      'too much',
      answering({ 'content-type': 'text/plain' }, Buffer.alloc(20_000_001)),
      'it has more than 20 MB',
    ],
    [
      'a bomb',
      answering(
        { 'content-type': 'text/plain', 'content-encoding': 'gzip' },
        gzipSync(Buffer.alloc(20_000_001)),
      ),
      'it has more than 20 MB',
    ],
    [
      'a connection that breaks off',
      (_, response) =>
        void response
          .writeHead(200, { 'content-type': 'text/plain', 'content-length': 9 })
          .write('x', () => response.destroy()),
      'it broke off',
    ],
    ['silence', () => undefined, 'it did not arrive within 0.3 s'],
    [
      'a trickle',
      (_, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).write('x'),
      'it did not arrive within 0.3 s',
    ],
  ])('refuses %s in words', async (what, listener, message) => {
    const port = await serve(listener);
    const time = what === 'silence' || what === 'a trickle' ? 300 : 10_000;
    const fetched = fetchSource(`http://127.0.0.1:${port}/`, { allowPrivate: true, resolve: loopback, time });
    await expect(fetched).rejects.toThrow(message);
  });
});
