import { UsageError } from '../../src/tools/run-tool.ts';

/** The parts of a run, in their order. */
export const PARTS = ['quality', 'speed', 'stages', 'start', 'reload', 'load'] as const;
export type Part = (typeof PARTS)[number];

/** How much of each part a run does. */
export interface Plan {
  readonly speed: readonly SpeedPlan[];
  /** For all contenders at all sizes: on a slow machine the last ones are left out, and named. */
  readonly speedSeconds: number;
  /** Questions for each contender and run, as far as there is time. */
  readonly questions: number;
  readonly stageRounds: number;
  readonly starts: readonly { readonly paragraphs: number | 'shipped'; readonly runs: number }[];
  readonly reloadParagraphs: number;
  readonly loadSeconds: number;
}

export interface SpeedPlan {
  readonly paragraphs: number;
  readonly runs: number;
  /** A contender that is not built by then is given up. */
  readonly buildSeconds: number;
  readonly askSeconds: number;
}

/** Some nine minutes on two cores. */
export const FULL: Plan = {
  speed: [
    { paragraphs: 646, runs: 3, buildSeconds: 20, askSeconds: 3 },
    { paragraphs: 10_000, runs: 3, buildSeconds: 30, askSeconds: 4 },
    { paragraphs: 100_000, runs: 1, buildSeconds: 90, askSeconds: 6 },
  ],
  speedSeconds: 480,
  questions: 200,
  stageRounds: 10,
  starts: [
    { paragraphs: 'shipped', runs: 3 },
    { paragraphs: 10_000, runs: 2 },
  ],
  reloadParagraphs: 10_000,
  loadSeconds: 3,
};

/** A minute, to see that all is well. */
export const QUICK: Plan = {
  speed: [{ paragraphs: 646, runs: 1, buildSeconds: 10, askSeconds: 1 }],
  speedSeconds: 40,
  questions: 200,
  stageRounds: 3,
  starts: [{ paragraphs: 'shipped', runs: 1 }],
  reloadParagraphs: 646,
  loadSeconds: 1,
};

/** With sizes given, each takes the effort of the largest planned size that it reaches. */
export function withSizes(plan: Plan, sizes: readonly number[]): Plan {
  if (sizes.length === 0) return plan;
  const effortFor = (paragraphs: number): SpeedPlan | undefined =>
    plan.speed.findLast((planned) => planned.paragraphs <= paragraphs) ?? plan.speed[0];
  return {
    ...plan,
    speed: sizes.flatMap((paragraphs) => {
      const effort = effortFor(paragraphs);
      return effort ? [{ ...effort, paragraphs }] : [];
    }),
  };
}

/** @throws {UsageError} naming the parts there are */
export function parsePart(text: string): Part {
  const part = PARTS.find((known) => known === text);
  if (part === undefined)
    throw new UsageError(`--only is ${JSON.stringify(text)}, wanted one of: ${PARTS.join(', ')}`);
  return part;
}

/** A number of paragraphs. @throws {UsageError} */
export function parseSize(text: string): number {
  const size = Number(text);
  if (Number.isSafeInteger(size) && size > 0) return size;
  throw new UsageError(`--paragraphs is ${JSON.stringify(text)}, wanted a whole number from 1`);
}
