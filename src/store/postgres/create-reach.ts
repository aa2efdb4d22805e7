import type { Log } from '../../log.ts';
import type { Clock } from '../../text/clock.ts';
import { StoreError } from '../store.ts';
import { explainPostgresError, isLoss } from './explain-error.ts';

/** Between two tries to reach a server that was lost, in milliseconds. */
export const RETRY_AFTER = 1000;

export interface ReachParts {
  readonly place: string;
  /** Resolves when the server answers. */
  readonly probe: () => Promise<unknown>;
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'info'>;
}

/**
 * Whether the server is in reach. While it is not, what is asked of it fails at once, because Discord does not wait: one
 * after the other would else find out after two seconds. Meanwhile it is tried once a second. Losing it is one line in
 * the log, and so is having it again.
 */
export function createReach({ place, probe, clock, log }: ReachParts) {
  let lost: string | undefined;
  let stop = (): void => undefined;
  let isClosed = false;

  function lose(error: unknown): void {
    if (lost !== undefined || isClosed) return;
    lost = explainPostgresError(error);
    log.error({ store: place, why: lost }, 'store lost: what comes now is not kept');
    retryLater();
  }

  function retryLater(): void {
    if (!isClosed) stop = clock.after(RETRY_AFTER, () => void retry());
  }

  async function retry(): Promise<void> {
    try {
      await probe();
    } catch (error) {
      lost = explainPostgresError(error);
      retryLater();
      return;
    }
    lost = undefined;
    if (!isClosed) log.info({ store: place }, 'store found again');
  }

  return {
    async through<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
      if (lost !== undefined) throw new StoreError(`Cannot ${what} the store "${place}": ${lost}`);
      try {
        return await work();
      } catch (error) {
        if (isLoss(error)) lose(error);
        throw error;
      }
    },
    close(): void {
      isClosed = true;
      stop();
    },
  };
}
