import { describe, expect, it, onTestFinished } from 'vitest';
import { createManualClock, type ManualClock } from 'local-discord';
import { createLog } from '../../src/log.ts';
import { ChangeError } from '../../src/library/change-reports.ts';
import { openDatabaseContent } from '../../src/library/database/database-content.ts';
import { keepFiles } from '../../src/library/database/database-files.ts';
import { KEPT_FOR, POLL_EVERY, sweep } from '../../src/library/database/follow-database.ts';
import { sha256 } from '../../src/library/hashes.ts';
import { MIGRATIONS } from '../../src/postgres/migrations.ts';
import { openPostgres } from '../../src/postgres/postgres.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';

const SERVER = '100000000000000001';
const report = (text: string) => `---\ntitle: A report\n---\n\n${text}\n`;
const log = createLog('silent');

describe.skipIf(noPostgres)('reports in PostgreSQL', () => {
  const server = usePostgres();

  /** One process after another over one database. */
  async function openTwo(clock: ManualClock = createManualClock()) {
    const url = await server.createDatabase();
    const open = async () => {
      const postgres = await openPostgres(url, { clock, log, patience: 20_000 });
      onTestFinished(() => postgres.close());
      return { postgres, store: await openDatabaseContent(postgres, { clock, log }) };
    };
    return { url, clock, one: await open(), other: await open() };
  }

  it('are not analysed anew by the next process', async () => {
    const { url, one, other } = await openTwo();
    const edits = ['ferry', 'mill'].map((id) => ({ id, text: report(`The ${id} was here.`) }));
    await one.store.contentOf(SERVER).change(edits, '11');
    // Whoever analysed the second report would not find the words of the first one in it.
    await server.query(
      url,
      `UPDATE pilcrow.analysis SET packed = (SELECT packed FROM pilcrow.analysis JOIN pilcrow.listing
         USING (hash) WHERE report = 'ferry')`,
    );
    const { reports } = await other.store.contentOf(SERVER).load();
    expect(reports.map(({ analysis }) => analysis.words.includes('ferry'))).toEqual([true, true]);
  });

  it('are those that were active in a database of the version with whole lists', async () => {
    const url = await server.createDatabase();
    const texts = ['Old.', 'New.', 'Same.'].map((text) => report(text));
    const rows = texts.map((text) => [sha256(text), Buffer.from(text).toString('hex')] as const);
    const [old = '', now = '', same = ''] = rows.map(([hash]) => hash);
    const files = rows.map(([hash, hex]) => `('${hash}', '\\x${hex}', 0)`);
    await server.query(
      url,
      `CREATE SCHEMA pilcrow; SET search_path = pilcrow; ${MIGRATIONS.slice(0, 3).join(' ')}
       CREATE TABLE version (version INTEGER NOT NULL); INSERT INTO version VALUES (3);
       INSERT INTO report_file VALUES ${files.join(', ')};
       INSERT INTO generation VALUES ('${SERVER}', 5), ('${SERVER}', 6);
       INSERT INTO generation_report VALUES ('${SERVER}', 5, 'ferry', '${old}', 'a'), ('${SERVER}', 5, 'mill', '${same}', 'c'),
         ('${SERVER}', 6, 'ferry', '${now}', 'b'), ('${SERVER}', 6, 'mill', '${same}', 'c');
       INSERT INTO collection VALUES ('${SERVER}', 6)`,
    );
    const world = { clock: createManualClock(), log };
    const postgres = await openPostgres(url, { ...world, patience: 20_000 });
    onTestFinished(() => postgres.close());
    const content = (await openDatabaseContent(postgres, world)).contentOf(SERVER);
    const bodies = async () => (await content.load()).reports.map(({ report: { body } }) => body.trim());
    expect(await bodies()).toEqual(['New.', 'Same.']);
    const { undo } = await content.change([{ id: 'ferry', text: report('Newest.') }, { id: 'mill' }], '11');
    expect(await bodies()).toEqual(['Newest.']);
    await undo();
    expect(await bodies()).toEqual(['New.', 'Same.']);
  });

  it('are changed by one of two who change them at once, and the other is told', async () => {
    const { one, other } = await openTwo();
    const outcomes = await Promise.allSettled(
      [one, other].map(({ store }, at) =>
        store.contentOf(SERVER).change([{ id: `r${at}`, text: report(`Report ${at}.`) }], '11'),
      ),
    );
    const refused = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
    const { reports } = await other.store.contentOf(SERVER).load();
    // They may also have come one after the other.
    expect(reports).toHaveLength(2 - refused.length);
    for (const why of refused) {
      expect(why).toBeInstanceOf(ChangeError);
      expect(String(why)).toContain('somebody else has changed the reports meanwhile');
    }
  });

  it('analyses anew what is damaged, and reads on where nothing can be kept', async () => {
    const { url, one, other } = await openTwo();
    const text = report('The ferry sank.');
    await one.store.contentOf(SERVER).change([{ id: 'ferry', text }], '11');
    await server.query(url, `UPDATE pilcrow.analysis SET packed = '\\x00'`);
    await server.query(
      url,
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no room'; END $$;
       CREATE TRIGGER refuse BEFORE INSERT ON pilcrow.analysis EXECUTE FUNCTION refuse()`,
    );
    const content = other.store.contentOf(SERVER);
    expect((await content.load()).reports).toHaveLength(1);
    await content.change([{ id: 'mill', text: report('The mill burnt.') }], '11');
    expect((await content.load()).reports).toHaveLength(2);
    await server.query(url, 'DROP TRIGGER refuse ON pilcrow.analysis');
    await one.store.contentOf(SERVER).load();
    expect(await server.query(url, `SELECT FROM pilcrow.analysis WHERE length(packed) > 1`)).toHaveLength(2);
  });

  it('are kept by two processes in one order, so that neither waits for the other for ever', async () => {
    const { url, one, other } = await openTwo();
    const files = ['One', 'Two'].map((text) => Buffer.from(report(text)));
    const inOrder = files.toSorted((a, b) => (sha256(a) < sha256(b) ? -1 : 1));
    await keepFiles(one.postgres, files, 0);
    const holder = await server.connect(url);
    await holder.query(
      'BEGIN; SELECT FROM pilcrow.report_file WHERE hash = (SELECT min(hash) FROM pilcrow.report_file) FOR UPDATE',
    );
    const waiting = async () =>
      (await server.query(url, `SELECT FROM pg_stat_activity WHERE wait_event_type = 'Lock'`)).length;
    const first = keepFiles(one.postgres, inOrder, 1);
    await expect.poll(waiting).toBe(1);
    const second = keepFiles(other.postgres, inOrder.toReversed(), 1);
    await expect.poll(waiting).toBe(2);
    await holder.query('COMMIT');
    await Promise.all([first, second]);
  });

  it('are published however long the server takes for it, and a slow question is not a lost server', async () => {
    const url = await server.createDatabase();
    const lines: string[] = [];
    const world = {
      clock: createManualClock(),
      log: createLog('info', { write: (line) => lines.push(line) }),
    };
    const postgres = await openPostgres(url, { ...world, patience: 6000 });
    onTestFinished(() => postgres.close());
    const slow = postgres.read('SELECT pg_sleep(60)').catch(String);
    const content = (await openDatabaseContent(postgres, world)).contentOf(SERVER);
    await server.query(
      url,
      `CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(7); RETURN NEW; END $$;
       CREATE TRIGGER dawdle BEFORE INSERT ON pilcrow.listing
         FOR EACH ROW EXECUTE FUNCTION dawdle()`,
    );
    await content.change([{ id: 'ferry', text: report('The ferry sank.') }], '11');
    expect((await content.load()).reports).toHaveLength(1);
    expect(await slow).toContain('the server took too long for it');
    expect(lines).toEqual([]);
  });

  describe('follow()', () => {
    async function follow() {
      const opened = await openTwo();
      const told: (string | undefined)[] = [];
      const busy = new Set<string | undefined>();
      const stop = opened.other.store.follow((owner) => {
        told.push(owner);
        return Promise.resolve({ kind: busy.has(owner) ? 'busy' : 'reloaded' });
      });
      onTestFinished(stop);
      return { ...opened, told, busy };
    }
    const publish = ({ store }: Awaited<ReturnType<typeof openTwo>>['one'], owner?: string, text = 'Text') =>
      store.contentOf(owner).change([{ id: 'ferry', text: report(text) }], '11');

    it('tells at once whose reports another process has published', async () => {
      const { one, told } = await follow();
      await publish(one, SERVER);
      await expect.poll(() => told).toEqual([SERVER]);
      await publish(one);
      await expect.poll(() => told).toEqual([SERVER, undefined]);
    });

    it('tells at the next poll what was not heard, and again what could not be reloaded', async () => {
      const { url, clock, one, told, busy } = await follow();
      await publish(one, SERVER);
      await expect.poll(() => told).toEqual([SERVER]);
      busy.add(SERVER);
      // Without a word: as if the connection had been lost.
      await server.query(url, 'UPDATE pilcrow.collection SET active = active + 1');
      clock.advance(POLL_EVERY);
      await expect.poll(() => told).toEqual([SERVER, SERVER]);
      busy.clear();
      await expect
        .poll(() => {
          clock.advance(POLL_EVERY);
          return told.length;
        })
        .toBe(3);
    });
  });

  it('sweep() removes what was replaced long ago and what nothing names, and no more', async () => {
    const { url, one } = await openTwo();
    const content = one.store.contentOf(SERVER);
    const count = async (table: string) => (await server.query(url, `SELECT FROM pilcrow.${table}`)).length;
    for (const text of ['One', 'Two', 'Three'])
      await content.change([{ id: 'ferry', text: report(text) }], '11');
    await sweep(one.postgres, Date.now());
    expect([await count('listing'), await count('report_file')]).toEqual([3, 3]);
    const later = Date.now() + KEPT_FOR + 60_000;
    await sweep(one.postgres, later);
    // The history can still give back what was there.
    expect([await count('listing'), await count('report_file')]).toEqual([1, 3]);
    expect((await content.load()).reports).toHaveLength(1);
    await server.query(url, 'DELETE FROM pilcrow.history');
    await sweep(one.postgres, later);
    expect([await count('listing'), await count('report_file'), await count('analysis')]).toEqual([1, 1, 1]);
    expect((await content.load()).reports).toHaveLength(1);
  });
});
