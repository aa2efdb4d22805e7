import { setImmediate, setTimeout } from 'node:timers/promises';
import type { Report } from '../../../src/corpus/report.ts';
import type { Library } from '../../../src/library/library.ts';
import type { Collections } from '../../../src/library/collections.ts';

/** What became of questions that were asked at a steady rate. */
export interface Traffic {
  readonly asked: number;
  /** Without an answer. */
  readonly lost: number;
  /** Answered with a report of another version than the one asked. */
  readonly mixed: number;
  /** From the moment each was due to its answer, in milliseconds, sorted. */
  readonly latencies: readonly number[];
}

/** Asks `rate` questions a second, whether or not those before are answered, until stopped. */
export function askAtRate(
  library: Pick<Collections, 'shared'>,
  questions: readonly string[],
  rate: number,
): { stop(): Promise<Traffic> } {
  const started = performance.now();
  const latencies: number[] = [];
  const answers: Promise<void>[] = [];
  const reportsOf = new Map<Library, ReadonlySet<Report>>();
  let [mixed, lost] = [0, 0];

  async function ask(question: string, due: number): Promise<void> {
    const { shared: current } = library;
    const own = reportsOf.get(current) ?? new Set(current.reports);
    reportsOf.set(current, own);
    try {
      const answer = await current.answer(question);
      latencies.push(performance.now() - due);
      if (answer.kind !== 'none' && answer.passages.some(({ report }) => !own.has(report))) mixed += 1;
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
      lost += 1;
    }
  }
  const stopping = new AbortController();
  // Each question in a turn of its own, as they come from a socket; those that are due are asked however late it is, else
  // a held event loop would lower the rate.
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const due = started + (answers.length * 1000) / rate;
      const wait = due - performance.now();
      if (wait > 0) await setTimeout(wait);
      else {
        answers.push(ask(questions[answers.length % questions.length] ?? '', due));
        await setImmediate();
      }
    }
  }
  const running = run();

  return {
    async stop() {
      stopping.abort();
      await running;
      await Promise.all(answers);
      return {
        asked: answers.length,
        lost,
        mixed,
        latencies: latencies.sort((a, b) => a - b),
      };
    },
  };
}
