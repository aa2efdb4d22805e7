import { spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runTool } from './run-tool.ts';
import { UsageError } from './usage-error.ts';

const HELP = `Run every property test many times, each round on other cases.

  npm run fuzz -- [--rounds N] [--seed N]

  --rounds N   how often (default: 20)
  --seed N     the seed of the first round, to see a failure again (default: by chance); the next ones count on
  --help       print this

Prints the seed of each round, stops at the first failure, and ends with its exit code.
`;

await runTool(HELP, async () => {
  const { values } = parseArgs({
    options: {
      rounds: { type: 'string', default: '20' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  const rounds = parseCount('--rounds', values.rounds);
  const first = values.seed === undefined ? randomInt(2 ** 31) : parseCount('--seed', values.seed);
  const files = await findPropertyTests('test');
  for (let round = 0; round < rounds; round += 1) {
    const seed = first + round;
    process.stdout.write(`Round ${round + 1} of ${rounds}, ${files.length} files, --seed ${seed}\n`);
    const code = await runTests(files, seed);
    if (code === 0) continue;
    process.stdout.write(`Failed. To see it again: npm run fuzz -- --rounds 1 --seed ${seed}\n`);
    process.exitCode = code;
    return;
  }
});

function parseCount(option: string, text: string): number {
  if (/^\d{1,10}$/u.test(text)) return Number(text);
  throw new UsageError(`${option} is ${JSON.stringify(text)}, wanted a whole number`);
}

/** The tests that make their cases up. */
async function findPropertyTests(folder: string): Promise<readonly string[]> {
  const files: string[] = [];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (path.endsWith('.test.ts') && (await readFile(path, 'utf8')).includes("from 'fast-check'"))
      files.push(path);
  }
  return files.sort();
}

function runTests(files: readonly string[], seed: number): Promise<number> {
  const vitest = join('node_modules', 'vitest', 'vitest.mjs');
  const child = spawn(process.execPath, [vitest, 'run', '--reporter=dot', ...files], {
    stdio: 'inherit',
    env: { ...process.env, FUZZ_SEED: String(seed) },
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code ?? 1));
  });
}
