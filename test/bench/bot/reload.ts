import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeReports } from '../generated-text.ts';
import type { Report } from '../../../src/corpus/report.ts';
import { openCollections } from '../../../src/library/collections.ts';
import { createFolderContent } from '../../../src/library/folder/folder-content.ts';
import { askAtRate, type Traffic } from './traffic.ts';
import { watchHolds } from './watch-holds.ts';

/** Reloads of one changed file each, while questions are answered. Times in milliseconds. */
export interface ReloadFigures {
  /** From the call until the new version answers, sorted. */
  readonly swaps: readonly number[];
  /** The longest that the event loop was held: with questions alone, and while reloading too. */
  readonly longestHold: { readonly idle: number; readonly reloading: number };
  readonly traffic: Traffic;
}

/** Questions a second. */
export const RATE = 200;
const ROUNDS = 5;
/** Between two reloads, and for the questions alone. In milliseconds. */
const PAUSE = 1000;

/** Writes the reports to a folder of their own, serves it, and changes one of them again and again. */
export async function measureReload(
  reports: readonly Report[],
  questions: readonly string[],
): Promise<ReloadFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-bench-'));
  try {
    await writeReports(folder, reports);
    const library = await openCollections(createFolderContent(folder));
    // Each report is quoted once, as in a bot that has run for a while.
    for (const question of questions) await library.shared.answer(question);
    const traffic = askAtRate(library, questions, RATE);
    const idle = await holdsDuring(() => pause(PAUSE));
    const swaps: number[] = [];
    const reloading = await holdsDuring(async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { id = '' } = reports[(round * 7) % reports.length] ?? {};
        await appendFile(join(folder, `${id}.md`), `\nThe harbour was dredged in round ${round}.\n`);
        const { version } = library.shared;
        const started = performance.now();
        await library.reload();
        if (library.shared.version === version) throw new Error('Cannot measure: the reload changed nothing');
        swaps.push(performance.now() - started);
        await pause(PAUSE);
      }
    });
    return {
      swaps: swaps.sort((a, b) => a - b),
      longestHold: { idle, reloading },
      traffic: await traffic.stop(),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function holdsDuring(work: () => Promise<void>): Promise<number> {
  const holds = watchHolds();
  await work();
  return holds.stop();
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
