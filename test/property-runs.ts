import fc from 'fast-check';

const { CI, FC_ROUNDS = '1', FC_SEED } = process.env;

/**
 * How often a property runs that usually runs `count` times: `FC_ROUNDS` times as often. On CI the cases are the same
 * every time; elsewhere each run makes new ones, and a failure names its seed, which `FC_SEED` repeats.
 */
export const runs = (count: number): number => count * Number(FC_ROUNDS);

const seed = FC_SEED ?? (CI ? 2016_07_01 : undefined);
fc.configureGlobal({ numRuns: runs(100), ...(seed !== undefined && { seed: Number(seed) }) });
