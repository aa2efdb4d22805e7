import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.ts';

const ID = '123456789012345678';

describe('parseConfig()', () => {
  it('has a default for every variable', () => {
    expect(parseConfig({})).toEqual({
      dataDir: 'data',
      adminUserIds: [],
      adminRoleIds: [],
      port: 0,
      logLevel: 'warn',
    });
  });

  it('reads every variable', () => {
    const config = parseConfig({
      DISCORD_TOKEN: ' a.b.c ',
      DISCORD_GUILD_ID: ID,
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      DATA_DIR: 'reports',
      ADMIN_USER_IDS: `${ID}, 223456789012345678,`,
      ADMIN_ROLE_IDS: ID,
      PORT: '8080',
      LOG_LEVEL: 'debug',
    });
    expect(config).toEqual({
      token: 'a.b.c',
      guildId: ID,
      apiUrl: 'http://127.0.0.1:8080/api',
      dataDir: 'reports',
      adminUserIds: [ID, '223456789012345678'],
      adminRoleIds: [ID],
      port: 8080,
      logLevel: 'debug',
    });
  });

  it.each([
    [
      'a token with a space',
      { DISCORD_TOKEN: 'a b' },
      'DISCORD_TOKEN is not usable, wanted a token without spaces',
    ],
    [
      'an id that is a name',
      { DISCORD_GUILD_ID: 'my server' },
      'DISCORD_GUILD_ID is "my server", wanted a Discord id',
    ],
    [
      'one bad id of a list',
      { ADMIN_USER_IDS: `${ID},bob` },
      'ADMIN_USER_IDS is "123456789012345678,bob", wanted Discord ids',
    ],
    [
      'an address with a version',
      { DISCORD_API_URL: 'https://a.example/api/v10' },
      'wanted the URL without its version',
    ],
    ['an address without scheme', { DISCORD_API_URL: 'a.example' }, 'wanted an http or https URL'],
    ['a port out of range', { PORT: '70000' }, 'PORT is "70000", wanted a port number from 0 to 65535'],
    ['a port that is no number', { PORT: 'any' }, 'PORT is "any", wanted a port number from 0 to 65535'],
    [
      'an unknown level',
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud", wanted one of debug, info, warn, error, silent',
    ],
  ])('names the variable and what was wanted: %s', (_, env, message) => {
    expect(() => parseConfig(env)).toThrow(message);
  });

  it('lists all faults at once, and never repeats a token', () => {
    const secret = 'planted secret';
    const read = () => parseConfig({ DISCORD_TOKEN: secret, PORT: 'x', LOG_LEVEL: 'y' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(/^(Cannot read the environment: .*\n?){3}$/);
    expect(read).not.toThrow(secret);
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');
  const source = readFileSync(new URL('../src/config.ts', import.meta.url), 'utf8');

  it('names exactly the variables that are read', () => {
    const read = [...source.matchAll(/^ {2}([A-Z_]{4,}):/gm)].map((match) => match[1] ?? '');
    expect(new Set(Object.keys(parse(text)))).toEqual(new Set(read));
  });

  it('is a valid environment as it stands', () => {
    expect(parseConfig(parse(text))).toEqual(parseConfig({}));
  });

  it('says what each variable is for', () => {
    for (const block of text.trim().split('\n\n')) expect(block).toMatch(/^#/);
  });
});
