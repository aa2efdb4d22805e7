import type { Profiler } from 'node:inspector';

/** What the bot does with one question, in order. The rest is `Other`: Node itself, and collecting garbage. */
export const STAGES = [
  'Receive',
  'Tokenise',
  'Candidates',
  'Re-rank',
  'Attribute',
  'Render',
  'Send',
  'Other',
] as const;
export type Stage = (typeof STAGES)[number];

/**
 * Where a file's work belongs; the first fit counts. What fits none belongs to whoever called it: a word is split for
 * the question, and for a search too.
 */
export const STAGE_FILES: readonly (readonly [Exclude<Stage, 'Other'>, RegExp])[] = [
  ['Tokenise', /\/src\/search\/query\//],
  ['Candidates', /\/(?:src\/search\/index|node_modules\/minisearch)\//],
  ['Re-rank', /\/src\/search\/ranking\//],
  ['Attribute', /\/src\/(?:answer|attribution)\//],
  ['Send', /\/src\/discord\/respond\.ts$/],
  ['Receive', /\/src\/discord\/(?:dispatch|interaction-input)\.ts$/],
  ['Render', /\/src\/render\//],
  ['Receive', /\/src\/discord\//],
  [
    'Send',
    /\/node_modules\/(?:@discordjs\/rest|undici|discord\.js\/src\/structures\/(?:interfaces|MessagePayload))/,
  ],
  ['Receive', /\/node_modules\/(?:@discordjs\/ws|ws|discord\.js)\//],
];

/** A Windows path in a module's address has forward slashes too. */
export const findStage = (url: string): Stage | undefined =>
  STAGE_FILES.find(([, files]) => files.test(url))?.[0];

/**
 * Milliseconds of work by stage in a sampled profile. A sample belongs to the innermost function whose file has a
 * stage; while the process has nothing to do, no time is counted.
 */
export function timeStages(profile: Pick<Profiler.Profile, 'nodes' | 'samples' | 'timeDeltas'>) {
  const stages = stagesOf(profile.nodes);
  const microseconds = new Map<Stage, number>(STAGES.map((stage) => [stage, 0]));
  for (const [at, node] of (profile.samples ?? []).entries()) {
    const stage = stages.get(node);
    if (stage === undefined) continue;
    microseconds.set(stage, (microseconds.get(stage) ?? 0) + Math.max(0, profile.timeDeltas?.[at] ?? 0));
  }
  return new Map([...microseconds].map(([stage, time]) => [stage, time / 1000]));
}

/** By node id; nothing for the node that stands for idling. */
function stagesOf(nodes: readonly Profiler.ProfileNode[]): ReadonlyMap<number, Stage> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const isCalled = new Set(nodes.flatMap(({ children = [] }) => children));
  const stages = new Map<number, Stage>();
  const visit = (node: Profiler.ProfileNode, from: Stage): void => {
    const { functionName, url } = node.callFrame;
    if (functionName === '(idle)') return;
    const stage = findStage(url) ?? from;
    stages.set(node.id, stage);
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child) visit(child, stage);
    }
  };
  for (const node of nodes) if (!isCalled.has(node.id)) visit(node, 'Other');
  return stages;
}
