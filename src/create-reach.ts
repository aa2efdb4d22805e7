import type { Log } from './log.ts';
import type { Clock } from './text/clock.ts';

/** Between two tries to reach a server that was lost, in milliseconds. */
export const RETRY_AFTER = 1000;

type Use = 'read' | 'write to';

export interface ReachParts {
  /** What the server is to us, such as "store", and where it is. */
  readonly role: string;
  readonly place: string;
  /** What its loss means, for the log. */
  readonly consequence: string;
  /** Whether an error says that the server cannot be reached, or does not serve now. */
  readonly isLoss: (error: unknown) => boolean;
  readonly explain: (error: unknown) => string;
  /** The error for what is asked of a lost server. */
  readonly refuse: (message: string, what: Use) => Error;
  /** Resolves when the server answers. */
  readonly probe: () => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'info'>;
}

/**
 * Whether the server is in reach. While it is not, what is asked of it fails at once, and so does every question that is
 * under way, because Discord does not wait until each has found out. Meanwhile the server is tried, at once and then every
 * second. Losing it is one line in the log, and so is having it again.
 */
export function createReach({ role, place, consequence, clock, log, ...server }: ReachParts) {
  let lost: string | undefined;
  let stop = (): void => undefined;
  let isClosed = false;
  /** Asked and not yet answered: told of a loss as soon as the first of them finds out. */
  const waiting = new Set<(error: unknown) => void>();

  function lose(error: unknown): void {
    if (lost !== undefined || isClosed) return;
    lost = server.explain(error);
    log.error({ [role]: place, why: lost }, `${role} lost: ${consequence}`);
    for (const reject of waiting) reject(error);
    // At once: it may have been this connection alone.
    void retry();
  }

  async function retry(): Promise<void> {
    try {
      await server.probe();
    } catch (error) {
      lost = server.explain(error);
      if (!isClosed) stop = clock.after(RETRY_AFTER, () => void retry());
      return;
    }
    lost = undefined;
    if (!isClosed) log.info({ [role]: place }, `${role} found again`);
  }

  async function attempt<Result>(what: Use, work: () => Promise<Result>): Promise<Result> {
    if (lost !== undefined) throw server.refuse(`Cannot ${what} the ${role} "${place}": ${lost}`, what);
    try {
      return await work();
    } catch (error) {
      if (server.isLoss(error)) lose(error);
      throw error;
    }
  }

  return {
    read: async <Result>(work: () => Promise<Result>): Promise<Result> => {
      const { promise: loss, reject } = withRejection();
      waiting.add(reject);
      try {
        return await Promise.race([attempt('read', work), loss]);
      } finally {
        waiting.delete(reject);
      }
    },
    /** Fails by itself alone: what is under way may be written all the same. */
    write: <Result>(work: () => Promise<Result>): Promise<Result> => attempt('write to', work),
    close(): void {
      isClosed = true;
      stop();
    },
  };
}

function withRejection() {
  let reject = (_: unknown): void => undefined;
  const promise = new Promise<never>((_, rejectIt) => {
    reject = rejectIt;
  });
  return { promise, reject };
}
