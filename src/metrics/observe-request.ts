import type { Log } from '../log.ts';
import type { Metrics } from './metrics.ts';
import type { Requests } from './requests.ts';

/** Who is told what came of a request. */
export interface Observers {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly requests: Requests;
}

/**
 * Runs `work`, which never rejects, as a request, and tells what came of it. A question makes one log line:
 * with what came of it, but neither who asked, nor what.
 */
export async function observeRequest(
  { id, kind }: { readonly id: string; readonly kind: string },
  work: () => Promise<void>,
  { log, metrics, requests }: Observers,
): Promise<void> {
  const { outcome, failed, milliseconds } = await requests.run(id, work);
  if (failed) metrics.failure();
  if (outcome === undefined) return;
  metrics.question(outcome, milliseconds);
  log.info({ request: id, kind, outcome, milliseconds: Math.round(milliseconds) }, 'question');
}
