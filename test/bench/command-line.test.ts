import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTempFolder } from '../support/temp-folder.ts';

/** Runs a tool to its end. */
const run = (tool: string, args: readonly string[]) =>
  new Promise<{ code: unknown; stdout: string; stderr: string }>((resolve) => {
    const command = ['--import', 'tsx', `test/bench/${tool}.ts`, ...args];
    execFile(process.execPath, command, (error, stdout, stderr) =>
      resolve({ code: error ? error.code : 0, stdout, stderr }),
    );
  });

describe('bench', () => {
  it.each([
    ['reports without questions', 'bench', ['--data', 'data'], 'wanted both --data DIR and --questions FILE'],
    ['a soak of no time', 'soak', ['--minutes', '0'], '--minutes is "0", wanted a number above 0'],
  ])('refuses %s, and ends with 2', async (_, tool, args, message) => {
    const { code, stderr } = await run(tool, args);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });

  it('prints and writes the page, with its charts, and names what was not measured', async () => {
    const folder = await createTempFolder({});
    const out = join(folder, 'page.md');
    const { code, stdout } = await run('bench', ['--quick', '--only', 'quality', '--out', out]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/\| FlexSearch +\| +\d+\.\d/);
    expect(stdout).toContain('## load\n\nNot measured in this run.');
    expect(await readFile(out, 'utf8')).toBe(stdout);
    expect(await readFile(join(folder, 'benchmarks', 'quality.svg'), 'utf8')).toContain('FlexSearch');
  });
});
