import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';
import { createRedact, secretsIn } from '../src/redact.ts';

const TOKEN = 'MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.planted-secret-planted-secret';

/** The lines that one event makes, with the token known as a secret. */
function linesOf(fields: object): string {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line) => lines.push(line) }, { secrets: [TOKEN] });
  log.error(fields, 'failed');
  expect(lines).toHaveLength(1);
  return lines.join('');
}

const withFields = (fields: object) => Object.assign(new Error('broken'), fields);

describe('secretsIn()', () => {
  it.each([
    ['a token', { DISCORD_TOKEN: ` ${TOKEN} ` }, [TOKEN]],
    ['a key', { STORE_KEY: 'planted-secret' }, ['planted-secret']],
    [
      'the password of an address',
      { DISCORD_API_URL: 'https://me:planted-secret@proxy.example/api' },
      ['planted-secret'],
    ],
    [
      'the password of a database, wherever it stands in its address',
      { DATABASE_URL: 'postgres://me:planted-secret@db/x?password=another-secret' },
      ['planted-secret', 'another-secret'],
    ],
    [
      'the passwords of several addresses in a list',
      { SEARCH_URL: 'https://me:planted,secret@one:9200, http://me:another-secret@two:9200' },
      ['planted,secret', 'another-secret'],
    ],
    ['no address without a password', { DISCORD_API_URL: 'https://proxy.example/api' }, []],
    ['no broken address', { DISCORD_API_URL: 'https://' }, []],
    ['no other variable', { DATA_DIR: 'reports-of-mine' }, []],
    ['no empty and no short value', { DISCORD_TOKEN: '', API_KEY: 'x' }, []],
  ])('finds %s', (_, env, secrets) => {
    expect(secretsIn(env)).toEqual(secrets);
  });
});

describe('a log line', () => {
  it.each([
    ['a field', { token: TOKEN }],
    ['a field deep inside', { request: { headers: { authorization: [`Bot ${TOKEN}`] } } }],
    ['the name of a field', { [TOKEN]: 1 }],
    ['the message of an error', { err: new Error(`cannot use ${TOKEN}`) }],
    ['the stack of an error', { err: withFields({ stack: `Error: x\n    at login (${TOKEN})` }) }],
    [
      'the address in an error',
      { err: withFields({ url: `https://a.example/?t=${encodeURIComponent(TOKEN)}` }) },
    ],
    ['the cause of an error', { err: new Error('broken', { cause: new Error(TOKEN) }) }],
    ['a cause that is no error', { err: new Error('broken', { cause: TOKEN }) }],
    ['what is thrown and is no error', { err: TOKEN }],
  ])('never holds the token, even when it stands in %s', (_, fields) => {
    const line = linesOf(fields);
    expect(line).not.toContain('planted-secret');
    expect(() => void JSON.parse(line)).not.toThrow();
  });

  it('never holds the token with which an interaction is answered', () => {
    const url = 'https://discord.com/api/v10/interactions/123456789012345678/aW50ZXJhY3Rpb246_x-Y/callback';
    expect(linesOf({ err: withFields({ url }) })).toContain(
      '/interactions/123456789012345678/[secret]/callback',
    );
    expect(linesOf({ err: new Error(url.replace('interactions', 'webhooks')) })).not.toContain('aW50');
  });

  it('never holds the message that Discord did not take', () => {
    const requestBody = { files: [], json: { content: 'Who sank the Estrella?' } };
    expect(linesOf({ err: withFields({ requestBody }) })).not.toContain('Estrella');
  });

  it('names an error by its kind, code and place', () => {
    expect(
      JSON.parse(linesOf({ err: withFields({ code: 10_062, status: 404, method: 'POST' }) })),
    ).toMatchObject({
      err: {
        type: 'Error',
        message: 'broken',
        code: 10_062,
        status: 404,
        method: 'POST',
        stack: expect.any(String),
      },
    });
  });

  it('ends with an error that causes itself', () => {
    const loop = new Error('loop');
    loop.cause = loop;
    expect(linesOf({ err: loop })).toContain('loop');
  });
});

describe('createRedact()', () => {
  it('leaves no form of any secret in any text', () => {
    const secret = fc
      .string({ minLength: 8, maxLength: 40 })
      .filter((text) => text.trim() === text && text.length >= 8);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (each, before, after) => {
        // The blot itself may hold a very odd secret.
        fc.pre(!'[secret]'.includes(each));
        const redact = createRedact([each]);
        expect(redact(`${before}${each}${after}`)).toContain('[secret]');
        expect(redact(JSON.stringify({ text: `${each} ${each}` }))).toBe('{"text":"[secret] [secret]"}');
        expect(redact(`?q=${encodeURIComponent(each)}&`)).toBe('?q=[secret]&');
      }),
    );
  });

  it('leaves other text as it is', () => {
    const redact = createRedact([TOKEN]);
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), (text) => {
        expect(redact(text)).toBe(text);
      }),
    );
  });
});
