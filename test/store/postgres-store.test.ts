import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { refusalOf, TAKE_WRITE_LOCK } from '../../src/postgres/schema.ts';
import { checkDatabase } from '../../src/tools/doctor/checks.ts';
import { StoreError } from '../../src/store-error.ts';
import { makeCertificates } from '../support/make-certificates.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres, PASSWORD, USER } from '../support/start-postgres.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import { openStoreIn } from './support/store-in.ts';

const settings = { publicChannels: 'all', mentions: true, reports: 'own' } as const;
/** In milliseconds; short, because some tests wait for as long. */
const PATIENCE = 1000;

describe('refusalOf()', () => {
  const usable = { server: 15, encoding: 'UTF8', schema: true, filled: true, ours: true };
  it.each([
    ['takes the oldest server that is tested', {}, undefined],
    ['takes an empty schema', { filled: false, ours: false }, undefined],
    ['refuses an older server', { server: 14 }, 'the server is PostgreSQL 14, wanted 15 or newer'],
    ['refuses another encoding', { encoding: 'LATIN1' }, 'its encoding is LATIN1, wanted a database in UTF8'],
    [
      "refuses another program's schema",
      { ours: false },
      'its schema "pilcrow" is another program\'s, wanted none of that name',
    ],
  ])('%s', (_, found, why) => {
    expect(refusalOf({ ...usable, ...found })).toBe(why);
  });
});

