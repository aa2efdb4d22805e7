import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { APPLICATION_ID } from '../../src/store/sqlite/schema.ts';
import { loadSqlite } from '../../src/store/sqlite/sqlite.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { openStoreIn } from './support/store-in.ts';

const DAY = 86_400_000;
const SERVER = '123456789012345678';
/** The day on which the clock of the tests stands. */
const TODAY = Date.UTC(2026, 7, 1) / DAY;
const at = (day: number, hour: number): number => (TODAY + day) * DAY + hour * 3_600_000;

/** What each version of the store wrote: the file that it left, and what it kept in it. */
const VERSIONS = [
  {
    version: 1,
    owner: undefined,
    sql: `CREATE TABLE settings (server TEXT PRIMARY KEY, chosen TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE vote (voter TEXT PRIMARY KEY, answer TEXT NOT NULL, question TEXT NOT NULL, report TEXT NOT NULL,
        paragraph INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('helped', 'wrong')), voted INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX vote_answer ON vote (answer);
      CREATE INDEX vote_voted ON vote (voted);
      CREATE TABLE unanswered (question TEXT NOT NULL, day INTEGER NOT NULL, count INTEGER NOT NULL,
        last INTEGER NOT NULL, PRIMARY KEY (question, day)) STRICT, WITHOUT ROWID;
      CREATE INDEX unanswered_last ON unanswered (last);
      INSERT INTO vote VALUES ('v', 'a', 'Who sank?', 'ferry', 3, 'wrong', ${at(-1, 7)});
      INSERT INTO unanswered VALUES ('Who?', ${TODAY - 2}, 2, ${at(-2, 9)}), ('Who?', ${TODAY - 1}, 1, ${at(-1, 8)}),
        ('Once?', ${TODAY - 1}, 1, ${at(-1, 5)});`,
  },
  {
    version: 2,
    owner: SERVER,
    sql: `CREATE TABLE settings (server TEXT PRIMARY KEY, chosen TEXT NOT NULL) STRICT, WITHOUT ROWID;
      CREATE TABLE vote (voter TEXT PRIMARY KEY, answer TEXT NOT NULL, question TEXT NOT NULL, report TEXT NOT NULL,
        paragraph INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('helped', 'wrong')), voted INTEGER NOT NULL,
        owner TEXT NOT NULL DEFAULT '') STRICT, WITHOUT ROWID;
      CREATE INDEX vote_answer ON vote (answer);
      CREATE INDEX vote_voted ON vote (voted);
      CREATE TABLE unanswered (owner TEXT NOT NULL, question TEXT NOT NULL, day INTEGER NOT NULL,
        count INTEGER NOT NULL, last INTEGER NOT NULL, PRIMARY KEY (owner, question, day)) STRICT, WITHOUT ROWID;
      CREATE INDEX unanswered_last ON unanswered (last);
      INSERT INTO vote VALUES ('v', 'a', 'Who sank?', 'ferry', 3, 'wrong', ${at(-1, 7)}, '${SERVER}');
      INSERT INTO unanswered VALUES ('${SERVER}', 'Who?', ${TODAY - 2}, 2, ${at(-2, 9)}),
        ('${SERVER}', 'Who?', ${TODAY - 1}, 1, ${at(-1, 8)}), ('${SERVER}', 'Once?', ${TODAY - 1}, 1, ${at(-1, 5)});`,
  },
] as const;

describe.each(VERSIONS)('a store of version $version', ({ version, owner, sql }) => {
  async function openOld() {
    const file = join(await createTempFolder({}), 'store.db');
    const old = new (loadSqlite())(file);
    old.exec(
      `${sql} INSERT INTO settings VALUES ('${SERVER}', '{"publicChannels":"all","mentions":false}');
       PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version};`,
    );
    old.close();
    const opened = await openStoreIn(file);
    onTestFinished(() => opened.store.close());
    return opened;
  }

  it('keeps what was in it; of the first time it knows the day', async () => {
    const { store } = await openOld();
    expect(await store.settings(SERVER)).toEqual({ publicChannels: 'all', mentions: false, reports: 'both' });
    expect(await store.gaps(owner)).toEqual([
      { kind: 'unanswered', question: 'Who?', count: 3, first: at(-2, 0), last: at(-1, 8), seen: false },
      {
        kind: 'wrong passage',
        question: 'Who sank?',
        passage: { report: 'ferry', paragraph: 3 },
        count: 1,
        first: at(-1, 7),
        last: at(-1, 7),
        seen: false,
      },
      { kind: 'unanswered', question: 'Once?', count: 1, first: at(-1, 5), last: at(-1, 5), seen: false },
    ]);
  });

  it('takes new questions and votes, and marks what was there as seen', async () => {
    const { store, clock } = await openOld();
    await store.markSeen(owner, clock.now());
    await store.keepUnanswered('Once?', owner);
    expect((await store.gaps(owner)).map((gap) => gap.seen)).toEqual([true, true, true]);
  });

  it('tells nobody before they ask for it', async () => {
    const { store } = await openOld();
    expect(await store.takeAlertTurn()).toBeUndefined();
  });
});
