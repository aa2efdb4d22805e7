import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { runInProcess } from '../support/run-in-process.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { bench } from './bench.ts';
import { soak } from './soak.ts';

describe('bench', () => {
  it.each([
    ['reports without questions', bench, ['--data', 'data'], 'wanted both --data DIR and --questions FILE'],
    ['a soak of no time', soak, ['--minutes', '0'], '--minutes is "0", wanted a number above 0'],
  ])('refuses %s, and ends with 2', async (_, tool, args, message) => {
    const { code, stderr } = await runInProcess(tool, args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('prints and writes the page, with its charts, and names what was not measured', async () => {
    const folder = await createTempFolder({});
    const out = join(folder, 'page.md');
    const args = ['--quick', '--only', 'quality', '--out', out];
    const program = ['--import', 'tsx', 'test/bench/bench.ts', ...args];
    const { stdout } = await promisify(execFile)(process.execPath, program);
    expect(stdout).toMatch(/\| FlexSearch +\| +\d+\.\d/);
    expect(stdout).toContain('## load\n\nNot measured in this run.');
    expect(await readFile(out, 'utf8')).toBe(stdout);
    expect(await readFile(join(folder, 'benchmarks', 'quality.svg'), 'utf8')).toContain('FlexSearch');
  });
});
