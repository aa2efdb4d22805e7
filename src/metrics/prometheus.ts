import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Metrics } from './metrics.ts';

/** Upper bounds in seconds: most answers take milliseconds, and Discord gives up after three seconds. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2, 3, 5, 10];

/**
 * `metrics` as Prometheus reads it, with those of the process: memory, processor time, the event loop's delay.
 * Everything but the histogram is read when it is asked for, so that there is one place that counts.
 */
export function createPrometheus(metrics: Metrics): Registry {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const duration = new Histogram({
    name: 'pilcrow_question_seconds',
    help: 'Time from the arrival of a question until Discord has its answer',
    buckets: SECONDS,
    registers,
  });
  metrics.onQuestion((milliseconds) => duration.observe(milliseconds / 1000));

  const show = (Kind: typeof Counter | typeof Gauge, name: string, help: string, read: () => number) =>
    new Kind({
      name,
      help,
      registers,
      collect() {
        this.reset();
        this.inc(read());
      },
    });
  const countBy = (name: string, help: string, read: () => Readonly<Record<string, number>>) =>
    new Counter({
      name,
      help,
      labelNames: ['outcome'],
      registers,
      collect() {
        this.reset();
        for (const [outcome, times] of Object.entries(read())) this.inc({ outcome }, times);
      },
    });

  const snapshot = () => metrics.snapshot();
  countBy('pilcrow_questions_total', 'Questions, by what came of them', () => snapshot().questions);
  countBy('pilcrow_reloads_total', 'Reloads, by what came of them', () => snapshot().reloads);
  show(
    Counter,
    'pilcrow_failures_total',
    'Interactions that were left without their answer',
    () => snapshot().failures,
  );
  show(
    Counter,
    'pilcrow_dropped_total',
    'Interactions and messages for which there was no time',
    () => snapshot().dropped,
  );
  show(
    Counter,
    'pilcrow_not_kept_total',
    'Votes, settings and unanswered questions that could not be stored',
    () => snapshot().notKept,
  );
  show(
    Counter,
    'pilcrow_gateway_reconnects_total',
    'Times the connection was lost',
    () => snapshot().reconnects,
  );
  show(Gauge, 'pilcrow_gateway_connected', 'Whether Discord sends what people ask: 1 or 0', () =>
    snapshot().gateway === 'connected' ? 1 : 0,
  );
  show(Gauge, 'pilcrow_started_seconds', 'When the bot was started, in seconds since 1970', () =>
    Math.floor(snapshot().since.getTime() / 1000),
  );
  return registry;
}
