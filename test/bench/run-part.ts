import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { QUOTE_FROM_BY_WORDS as QUOTE_FROM } from '../../src/answer/judge.ts';
import { loadReports } from '../../src/library/load-reports.ts';
import { rankerOver } from '../../src/search/ranking/lexical-ranker.ts';
import { loadLabelledQuestions } from '../eval/labelled-questions.ts';
import {
  renderHolds,
  renderLoad,
  renderReload,
  renderStages,
  renderStarts,
  type StartRow,
} from './page/bot-sections.ts';
import { renderServers } from './page/servers-section.ts';
import { renderScale } from './page/scale-section.ts';
import { measureCluster } from './bot/cluster.ts';
import { renderCluster } from './page/cluster-section.ts';
import { measureScale } from './bot/scale.ts';
import { measureServers } from './bot/servers.ts';
import { measureHolds } from './bot/holds.ts';
import { contenders } from './contenders/index.ts';
import { generateText, writeReports } from './generated-text.ts';
import { FIRST_RATE, measureLoad } from './bot/load.ts';
import { measureOverload } from './bot/overload.ts';
import { loadVersion } from './page/machine.ts';
import { measureStages } from './bot/measure-stages.ts';
import type { Part, Plan } from './plan.ts';
import { measureReload } from './bot/reload.ts';
import { createRivalRanker, measureQuality } from './quality.ts';
import { type QualityRow, renderQuality } from './page/quality-section.ts';
import type { Section } from './page/section.ts';
import { timeContender, type TimingOutcome } from './speed.ts';
import { renderSpeed, type SpeedCell } from './page/speed-section.ts';
import { measureStarts, type Starts } from './bot/start.ts';

/** What the bot itself is measured on, so that figures of two versions compare. */
const SHIPPED = { data: 'data', questions: 'test/eval/questions.jsonl' };
const SEED = 1;

export interface PartOptions {
  readonly plan: Plan;
  /** Whose quality is measured. */
  readonly data: string;
  readonly questions: string;
  /** Told what is done next. */
  readonly progress: (what: string) => void;
}

/** Measures one part of the benchmark. */
export async function runPart(part: Part, options: PartOptions): Promise<Section> {
  switch (part) {
    case 'quality':
      return runQuality(options);
    case 'speed':
      return runSpeed(options);
    case 'stages':
      return runStages(options);
    case 'start':
      return runStarts(options);
    case 'reload':
      return runReload(options);
    case 'load':
      return runLoad(options);
    case 'servers':
      return runServers(options);
    case 'scale':
      return runScale(options);
    case 'cluster':
      return renderCluster(await measureCluster(options.plan.cluster, SEED, options.progress));
    case 'holds':
      return renderHolds(await measureHolds(options.plan.hostileShare, options.progress));
  }
}

async function runQuality({ data, questions: file, progress }: PartOptions): Promise<Section> {
  const reports = await loadReports(data);
  const questions = await loadLabelledQuestions(file);
  const rows: QualityRow[] = [];
  for (const contender of contenders) {
    progress(`quality of ${contender.name}`);
    const isOurs = contender.package === undefined;
    const ranker = isOurs ? await rankerOver(reports) : createRivalRanker(contender, reports);
    rows.push({
      contender,
      version: await loadVersion(contender.package),
      measures: await measureQuality(ranker, questions, QUOTE_FROM),
    });
  }
  return renderQuality(rows, `${questions.length} questions of \`${file}\` about the reports of \`${data}\``);
}

async function runSpeed({ plan, progress }: PartOptions): Promise<Section> {
  const cells: SpeedCell[] = [];
  const end = performance.now() + 1000 * plan.speedSeconds;
  for (const { runs, ...effort } of plan.speed) {
    const outcomes = new Map<string, TimingOutcome[]>(contenders.map(({ name }) => [name, []]));
    for (let run = 1; run <= runs; run++) {
      for (const [name, own] of outcomes) {
        progress(`speed of ${name} at ${effort.paragraphs} paragraphs, run ${run} of ${runs}`);
        const left = (end - performance.now()) / 1000 - effort.askSeconds;
        const buildSeconds = Math.floor(Math.min(effort.buildSeconds, left));
        own.push(
          buildSeconds > 0
            ? await timeContender(name, { ...effort, buildSeconds, questions: plan.questions })
            : { kind: 'left-out' },
        );
      }
    }
    for (const [name, own] of outcomes) cells.push({ name, paragraphs: effort.paragraphs, outcomes: own });
  }
  return renderSpeed(cells, contenders[1]?.name ?? '');
}

async function runStages({ plan, progress }: PartOptions): Promise<Section> {
  progress('from question to message');
  const questions = await shippedQuestions();
  const measureWith = (reads: boolean) => measureStages(SHIPPED.data, questions, plan.stageRounds, reads);
  return renderStages(await measureWith(true), await measureWith(false));
}

async function runStarts({ plan, progress }: PartOptions): Promise<Section> {
  const [question = ''] = await shippedQuestions();
  const rows: StartRow[] = [];
  for (const { paragraphs, runs } of plan.starts) {
    const library =
      paragraphs === 'shipped' ? 'the shipped reports' : `${paragraphs.toLocaleString('en-GB')} paragraphs`;
    const starts: Starts[] = [];
    await overReports(paragraphs, async (folder, asked = question) => {
      for (let run = 1; run <= runs; run++) {
        progress(`start over ${library}, run ${run} of ${runs}`);
        starts.push(await measureStarts(folder, asked));
      }
    });
    rows.push({ library, runs: starts });
  }
  return renderStarts(rows);
}

/** Calls `use` with a folder of reports, and where they are made up with a question about them. */
async function overReports(
  paragraphs: number | 'shipped',
  use: (folder: string, question?: string) => Promise<void>,
): Promise<void> {
  if (paragraphs === 'shipped') return use(SHIPPED.data);
  const { reports, questions } = generateText(paragraphs, 1, SEED);
  const folder = await mkdtemp(join(tmpdir(), 'pilcrow-bench-'));
  try {
    await writeReports(folder, reports);
    await use(folder, questions[0]?.question);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runReload({
  plan: { reloadParagraphs, questions: count },
  progress,
}: PartOptions): Promise<Section> {
  progress(`reload over ${reloadParagraphs} paragraphs`);
  const { reports, questions } = generateText(reloadParagraphs, count, SEED);
  const asked = questions.map(({ question }) => question);
  return renderReload(await measureReload(reports, asked), reloadParagraphs);
}

async function runLoad({ plan, progress }: PartOptions): Promise<Section> {
  progress('load');
  const questions = await shippedQuestions();
  const load = await measureLoad(SHIPPED.data, questions, plan.loadSeconds);
  progress('more than the load that can be borne');
  return renderLoad(load, await measureOverload(SHIPPED.data, questions, load.knee ?? FIRST_RATE));
}

async function runServers({ plan: { servers }, progress }: PartOptions): Promise<Section> {
  return renderServers(await measureServers(servers, SEED, progress));
}

async function runScale({ plan: { scale }, progress }: PartOptions): Promise<Section> {
  return renderScale(await measureScale({ ...scale, seed: SEED, progress }), scale.questions);
}

export async function shippedQuestions(): Promise<readonly string[]> {
  return (await loadLabelledQuestions(SHIPPED.questions)).map(({ question }) => question);
}
