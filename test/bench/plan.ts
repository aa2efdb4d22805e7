import type { ClusterPlan } from './bot/cluster.ts';
import { UsageError } from '../../src/tools/run-tool.ts';

/** The parts of a whole run, in their order. */
export const WHOLE = ['quality', 'speed', 'stages', 'start', 'reload', 'load', 'servers', 'holds'] as const;
/** The last want servers that not everybody has, and are run when they are named. */
export const PARTS = [...WHOLE, 'scale', 'cluster'] as const;
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
  /** Servers with reports of their own, and how often one is imported and published among them. */
  readonly servers: { readonly count: number; readonly imports: number };
  /** Paragraphs in memory and in a search server. */
  readonly scale: { readonly sizes: readonly number[]; readonly questions: number };
  /** Processes that share PostgreSQL and OpenSearch. */
  readonly cluster: ClusterPlan;
  /** How large hostile reports are, as a share of the largest that load. */
  readonly hostileShare: number;
}

export interface SpeedPlan {
  readonly paragraphs: number;
  readonly runs: number;
  /** A contender that is not built by then is given up. */
  readonly buildSeconds: number;
  readonly askSeconds: number;
}

/** Some twelve minutes on two cores. */
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
  servers: { count: 50, imports: 5 },
  scale: { sizes: [100_000], questions: 300 },
  cluster: { servers: 300, seconds: 60, paragraphs: 5000 },
  hostileShare: 1,
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
  servers: { count: 5, imports: 1 },
  scale: { sizes: [646], questions: 50 },
  cluster: { servers: 12, seconds: 5, paragraphs: 1000 },
  hostileShare: 0.02,
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

/** The plan with so many servers, where a number is given. @throws {UsageError} */
export function withServers(plan: Plan, count: string | undefined): Plan {
  if (count === undefined) return plan;
  return { ...plan, servers: { ...plan.servers, count: parseCount('--servers', count, MOST_SERVERS) } };
}

/** Written to the disk and asked in turn, which takes some ten minutes. */
const MOST_SERVERS = 1000;

/** The plan with these sizes of collections in a search server, where any is given. @throws {UsageError} */
export function withScale(plan: Plan, sizes: readonly string[]): Plan {
  if (sizes.length === 0) return plan;
  const scale = { ...plan.scale, sizes: sizes.map((size) => parseCount('--scale-paragraphs', size)) };
  return { ...plan, scale };
}

/** A number of paragraphs. @throws {UsageError} */
export const parseSize = (text: string): number => parseCount('--paragraphs', text);

function parseCount(option: string, text: string, most = Number.MAX_SAFE_INTEGER): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0 && count <= most) return count;
  const end = most === Number.MAX_SAFE_INTEGER ? '' : ` to ${most}`;
  throw new UsageError(`${option} is ${JSON.stringify(text)}, wanted a whole number from 1${end}`);
}
