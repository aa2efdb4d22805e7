import { randomUUID } from 'node:crypto';
import type { Log } from '../log.ts';
import { isLoss } from '../postgres/explain-error.ts';
import type { Postgres } from '../postgres/postgres.ts';
import { StoreError } from '../store-error.ts';
import type { Clock } from '../text/clock.ts';

/** A process of the bot, as it last told of itself. */
export interface ProcessState {
  /** Whether it is the one that asks. */
  readonly isSelf: boolean;
  readonly host: string;
  /** The shards that it runs, from 0, of `count` in all. */
  readonly first: number;
  readonly last: number;
  readonly count: number;
  /** Of the shared reports that it serves. */
  readonly version: string;
  /** Both in milliseconds since 1970, by the database's clock. */
  readonly started: number;
  readonly seen: number;
}

export type ProcessList =
  /** Processes do not know of each other. */
  | { readonly kind: 'alone' }
  /** The database, which knows them, does not answer. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'known'; readonly processes: readonly ProcessState[] };

/** What the bot's processes know of each other. */
export interface Processes {
  /** Those that have not been silent for a minute, by their shards; this one as it is now. */
  list(): Promise<ProcessList>;
  /** The same once all serve this version of the shared reports, after two seconds at the latest. */
  followed(version: string): Promise<ProcessList>;
  /** Tells the others at once how this one is now. Never rejects. */
  beat(): Promise<void>;
  /** Tells no more: for the others, this one is gone. */
  leave(): Promise<void>;
}

export const noProcesses: Processes = {
  list: async () => ({ kind: 'alone' }),
  followed: async () => ({ kind: 'alone' }),
  beat: async () => undefined,
  leave: async () => undefined,
};

export interface ProcessParts {
  readonly postgres: Pick<Postgres, 'read' | 'write'>;
  readonly self: () => Pick<ProcessState, 'host' | 'first' | 'last' | 'count' | 'version'>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
}

/** Milliseconds from one beat to the next. */
export const BEAT = 15_000;
/** Milliseconds from one look to the next whether the others have followed, and how often. */
export const LOOK = 100;
const MOST_LOOKS = 20;
/** Milliseconds of silence after which a process counts as gone: three beats may be lost. */
const GONE_AFTER = 60_000;

// By the database's clock, for those of several computers differ.
const NOW = '(extract(epoch FROM clock_timestamp()) * 1000)::bigint';
const TELL = `INSERT INTO process (id, host, first_shard, last_shard, shard_count, version, started, seen)
  SELECT $1, $2, $3, $4, $5, $6, now - $7, now FROM (SELECT ${NOW} AS now) AS clock
  ON CONFLICT (id) DO UPDATE SET version = excluded.version, seen = excluded.seen`;
const LEAVE = 'DELETE FROM process WHERE id = $1';
// Whoever looks clears away what was left by processes that were killed.
const LIST = `WITH gone AS (DELETE FROM process WHERE seen < ${NOW} - ${GONE_AFTER})
  SELECT id = $1 AS "isSelf", host, first_shard AS first, last_shard AS last, shard_count AS count, version, started, seen
  FROM process WHERE seen >= ${NOW} - ${GONE_AFTER} ORDER BY shard_count, first_shard, started`;

/** Tells of this process, at once and every 15 seconds, in the database that all processes of the bot share. */
export function joinProcesses({ postgres, self, clock, log }: ProcessParts): Processes {
  const id = randomUUID();
  const since = clock.now();
  let hasLeft = false;
  let isTold = true;
  let told: Promise<void> = Promise.resolve();
  let cancel = (): void => undefined;

  async function tell(): Promise<void> {
    if (hasLeft) return;
    const { host, first, last, count, version } = self();
    const row = [id, host, first, last, count, version, Math.max(0, clock.now() - since)];
    isTold = await attempt('others are not told of this process', isTold, () =>
      postgres.write((ask) => ask(TELL, row)),
    );
  }

  /** Whether it could be done; that it could not is said once until it can again. */
  async function attempt(event: string, wasDone: boolean, work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (wasDone) say(event, error);
      return false;
    }
  }

  /** That the database is lost was said already, by whoever found out. */
  function say(event: string, error: unknown): void {
    const answer = error instanceof StoreError ? error.cause : error;
    if (answer !== undefined && !isLoss(answer)) log.warn({ err: error }, event);
  }

  const beat = (): Promise<void> => (told = told.then(tell));

  async function repeat(): Promise<void> {
    await beat();
    if (!hasLeft) cancel = clock.after(BEAT, () => void repeat());
  }

  void repeat();
  async function list(): Promise<ProcessList> {
    await beat();
    try {
      return { kind: 'known', processes: await postgres.read<ProcessState>(LIST, [id]) };
    } catch (error) {
      say('processes cannot be listed', error);
      return { kind: 'unknown' };
    }
  }

  return {
    list,
    async followed(version) {
      let listed = await list();
      const isBehind = (process: ProcessState): boolean => process.version !== version;
      for (let look = 0; look < MOST_LOOKS; look++) {
        if (listed.kind !== 'known' || !listed.processes.some(isBehind)) break;
        await new Promise<void>((resolve) => void clock.after(LOOK, resolve));
        listed = await list();
      }
      return listed;
    },
    beat,
    async leave() {
      hasLeft = true;
      cancel();
      await told;
      await attempt('others count on this process for another minute', true, () =>
        postgres.write((ask) => ask(LEAVE, [id])),
      );
    },
  };
}
