import { createReach } from '../../create-reach.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../text/clock.ts';
import { SearchError } from '../candidate-source.ts';
import type { RemoteDocuments, RemoteGeneration } from '../index/remote-documents.ts';
import type { IndexedReport } from '../index/report-analysis.ts';
import { connectServer, type SearchPlace } from './connect-server.ts';
import { explainSearchError, isLoss, isOfServer, statusOf } from './explain-error.ts';
import { createParagraphIndex, type FindUsed } from './paragraph-index.ts';
import { reportFilter } from './report-filter.ts';

export interface OpenSearch extends RemoteDocuments {
  /** The nodes, without user and password. */
  readonly place: string;
  /**
   * Removes the paragraphs of reports that are in no generation that any process holds, or is about to publish:
   * `findUsed` gives those of some hashes that are. Gives how many reports it were. @throws {SearchError}
   */
  readonly forget: (findUsed: FindUsed) => Promise<number>;
  /** Brings in reports that are about to be served. What fails is left to whoever serves them. Never rejects. */
  readonly ahead: (reports: readonly IndexedReport[]) => Promise<void>;
  close(): Promise<void>;
}

/** Waits until no other process brings anything in. What it gives hands the turn on. */
export type TakeTurn = (signal: AbortSignal) => Promise<() => void>;

const noTurns: TakeTurn = () => Promise.resolve(() => undefined);

export interface SearchWorld {
  readonly clock: Clock;
  readonly log: Pick<Log, 'error' | 'warn' | 'info'>;
  /** Absent: processes that begin at once each write the same. */
  readonly takeTurn?: TakeTurn | undefined;
}

/** Between two tries to bring in what the server did not take, in milliseconds. */
export const FILL_AGAIN_AFTER = 5000;

/** Between two looks whether the server still has all, which some other program may have removed. In milliseconds. */
export const LOOK_OVER_AFTER = 60_000;

/**
 * The server orders by the frequencies of all that it has, those of removed paragraphs among them, and the caller by those
 * of a generation: so it is asked for more than are wanted. Of some thousand questions beside 3,000 strange reports, nine had
 * another first paragraph than in memory with 200, and none with 500.
 */
const SURPLUS = 4;
const FEWEST = 500;
/** A server gives no more by default (index.max_result_window). */
const MOST = 10_000;

/** Whether the server is out of reach, which the log says once, and not for each generation. */
const isAway = (failure: Error): boolean =>
  failure instanceof SearchError && (failure.cause === undefined || isLoss(failure.cause));

/**
 * Large generations in OpenSearch. A server that cannot be reached, now or later, is found again; meanwhile every search
 * of it fails at once.
 * @throws {SearchError} when the file of certificates cannot be read
 */
export async function openSearch(
  searchPlace: SearchPlace,
  { clock, log, takeTurn = noTurns }: SearchWorld,
): Promise<OpenSearch> {
  const { client, place } = await connectServer(searchPlace);
  const index = createParagraphIndex(client, searchPlace.owner);
  const reach = createReach({
    role: 'search',
    place,
    consequence: 'large collections cannot be asked',
    probe: () => index.probe(),
    isLoss,
    explain: explainSearchError,
    refuse: (message) => new SearchError(message),
    clock,
    log,
  });
  const closed = new AbortController();
  /** One after the other, so that two generations do not bring in the same report. */
  let fills: Promise<unknown> = Promise.resolve();

  const refuse = (why: string, cause?: unknown): SearchError =>
    new SearchError(`Cannot search at "${place}": ${why}`, { cause });
  const failureOf = (error: unknown): Error => (error instanceof Error ? error : refuse(String(error)));

  async function ask<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await reach.read(work);
    } catch (error) {
      throw isOfServer(error) ? refuse(explainSearchError(error), error) : error;
    }
  }

  /** Gives how many reports were brought in. */
  async function bringIn(reports: readonly IndexedReport[], signal: AbortSignal): Promise<number> {
    let lacking = await index.lacking(reports);
    if (lacking.length === 0) return 0;
    const done = await takeTurn(signal);
    try {
      lacking = await index.lacking(lacking);
      if (lacking.length > 0) await index.fill(lacking, signal);
      return lacking.length;
    } finally {
      done();
    }
  }

  /** After what is being brought in already. */
  async function bringInNext(reports: readonly IndexedReport[], signal: AbortSignal): Promise<void> {
    const begun = clock.now();
    const filled = fills.then(() => ask(() => bringIn(reports, signal)));
    fills = filled.catch(() => undefined);
    const count = await filled;
    if (count > 0) log.info({ reports: count, milliseconds: clock.now() - begun }, 'paragraphs brought in');
  }

  function warn(failure: Error): void {
    if (!isAway(failure) && !closed.signal.aborted)
      log.warn({ search: place, err: failure }, 'search: paragraphs not brought in, tried again');
  }

  function open(reports: readonly IndexedReport[]): RemoteGeneration {
    const closing = new AbortController();
    const all = reportFilter(reports.map(({ hash }) => hash));
    let missing: Error | undefined = refuse('its paragraphs are being brought in');
    let stop = (): void => undefined;

    async function fill(): Promise<void> {
      if (closing.signal.aborted) return;
      try {
        await bringInNext(reports, closing.signal);
        missing = undefined;
        stop = clock.after(LOOK_OVER_AFTER, () => void fill());
      } catch (error) {
        const failure = failureOf(error);
        if (failure.message !== missing?.message) warn(failure);
        missing = failure;
        stop = clock.after(FILL_AGAIN_AFTER, () => void fill());
      }
    }

    return {
      begun: fill(),
      async find(terms, hash, limit) {
        if (missing !== undefined) throw new SearchError(missing.message, { cause: missing });
        const wanted = hash === undefined ? all : reportFilter([hash]);
        try {
          return await ask(() =>
            index.find(terms, wanted, Math.min(Math.max(SURPLUS * limit, FEWEST), MOST)),
          );
        } catch (error) {
          if (error instanceof SearchError && statusOf(error.cause) === 404 && missing === undefined) {
            missing = error;
            stop();
            void fill();
          }
          throw error;
        }
      },
      close() {
        closing.abort();
        stop();
      },
    };
  }

  return {
    place,
    from: searchPlace.from,
    open,
    ahead: (reports) => bringInNext(reports, closed.signal).catch((error: unknown) => warn(failureOf(error))),
    forget: (findUsed) => ask(() => index.forget(findUsed)),
    async close() {
      closed.abort();
      reach.close();
      await client.close();
    },
  };
}
