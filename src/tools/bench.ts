import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
// oxlint-disable-next-line no-restricted-imports -- here it is the rival, not our way to find paragraphs
import MiniSearch from 'minisearch';
import { createLexicalRanker } from '../search/lexical-ranker.ts';
import { slice } from '../corpus/span.ts';
import type { Report } from '../corpus/report.ts';
import { timeRendering } from './bench-rendering.ts';
import { createBenchText } from './bench-text.ts';
import { measureCachedStart } from './bench/cached-start.ts';
import { measureReload } from './bench/reload.ts';
import { renderReload } from './bench/render-reload.ts';
import { watchHolds } from './bench/watch-holds.ts';
import { runTool } from './run-tool.ts';
import { UsageError } from './usage-error.ts';

const HELP = `Measure speed and memory on made-up reports, beside MiniSearch alone with its defaults on the same text.

  npm run --silent bench -- [--paragraphs N]...
  npm run --silent bench -- --reload [--paragraphs N]

  --paragraphs N   size of the library; may be given more than once (default: 646, 10000 and 100000)
  --reload         measure a reload under load, and a start from the cache, instead (default: 10000 paragraphs)
  --help           print this

Every question asks for a few words of one paragraph, in the library as a whole. First comes the time from an answer to
its message, for the suggested questions of data/.
`;

const SIZES = ['646', '10000', '100000'];
const RELOAD_SIZE = '10000';
const QUESTIONS = 200;
/** Not counted: the first questions pay for the compiler. */
const WARM_UP = 40;
const SEED = 1;

interface Engine {
  readonly name: string;
  /** Returns a search for the key (paragraph number less 1) that stands first. */
  build(reports: readonly Report[]): Promise<(question: string) => Promise<string | undefined>>;
}

const pilcrow: Engine = {
  name: 'pilcrow',
  build: async (reports) => {
    const ranker = await createLexicalRanker(reports);
    return async (question) => {
      const first = (await ranker.rank(question, { limit: 10 })).paragraphs[0];
      return first && `${first.report.id} ${first.paragraph.number}`;
    };
  },
};

const miniSearch: Engine = {
  name: 'minisearch',
  build: async (reports) => {
    const index = new MiniSearch({ fields: ['text'] });
    const texts = reports.flatMap(({ id, body, paragraphs }) =>
      paragraphs.map(({ number, span }) => ({ id: `${id} ${number}`, text: slice(body, span) })),
    );
    await index.addAllAsync(texts, { chunkSize: 20 });
    return async (question) => {
      const first = index.search(question)[0];
      return first && String(first.id);
    };
  },
};

interface Built {
  readonly name: string;
  readonly search: (question: string) => Promise<string | undefined>;
  readonly build: number;
  readonly longest: number;
  /** Of the whole process, once built. */
  readonly resident: number;
  readonly times: number[];
  right: number;
}

/** Asks both engines each question in turn, so that what else the machine does falls on both. */
async function run(size: number): Promise<string> {
  const { reports, questions } = createBenchText(size, QUESTIONS, SEED);
  // Ours first: then its memory is without MiniSearch's.
  const engines = [await build(pilcrow, reports), await build(miniSearch, reports)];
  for (const { question } of questions.slice(0, WARM_UP)) {
    for (const { search } of engines) await search(question);
  }
  for (const { question, place } of questions) {
    for (const engine of engines) {
      const asked = performance.now();
      const first = await engine.search(question);
      engine.times.push(performance.now() - asked);
      if (first === place) engine.right++;
    }
  }
  return engines.map((engine) => renderRow(size, questions.length, engine)).join('');
}

async function build(engine: Engine, reports: readonly Report[]): Promise<Built> {
  const blocks = watchHolds();
  const start = performance.now();
  const search = await engine.build(reports);
  const took = performance.now() - start;
  const longest = blocks.stop();
  return {
    name: engine.name,
    search,
    build: took,
    longest,
    resident: process.memoryUsage().rss,
    times: [],
    right: 0,
  };
}

async function runReload(size: number): Promise<string> {
  const { reports, questions } = createBenchText(size, QUESTIONS, SEED);
  const asked = questions.map(({ question }) => question);
  const start = await measureCachedStart(reports, asked[0] ?? '');
  return renderReload(await measureReload(reports, asked), start);
}

function renderRow(
  size: number,
  asked: number,
  { name, build, longest, resident, times, right }: Built,
): string {
  const sorted = times.toSorted((a, b) => a - b);
  const cells = [
    String(size).padEnd(10),
    name.padEnd(10),
    build.toFixed(0).padStart(8),
    longest.toFixed(0).padStart(16),
    quantile(sorted, 0.5).padStart(9),
    quantile(sorted, 0.99).padStart(7),
    `${((100 * right) / asked).toFixed(1)} %`.padStart(11),
    (resident / 1e6).toFixed(0).padStart(11),
  ];
  return `${cells.join('  ')}\n`;
}

const quantile = (sorted: readonly number[], share: number): string =>
  (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(2);

function parseSize(text: string): number {
  const size = Number(text);
  if (Number.isSafeInteger(size) && size > 0) return size;
  throw new UsageError(`--paragraphs is ${JSON.stringify(text)}, wanted a whole number from 1`);
}

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      paragraphs: { type: 'string', multiple: true },
      reload: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return void process.stdout.write(HELP);
  if (values.reload) {
    const [size = RELOAD_SIZE] = values.paragraphs ?? [];
    return void process.stdout.write(await runReload(parseSize(size)));
  }
  const rendering = await timeRendering('data');
  process.stdout.write(
    `rendering one answer: median ${quantile(rendering, 0.5)} ms, p99 ${quantile(rendering, 0.99)} ms\n\n`,
  );
  process.stdout.write(
    'paragraphs  engine      build ms  longest block ms  median ms  p99 ms  right first  resident MB\n',
  );
  for (const size of (values.paragraphs ?? SIZES).map(parseSize)) process.stdout.write(await run(size));
});
