import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Report } from '../../corpus/report.ts';
import { writeReports } from './reload.ts';

/** Milliseconds from starting a process to its first answer, and its memory then, in bytes. */
export interface StartFigures {
  readonly cold: number;
  /** With what the cold start left in the cache; sorted. */
  readonly cached: readonly number[];
  readonly resident: number;
}

const ROUNDS = 5;

export async function measureCachedStart(
  reports: readonly Report[],
  question: string,
): Promise<StartFigures> {
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-bench-'));
  const cache = await mkdtemp(join(tmpdir(), 'pilcrow-bench-cache-'));
  try {
    await writeReports(folder, reports);
    let resident = 0;
    const start = async (): Promise<number> => {
      const program = join(import.meta.dirname, 'first-answer.ts');
      const started = performance.now();
      const { stdout } = await promisify(execFile)(process.execPath, [
        '--import',
        'tsx',
        program,
        folder,
        cache,
        question,
      ]);
      resident = Number(stdout);
      return performance.now() - started;
    };
    const cold = await start();
    const cached: number[] = [];
    for (let round = 0; round < ROUNDS; round++) cached.push(await start());
    return { cold, cached: cached.sort((a, b) => a - b), resident };
  } finally {
    await rm(folder, { recursive: true });
    await rm(cache, { recursive: true });
  }
}
