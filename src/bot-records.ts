import type { ReloadOutcome } from './library/collection.ts';
import type { Collections } from './library/collections.ts';
import type { Tally } from './discord/tally.ts';
import type { Log } from './log.ts';
import type { AnswerListener, Metrics } from './metrics/metrics.ts';
import type { Store } from './store/store.ts';

// What is logged, counted and kept of the answers and the reloads.

/** One line for each question: its outcome, but neither who asked nor what. */
export const answerLogger =
  (log: Log): AnswerListener =>
  ({ request, kind, outcome, milliseconds }) =>
    log.info({ request, kind, outcome, milliseconds: Math.round(milliseconds) }, 'question');

/** Keeps the questions that were not answered, for /gaps; counts those that could not be. */
export const unansweredKeeper =
  (store: Store, tally: Tally, metrics: Pick<Metrics, 'notKept'>): AnswerListener =>
  ({ request, question, owner, answer = 'quoted' }) => {
    if (answer === 'quoted') return;
    store.keepUnanswered(question, owner).catch((error: unknown) => {
      metrics.notKept();
      tally.warn(
        { request, why: error instanceof Error ? error.message : String(error) },
        'question not kept',
      );
    });
  };

/** Loads the reports again for somebody who sees the log alone. */
export async function reloadFromOutside(
  collections: Collections,
  log: Log,
  metrics: Pick<Metrics, 'reload'>,
): Promise<ReloadOutcome> {
  const outcome = await collections.reload();
  metrics.reload(outcome.kind);
  switch (outcome.kind) {
    case 'reloaded': {
      const { added, changed, removed, milliseconds } = outcome;
      log.info({ version: collections.shared.version, added, changed, removed, milliseconds }, 'reloaded');
      break;
    }
    case 'failed':
      log.error({ faults: outcome.faults, version: collections.shared.version }, 'reload failed');
      break;
    case 'busy':
      log.warn({}, 'reload already running');
  }
  return outcome;
}
