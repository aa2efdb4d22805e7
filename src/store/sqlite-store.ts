import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Log } from '../log.ts';
import type { Clock } from '../text/clock.ts';
import { columnOf, createGaps, DAY } from './sqlite-gaps.ts';
import { storedQuestion, voterHash } from './anonymise.ts';
import { openDatabase } from './open-database.ts';
import { prepareStatements } from './schema.ts';
import { runInTransaction, type Sqlite, storeError } from './sqlite.ts';
import { type AlertTurn, type Settings, type Store, StoreError } from './store.ts';

const settingsSchema = z.object({
  publicChannels: z.union([z.array(z.string()), z.literal('all')]),
  defaultReport: z.string().optional(),
  mentions: z.boolean(),
  // What was saved before servers had reports of their own does not say.
  reports: z.enum(['own', 'shared', 'both']).default('both'),
  alerts: z.object({ channel: z.string(), locale: z.string() }).optional(),
}) satisfies z.ZodType<Settings>;

export interface SqliteStoreOptions {
  /** A path, or `IN_MEMORY`. */
  readonly file: string;
  /** The secret that hashes who voted. */
  readonly key: string;
  /** Questions and votes go when they are older than this; at the start, and once a day. */
  readonly retentionDays: number;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * A store in one SQLite file, which several processes may share: what one has written, the others read at once. Calls
 * of SQLite are synchronous: a read takes microseconds, a write as long as the disk needs to make it durable.
 * @throws {StoreError} see `openDatabase()`.
 */
export async function openSqliteStore(options: SqliteStoreOptions): Promise<Store> {
  const { file, key, retentionDays, clock, log } = options;
  const database = await openDatabase(file, clock, log);
  const statements = prepareStatements(database);
  const writes = createWriteQueue(database);
  let closed = false;

  /** Runs a step of the store; whatever fails in it fails as a StoreError. */
  async function guard<Result>(what: string, step: () => Result | Promise<Result>): Promise<Result> {
    if (closed) throw new StoreError(`Cannot ${what} the store "${file}": it is closed, wanted an open one`);
    try {
      return await step();
    } catch (error) {
      throw storeError(what, file, error);
    }
  }
  const read = <Result>(step: () => Result) => guard('read', step);
  const write = (step: () => void) => guard('write to', () => writes.add(step));

  async function purge(): Promise<void> {
    const oldest = clock.now() - retentionDays * DAY;
    await write(() => {
      statements.purgeUnanswered.run(oldest);
      statements.purgeVotes.run(oldest);
    });
    await read(() => statements.emptyLog.all());
  }

  await purge().catch((error: unknown) => {
    database.close();
    throw error;
  });
  let stopPurging = clock.after(DAY, purgeDaily);
  function purgeDaily(): void {
    stopPurging = clock.after(DAY, purgeDaily);
    purge().catch((error: unknown) => log.error({ err: error }, 'old questions could not be removed'));
  }

  return {
    keeps: true,
    retentionDays,
    settings: (serverId) =>
      read(() => {
        const row = statements.settings.get(serverId);
        return row && settingsSchema.parse(JSON.parse(row.chosen));
      }),
    saveSettings: (serverId, settings) =>
      write(() => {
        statements.saveSettings.run(serverId, JSON.stringify(settings));
        // Stays when they are switched off, so that switched on again they do not come twice a day.
        if (settings.alerts !== undefined) statements.beginAlerts.run(serverId);
      }),
    vote: ({ personId, answer, question: asked, report, paragraph, kind, owner }) =>
      write(() => {
        const [voter, question] = [voterHash(key, personId, answer), storedQuestion(asked)];
        const passage = [question, report, paragraph] as const;
        const by = columnOf(owner);
        statements.vote.run(voter, answer, ...passage, kind, clock.now(), by, by, ...passage);
      }),
    takeBack: (personId, answer) =>
      write(() => void statements.takeBack.run(voterHash(key, personId, answer))),
    voteOf: (personId, answer) => read(() => statements.voteOf.get(voterHash(key, personId, answer))?.kind),
    votesOn: (answer) =>
      read(() => {
        const counts = new Map(statements.votesOn.all(answer).map(({ kind, count }) => [kind, count]));
        return { helped: counts.get('helped') ?? 0, wrong: counts.get('wrong') ?? 0 };
      }),
    ...createGaps({ statements, clock, read, write }),
    takeAlertTurn: async () => {
      const now = clock.now();
      let turn: AlertTurn | undefined;
      await write(() => void (turn = statements.takeAlertTurn.get(now, now - DAY, now + DAY)));
      return turn;
    },
    saveTold: ({ server, told }) => write(() => void statements.saveTold.run(told, server)),
    close: async () => {
      if (closed) return;
      closed = true;
      stopPurging();
      await writes.settled();
      database.close();
    },
  };
}

/** All writes of one turn of the event loop make one transaction, because each transaction waits for the disk. */
function createWriteQueue(database: Sqlite) {
  let waiting: (() => void)[] = [];
  let committed = Promise.resolve();

  function commit(): void {
    const batch = waiting;
    waiting = [];
    runInTransaction(database, () => batch.forEach((write) => write()));
  }

  return {
    /** Resolves once `write` is on the disk. Fails with SQLite's error, and then nothing of its transaction is. */
    add(write: () => void): Promise<void> {
      if (waiting.push(write) === 1) committed = setImmediate().then(commit);
      return committed;
    },
    /** Resolves when nothing waits any more, whether it was written or failed. */
    settled: () => Promise.allSettled([committed]),
  };
}
