import { parseArgs } from 'node:util';
import { contenders } from './contenders/index.ts';
import { describeMachine } from './page/machine.ts';
import { renderPage, writePage } from './page/page.ts';
import {
  FULL,
  parsePart,
  parseSize,
  type Part,
  PARTS,
  QUICK,
  WHOLE,
  withScale,
  withServers,
  withSizes,
} from './plan.ts';
import { runPart } from './run-part.ts';
import type { Section } from './page/section.ts';
import { argsOf, isProgram, runTool, type Terminal, UsageError } from '../../src/tools/run-tool.ts';

const HELP = `Measure quality, speed and memory beside other search libraries, and the bot itself from question to message.

  npm run --silent bench -- [--quick] [--only PART]... [--paragraphs N]... [--servers N] [--scale] [--scale-paragraphs N]... [--data DIR --questions FILE] [--out FILE]

  --quick           a minute or two instead of twelve
  --only PART       ${PARTS.join(', ')}; may be given more than once
  --paragraphs N    sizes of library for speed and memory (default: ${FULL.speed.map(({ paragraphs }) => paragraphs).join(', ')})
  --servers N       servers with reports of their own, up to 1,000 (default: ${FULL.servers.count})
  --scale           --only scale: a large collection in memory and in OpenSearch, for which bash
                    test/support/opensearch/fetch-jars.sh fetches the server; not part of a whole run
  --scale-paragraphs N  its sizes (default: ${FULL.scale.sizes.join(', ')}); above 200,000 in OpenSearch alone
  --data DIR        folder of the reports for quality (default: data)
  --questions FILE  what is asked of them, in the format of eval (default: test/eval/questions.jsonl)
  --out FILE        write the page there, and its charts beside it; a whole run writes docs/benchmarks.md
  --help            print this

Beside Pilcrow: ${contenders
  .slice(1)
  .map(({ name }) => name)
  .join('; ')}.
`;

const PAGE = 'docs/benchmarks.md';

export const bench = async (terminal?: Terminal): Promise<void> => runTool(HELP, measureAll, terminal);

async function measureAll(terminal: Terminal): Promise<void> {
  const { args } = argsOf(terminal);
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      paragraphs: { type: 'string', multiple: true, default: [] },
      servers: { type: 'string' },
      scale: { type: 'boolean', default: false },
      'scale-paragraphs': { type: 'string', multiple: true, default: [] },
      data: { type: 'string' },
      questions: { type: 'string' },
      out: { type: 'string' },
    },
  });
  if ((values.data === undefined) !== (values.questions === undefined))
    throw new UsageError('wanted both --data DIR and --questions FILE, or neither; see --help');
  const { data = 'data', questions = 'test/eval/questions.jsonl' } = values;
  const parts: readonly Part[] = [...values.only.map(parsePart), ...(values.scale ? ['scale' as const] : [])];
  const sized = withSizes(values.quick ? QUICK : FULL, values.paragraphs.map(parseSize));
  const plan = withScale(withServers(sized, values.servers), values['scale-paragraphs']);
  const sections: Section[] = [];
  for (const part of PARTS.filter((each) => parts.includes(each) || WHOLE.some((one) => one === each))) {
    sections.push(
      parts.length === 0 || parts.includes(part)
        ? await runPart(part, { plan, data, questions, progress })
        : { title: part, text: 'Not measured in this run.', charts: [] },
    );
  }
  const page = await renderPage(sections, {
    machine: describeMachine(),
    date: new Date().toISOString().slice(0, 10),
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
  });
  terminal.stdout.write(page);
  const out = values.out ?? (args.length === 0 ? PAGE : undefined);
  if (out !== undefined) await writePage(out, page, sections);
}

/** To the other stream, so that what is measured can be piped. */
function progress(what: string): void {
  process.stderr.write(`${what}\n`);
}

if (isProgram(import.meta.url)) await bench();
