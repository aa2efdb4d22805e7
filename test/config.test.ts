import { readFileSync } from 'node:fs';
import { parse } from 'dotenv';
import { describe, expect, it } from 'vitest';
import { ConfigError, parseConfig } from '../src/config.ts';

const ID = '123456789012345678';

describe('parseConfig()', () => {
  it('has a default for every variable', () => {
    expect(parseConfig({})).toEqual({
      dataDir: 'data',
      watch: false,
      reads: true,
      cacheDir: '.cache',
      adminUserIds: [],
      adminRoleIds: [],
      questionLimits: { perPerson: 20, perServer: 300 },
      reportLimits: { reports: 100, megabytes: 20, importsPerHour: 20 },
      serverMemory: 256 * 1024 * 1024,
      port: 0,
      logLevel: 'warn',
      store: { kind: 'memory', retentionDays: 30 },
    });
  });

  it('reads every variable', () => {
    const config = parseConfig({
      DISCORD_TOKEN: ' a.b.c ',
      DISCORD_GUILD_ID: ID,
      DISCORD_API_URL: 'http://127.0.0.1:8080/api/',
      SHARDS: '0-3/16',
      DATA_DIR: 'reports',
      WATCH: '1',
      READER: 'off',
      CACHE_DIR: 'kept',
      ADMIN_USER_IDS: `${ID}, 223456789012345678,`,
      ADMIN_ROLE_IDS: ID,
      PORT: '8080',
      LOG_LEVEL: 'debug',
      QUESTIONS_PER_PERSON: '5',
      QUESTIONS_PER_SERVER: '0',
      REPORTS_PER_SERVER: '7',
      MEGABYTES_PER_SERVER: '0',
      IMPORTS_PER_HOUR: '3',
      COLLECTION_MEMORY_MB: '64',
      STORE: 'kept/store.db',
      STORE_KEY: 'sixteen letters!',
      DATABASE_URL: '',
      RETENTION_DAYS: '7',
      HEALTH_PORT: '9090',
      HEALTH_HOST: '::1',
      HEALTH_NAMES: 'Bot.example.com, pilcrow.example',
    });
    expect(config).toEqual({
      token: 'a.b.c',
      guildId: ID,
      apiUrl: 'http://127.0.0.1:8080/api',
      shards: { first: 0, last: 3, count: 16 },
      dataDir: 'reports',
      watch: true,
      reads: false,
      cacheDir: 'kept',
      adminUserIds: [ID, '223456789012345678'],
      adminRoleIds: [ID],
      questionLimits: { perPerson: 5, perServer: 0 },
      reportLimits: { reports: 7, megabytes: 0, importsPerHour: 3 },
      serverMemory: 64 * 1024 * 1024,
      port: 8080,
      logLevel: 'debug',
      store: { kind: 'file', file: 'kept/store.db', key: 'sixteen letters!', retentionDays: 7 },
      health: { host: '::1', port: 9090, names: ['bot.example.com', 'pilcrow.example'] },
    });
  });

  it('keeps nothing with STORE=off', () => {
    expect(parseConfig({ DISCORD_TOKEN: 'a.b.c', STORE: 'off' }).store).toEqual({ kind: 'off' });
  });

  it('keeps in the database that DATABASE_URL names, whatever file there could be, unless told to keep nothing', () => {
    const url = 'postgresql://me:word@db.example/pilcrow?sslmode=verify-full';
    const env = { DATABASE_URL: url, STORE_KEY: 'sixteen letters!', STORE: 'store.db' };
    const kept = { kind: 'database', key: 'sixteen letters!', retentionDays: 30 };
    expect(parseConfig(env).store).toEqual(kept);
    expect(parseConfig({ ...env, STORE: '' })).toMatchObject({ store: kept, databaseUrl: url });
    expect(parseConfig({ ...env, STORE: 'off' }).store).toEqual({ kind: 'off' });
  });

  it('derives the key of the store from the token, another from another, and never the token itself', () => {
    const of = (token: string) => parseConfig({ DISCORD_TOKEN: token }).store;
    expect(of('a.b.c')).toMatchObject({
      kind: 'file',
      file: 'pilcrow.db',
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(of('a.b.c')).toEqual(of('a.b.c'));
    expect(of('a.b.c')).not.toEqual(of('a.b.d'));
  });

  it('keeps nothing for the next start when told so', () => {
    expect(parseConfig({ CACHE_DIR: 'off' })).not.toHaveProperty('cacheDir');
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
    [
      'shards that are not there',
      { SHARDS: '2-4/4' },
      'SHARDS is "2-4/4", wanted the shards of this process and how many there are, such as 0-3/16; or',
    ],
    ['a port out of range', { PORT: '70000' }, 'PORT is "70000", wanted a port number from 0 to 65535'],
    ['a port that is no number', { PORT: 'any' }, 'PORT is "any", wanted a port number from 0 to 65535'],
    ['a reader that is neither on nor off', { READER: '1' }, 'READER is "1", wanted on or off'],
    ['a watch that is neither on nor off', { WATCH: 'yes' }, 'WATCH is "yes", wanted 1 to reload'],
    [
      'a host that is a name',
      { HEALTH_HOST: 'localhost' },
      'HEALTH_HOST is "localhost", wanted an IP address',
    ],
    [
      'a name with a port',
      { HEALTH_NAMES: 'bot.example.com:9090' },
      'HEALTH_NAMES is "bot.example.com:9090", wanted host names without port',
    ],
    [
      'an unknown level',
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL is "loud", wanted one of debug, info, warn, error, silent',
    ],
    [
      'a short key',
      { STORE_KEY: 'short' },
      'STORE_KEY is not usable, wanted a secret of at least 16 characters',
    ],
    ['no day', { RETENTION_DAYS: '0' }, 'RETENTION_DAYS is "0", wanted a number of days from 1 to 3650'],
    [
      'too many days',
      { RETENTION_DAYS: '3651' },
      'RETENTION_DAYS is "3651", wanted a number of days from 1 to 3650',
    ],
    [
      'an address of another database',
      { DATABASE_URL: 'mysql://me:word@db/x' },
      'DATABASE_URL is not usable, wanted a URL such as postgres://user:password@host/database',
    ],
    [
      'a database without any secret',
      { DATABASE_URL: 'postgres://db/x' },
      'STORE_KEY is absent, wanted a secret of at least 16 characters, because DATABASE_URL names a database',
    ],
    [
      'a search server without a database',
      { SEARCH_URL: 'http://search:9200' },
      'DATABASE_URL is absent, wanted a PostgreSQL database, because SEARCH_URL names a search server',
    ],
    [
      'an address of a search server with a path',
      { SEARCH_URL: 'http://one:9200,http://me:planted@two:9200/path' },
      'SEARCH_URL is not usable, wanted http or https URLs of the nodes of one server, separated by commas',
    ],
    [
      'a size of no collection',
      { SEARCH_FROM_PARAGRAPHS: '0' },
      'SEARCH_FROM_PARAGRAPHS is "0", wanted a number of paragraphs from 1 to 9999999',
    ],
    ['a file without any secret', { STORE: 'store.db' }, 'STORE_KEY is absent, wanted a secret'],
  ])('names the variable and what was wanted: %s', (_, env, message) => {
    expect(() => parseConfig(env)).toThrow(message);
  });

  it('takes the nodes of a search server apart, also where a password has a comma', () => {
    const { search } = parseConfig({
      DISCORD_TOKEN: 'a.b.c',
      DATABASE_URL: 'postgres://db/x',
      SEARCH_URL: 'https://me:one,two@first:9200, https://second:9200',
      SEARCH_CA_FILE: 'ca.pem',
    });
    const urls = ['https://me:one,two@first:9200', 'https://second:9200'];
    expect(search).toEqual({
      urls,
      caFile: 'ca.pem',
      from: 20_000,
      owner: expect.stringMatching(/^[0-9a-f]{12}$/u),
    });
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
  const uncommented = text.replaceAll(/^#(?=[A-Z_]+=)/gmu, '');
  const source = readFileSync(new URL('../src/environment.ts', import.meta.url), 'utf8');

  it('names exactly the variables that are read', () => {
    const read = [...source.matchAll(/^ {2}([A-Z_]{4,}):/gm)].map((match) => match[1] ?? '');
    expect(new Set(Object.keys(parse(uncommented)))).toEqual(new Set(read));
  });

  it('sets nothing but the token as it stands, so that the image and the unit may set the rest', () => {
    expect(parse(text)).toEqual({ DISCORD_TOKEN: '' });
  });

  it('shows of each variable the default', () => {
    const token = { DISCORD_TOKEN: 'a.b.c' };
    expect(parseConfig({ ...parse(uncommented), ...token })).toEqual(parseConfig(token));
  });

  it('says what each variable is for', () => {
    for (const block of text.trim().split('\n\n')) expect(block).toMatch(/^#/);
  });
});
