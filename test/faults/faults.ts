import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { runTool, UsageError } from '../../src/tools/run-tool.ts';
import { RATE } from './ask-steadily.ts';
import { faults } from './list/index.ts';
import { playFault, type Row } from './play-fault.ts';
import { renderMarkdown, renderRows } from './render-rows.ts';
import { findLacking } from './servers.ts';
import { createWorld, type World } from './world.ts';
import type { Needs } from './fault.ts';

const HELP = `Play faults of Discord, of disks, files, processes and servers against the bot, ${RATE} questions a second.

  npm run --silent faults -- [--short] [--only NAME]... [--markdown] [--write]

  --short      a second each, without the reader; a few faults, unless --only names them
  --only NAME  the faults whose names contain this; may be given more than once
  --markdown   print the table as Markdown
  --write      put the rows into the table of docs/operating.md
  --help       print this

Ends with 1 when an answer was doubled, one was lost that could have been given, or the log did not name a fault.
`;

const PAGE = 'docs/operating.md';
const TABLE = /(<!-- faults -->\n)(.*?)(<!-- end of faults -->)/su;

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      short: { type: 'boolean', default: false },
      only: { type: 'string', multiple: true, default: [] },
      markdown: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { only } = values;
  const chosen = faults.filter(({ name, short = false }) =>
    only.length > 0 ? only.some((part) => name.includes(part)) : short || !values.short,
  );
  if (chosen.length === 0)
    throw new UsageError(
      `--only is ${JSON.stringify(only)}, wanted a part of one of: ${faults.map(({ name }) => `\n  ${name}`).join('')}`,
    );
  const worlds = new Map<Needs | undefined, World>();
  async function worldOf(needs: Needs | undefined): Promise<World> {
    const world =
      worlds.get(needs) ??
      (await createWorld({ seconds: values.short ? 1 : 3, reads: !values.short, ...(needs && { needs }) }));
    worlds.set(needs, world);
    return world;
  }
  const rows: Row[] = [];
  try {
    for (const fault of chosen) {
      const lacking = fault.needs && findLacking(fault.needs);
      progress(lacking === undefined ? fault.name : `left out: ${fault.name}: it needs ${lacking}`);
      if (lacking === undefined)
        rows.push(await playFault(fault, await worldOf(fault.needs), { tries: 3, progress }));
    }
  } finally {
    for (const world of worlds.values()) await world.stop();
  }
  process.stdout.write(values.markdown ? `${renderMarkdown(rows)}\n` : renderRows(rows));
  if (values.write) await writeTable(rows);
  if (rows.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
});

/** To the other stream, so that the table can be piped. */
function progress(what: string): void {
  process.stderr.write(`${what}\n`);
}

/** Puts the rows into the table of the page. */
async function writeTable(rows: readonly Row[]): Promise<void> {
  const page = await readFile(PAGE, 'utf8');
  const written = page.replace(
    TABLE,
    (_, begin: string, table: string, end: string) => `${begin}\n${renderMarkdown(rows, table)}\n\n${end}`,
  );
  await writeFile(PAGE, await format(written, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}
