import type { Log } from '../../log.ts';
import { LONG_PATIENCE, type Postgres } from '../../postgres/postgres.ts';
import type { Clock } from '../../text/clock.ts';
import type { ContentStore } from '../content-store.ts';
import { TRY_SWEEP_LOCK } from '../../postgres/schema.ts';
import { CHANNEL } from './publish.ts';

/** What is told may be lost with a connection. In milliseconds. */
export const POLL_EVERY = 15_000;
/** A generation that is active no more stays as long as that, for what was asked of it. In milliseconds. */
export const KEPT_FOR = 20 * 60_000;
/** Polls between two that also remove what nobody needs. */
const SWEEP_EVERY = 20;

/** Generations are published under one lock, so that every later one has a greater number. */
export async function newestNumber({ read }: Postgres): Promise<number> {
  const [row] = await read<{ readonly newest: number | null }>(
    'SELECT max(active) AS newest FROM collection',
  );
  return row?.newest ?? 0;
}

interface FollowParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly log: Pick<Log, 'warn'>;
  /** The newest generation that is known. */
  readonly since: number;
  readonly reload: Parameters<ContentStore['follow']>[0];
  /** Removes elsewhere what belongs to reports that are in no generation any more, by the hashes of what they say. */
  readonly forget?: ((findUsed: FindUsed) => Promise<unknown>) | undefined;
}

/** Reloads what others publish: as soon as it is told, and at every poll. */
export function followDatabase({ postgres, clock, log, since, reload, forget }: FollowParts): () => void {
  let newest = since;
  let polls = 0;
  let isStopped = false;
  let callOff = (): void => undefined;
  /** The look that is under way, and whether something was told meanwhile. */
  let looking: Promise<unknown> | undefined;
  let isTold = false;
  let isFailing = false;

  async function look(): Promise<void> {
    const rows = await postgres.read<{ readonly server: string; readonly active: number }>(
      'SELECT server, active FROM collection WHERE active > $1 ORDER BY active',
      [newest],
    );
    for (const { server, active } of rows) {
      const { kind } = await reload(server === '' ? undefined : server);
      // The next poll tries again.
      if (kind === 'busy') return;
      newest = active;
    }
  }

  function lookSoon(): void {
    isTold = looking !== undefined;
    looking ??= look()
      .then(() => (isFailing = false))
      .catch(complain)
      .finally(() => {
        looking = undefined;
        if (isTold && !isStopped) lookSoon();
      });
  }

  /** Once for each time that the server is lost: the reports known before are served, and the next poll tries again. */
  function complain(error: unknown): void {
    if (!isFailing && !isStopped) log.warn({ err: error }, 'what others publish is not heard of');
    isFailing = true;
  }

  async function clear(): Promise<void> {
    if (await sweep(postgres, clock.now())) await forget?.((hashes) => findUsed(postgres, hashes));
  }

  function poll(): void {
    callOff = clock.after(POLL_EVERY, poll);
    lookSoon();
    if (polls++ % SWEEP_EVERY === 0) clear().catch(complain);
  }

  const unlisten = postgres.listen(CHANNEL, lookSoon);
  poll();
  return () => {
    isStopped = true;
    callOff();
    unlisten();
  };
}

type FindUsed = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

async function findUsed({ read }: Postgres, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await read<{ readonly content: string }>(
    'SELECT DISTINCT content FROM listing WHERE content = ANY ($1)',
    [hashes],
  );
  return new Set(rows.map(({ content }) => content));
}

/**
 * Removes what no generation has had for `KEPT_FOR`, and files that nothing names any more. Gives whether
 * it did; of several processes that begin at once, one does.
 */
export const sweep = (postgres: Postgres, now: number): Promise<boolean> =>
  postgres.write(async (ask) => {
    const [lock] = await ask<{ readonly taken: boolean }>(TRY_SWEEP_LOCK);
    if (lock?.taken !== true) return false;
    const remove = (sql: string) => ask(sql, [now - KEPT_FOR]);
    await remove('DELETE FROM listing WHERE until < $1');
    await remove(
      `DELETE FROM report_file WHERE written < $1
         AND NOT EXISTS (SELECT FROM listing AS one WHERE one.hash = report_file.hash)
         AND NOT EXISTS (SELECT FROM history_report AS one WHERE one.before = report_file.hash)`,
    );
    // Of other versions of the program, which read their own while both run.
    await remove(
      `DELETE FROM analysis WHERE written < $1
         AND EXISTS (SELECT FROM analysis AS newer WHERE newer.hash = analysis.hash AND newer.written > analysis.written)`,
    );
    return true;
  }, LONG_PATIENCE);