describe.skipIf(noPostgres)('a store in PostgreSQL', () => {
  const server = usePostgres();

  async function openHere(url: string, options: Parameters<typeof openStoreIn>[1] = {}) {
    const opened = await openStoreIn(url, options);
    onTestFinished(() => opened.store.close());
    return opened;
  }
  /** An address with another part in place of one. */
  const changed = (
    url: string,
    change: Partial<Pick<URL, 'hostname' | 'port' | 'password' | 'username' | 'pathname'>>,
  ): string => Object.assign(new URL(url), change).href;
  const logLine = z.looseObject({ level: z.string() });
  const events = (logged: readonly string[]) =>
    logged.map((line) => logLine.parse(JSON.parse(line))).filter(({ level }) => level !== 'debug');

  it.each([
    [
      'a port on which nothing listens',
      { port: '1' },
      ':1/test_',
      'nothing listens there, wanted a PostgreSQL server',
    ],
    ['another password', { password: `not ${PASSWORD}` }, ':', 'the server refuses the user or the password'],
    ['an unknown user', { username: 'nobody' }, ':', 'the server refuses the user or the password'],
    ['no such database', { pathname: '/nowhere' }, '/nowhere', 'the server has no such database, wanted one'],
  ])('is refused in a sentence that names the place and no secret: %s', async (_, change, place, why) => {
    const url = changed(await server.createDatabase(), change);
    const message = await openStoreIn(url).then(
      () => 'opened',
      (error: unknown) => (error instanceof StoreError ? error.message : error),
    );
    expect(message).toMatch(/^Cannot open the store "127\.0\.0\.1:/u);
    expect(message).toContain(place);
    expect(message).toContain(why);
    for (const secret of [PASSWORD, encodeURIComponent(PASSWORD), USER])
      expect(message).not.toContain(secret);
  });

  it('is refused in a sentence when a file that its address names is missing', async () => {
    const url = `${await server.createDatabase()}?sslmode=verify-full&sslrootcert=/nowhere/ca.pem`;
    const message = await openStoreIn(url).catch(
      (error: unknown) => error instanceof StoreError && error.message,
    );
    expect(message).toMatch(
      /^Cannot open the store: DATABASE_URL is not usable \(ENOENT.*\/nowhere\/ca\.pem/u,
    );
    expect(message).not.toContain('Planted');
  });

  it.each([
    ['a newer Pilcrow', 'UPDATE pilcrow.version SET version = 99', 'its version is 99, wanted at most'],
    ['another program', 'DROP TABLE pilcrow.version', 'its schema "pilcrow" is another program\'s'],
  ])('is left as it is when its schema is of %s', async (_, sql, why) => {
    const url = await server.createDatabase();
    const { store } = await openHere(url);
    await store.saveSettings('1', settings);
    await server.query(url, sql);
    await expect(openStoreIn(url)).rejects.toThrow(why);
    expect(await server.query(url, 'SELECT server FROM pilcrow.settings')).toEqual([{ server: '1' }]);
  });

  it('speaks TLS, and to a server that a given authority vouches for alone', async () => {
    const url = await server.createDatabase();
    const { caFile, certFile, keyFile } = await makeCertificates();
    await server.useTls({ certFile, keyFile });
    const reach = (host: string, options: string) =>
      openHere(`${changed(url, { hostname: host })}?sslmode=verify-full${options}`);
    const { store } = await reach('localhost', `&sslrootcert=${caFile}`);
    await store.saveSettings('1', settings);
    expect(await store.settings('1')).toEqual(settings);
    expect(
      await server.query(
        url,
        `SELECT DISTINCT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid)
        WHERE application_name = 'pilcrow'`,
      ),
    ).toEqual([{ ssl: true }]);
    await expect(reach('localhost', '')).rejects.toThrow('its certificate is not trusted');
    await expect(reach('127.0.0.1', `&sslrootcert=${caFile}`)).rejects.toThrow('does not match');
  });

  it('takes an empty schema that it was given, and needs no more than that', async () => {
    const url = await server.createDatabase();
    await server.query(url, `CREATE ROLE guest LOGIN PASSWORD 'guest'`);
    const asGuest = changed(url, { username: 'guest', password: 'guest' });
    await expect(openStoreIn(asGuest)).rejects.toThrow(
      'the user lacks a right, wanted one that may create a schema',
    );
    await server.query(url, 'CREATE SCHEMA pilcrow AUTHORIZATION guest');
    const { store } = await openHere(asGuest);
    await store.saveSettings('1', settings);
    expect(await store.settings('1')).toEqual(settings);
  });

  it('is looked at by the doctor, who changes nothing', async () => {
    const url = await server.createDatabase();
    expect(await checkDatabase(url)).toEqual({
      level: 'ok',
      text: expect.stringMatching(/^DATABASE_URL can be used: 127\.0\.0\.1:\d+\/test_\d+, PostgreSQL \d+$/u),
    });
    expect(await server.query(url, `SELECT FROM pg_namespace WHERE nspname = 'pilcrow'`)).toEqual([]);
    await openHere(url);
    expect(await checkDatabase(url)).toMatchObject({ level: 'ok' });
    await server.query(url, 'UPDATE pilcrow.version SET version = 99');
    expect(await checkDatabase(url)).toMatchObject({
      level: 'fail',
      text: expect.stringContaining('newer Pilcrow'),
    });
  });

  it('is made once by processes that start at once', async () => {
    const url = await server.createDatabase();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openHere(url)));
    await Promise.all(opened.map(({ store }, at) => store.keepUnanswered(`Question ${at}?`, undefined)));
    expect(await opened[0]?.store.gaps(undefined)).toHaveLength(5);
  });

  it('takes writes again after one that failed, of which nothing is kept', async () => {
    const url = await server.createDatabase();
    const { store } = await openHere(url, { patience: PATIENCE });
    const other = await server.connect(url);
    await other.query(`BEGIN; ${TAKE_WRITE_LOCK}`);
    await expect(store.keepUnanswered('Lost?', undefined)).rejects.toThrow('another process keeps it locked');
    await other.query('ROLLBACK');
    await store.keepUnanswered('Kept?', undefined);
    expect(await store.gaps(undefined)).toMatchObject([{ question: 'Kept?' }]);
  });

  describe.each(['cut', 'freeze'] as const)('whose network fails: %s', (failure) => {
    async function openBehindProxy() {
      const url = await server.createDatabase();
      const proxy = await startTcpProxy(server.port);
      const opened = await openHere(changed(url, { port: String(proxy.port) }), { patience: PATIENCE });
      return { ...opened, proxy, url };
    }

    it('says so once, fails at once until it is found again, and then keeps what comes', async () => {
      const { store, clock, logged, proxy } = await openBehindProxy();
      await store.keepUnanswered('Before?', undefined);
      proxy[failure]();
      await expect(store.keepUnanswered('Lost?', undefined)).rejects.toThrow(StoreError);
      const { connections } = proxy;
      const refused = await Promise.allSettled(
        Array.from({ length: 50 }, () => store.keepUnanswered('Lost too?', undefined)),
      );
      expect(refused.every(({ status }) => status === 'rejected')).toBe(true);
      // One more at most: the try to find it again.
      expect(proxy.connections - connections).toBeLessThanOrEqual(1);
      expect(events(logged)).toMatchObject([
        {
          level: 'error',
          event: 'store lost: what comes now is not kept',
          why: expect.stringContaining('wanted'),
        },
      ]);

      proxy.heal();
      await expect
        .poll(
          () => {
            clock.advance(1000);
            return events(logged).at(-1);
          },
          { timeout: 10_000 },
        )
        .toMatchObject({ level: 'info', event: 'store found again' });
      expect(events(logged)).toHaveLength(2);
      await store.keepUnanswered('After?', undefined);
      const kept = (await store.gaps(undefined)).map(({ question }) => question);
      expect(kept.toSorted()).toEqual(['After?', 'Before?']);
      expect(logged.join('')).not.toContain('Planted');
    });

    it('goes by the settings it read last, else answers people alone, and says that it guesses', async () => {
      const { store, clock, logged, proxy } = await openBehindProxy();
      await store.saveSettings('1', settings);
      expect(await store.settings('3')).toBeUndefined();
      proxy[failure]();
      expect(await store.settings('1')).toEqual(settings);
      expect(await store.settings('3')).toBeUndefined();
      expect(await store.settings('4')).toMatchObject({ publicChannels: [], areGuessed: true });
      proxy.heal();
      await expect
        .poll(
          () => {
            clock.advance(1000);
            return events(logged).length;
          },
          { timeout: 10_000 },
        )
        .toBe(2);
      expect(await store.settings('4')).toBeUndefined();
      await store.saveSettings('4', settings);
      expect(await store.settings('4')).toEqual(settings);
    });
  });
});
