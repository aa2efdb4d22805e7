import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { runTool } from './run-tool.ts';

const HELP = `List the packages that the bot runs on, with version and licence, from package-lock.json.

  npm run --silent licences

  --help       print this
`;

const lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      version: z.string(),
      dev: z.boolean().default(false),
      license: z.string().default('not named'),
    }),
  ),
});

await runTool(HELP, async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const { packages } = lock.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  const lines = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, { version, license }]) => `${nameOf(path)} ${version}: ${license}\n`);
  process.stdout.write(lines.sort().join(''));
});

/** The package in `node_modules/a/node_modules/@b/c` is `@b/c`. */
function nameOf(path: string): string {
  const folder = 'node_modules/';
  return path.slice(path.lastIndexOf(folder) + folder.length);
}
