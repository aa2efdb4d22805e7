import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';
import { readImageRecipe } from '../support/dockerfile.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const run = promisify(execFile);

describe('ops/Dockerfile', () => {
  it('has no fault that a linter knows', async () => {
    expect(validate(await readFile('ops/Dockerfile', 'utf8'))).toEqual([]);
    expect(validate('FROM node\nRUNN x\n')).not.toEqual([]);
  });

  it('builds in stages, runs as an account without rights, and tells its health', async () => {
    const text = await readFile('ops/Dockerfile', 'utf8');
    const { user, healthcheck } = await readImageRecipe('ops/Dockerfile');
    const bases = [...text.matchAll(/^FROM (node:\d+\.\d+\.\d+-bookworm-slim@sha256:[\da-f]{64})(?: |$)/gm)];
    expect(bases).toHaveLength(2);
    expect(new Set(bases.map(([, base]) => base)).size).toBe(1);
    expect(user).toBe('node');
    expect(healthcheck[0]).toBe('node');
    expect(text).toContain('npm ci --omit=dev --ignore-scripts');
  });

  it('takes into the image only what stands in its allow-list', async () => {
    const ignore = (await readFile('ops/Dockerfile.dockerignore', 'utf8')).split('\n');
    const { copied } = await readImageRecipe('ops/Dockerfile');
    expect(ignore).toContain('*');
    expect(copied.filter((path) => !ignore.includes(`!${path}`))).toEqual([]);
    expect(ignore.join('\n')).not.toContain('!.env');
  });
});

const systemdAnalyze = '/usr/bin/systemd-analyze';

// systemd's own linter comes with systemd alone.
describe.runIf(existsSync(systemdAnalyze))('ops/pilcrow.service', () => {
  /** The unit as it is, but with the Node that is here: the linter looks whether its programs exist. */
  const unitHere = async (change: (unit: string) => string = (unit) => unit) => {
    const unit = (await readFile('ops/pilcrow.service', 'utf8')).replace('/usr/bin/node', process.execPath);
    return join(await createTempFolder({ 'pilcrow.service': change(unit) }), 'pilcrow.service');
  };

  it('has no fault that systemd knows', async () => {
    const { stderr } = await run(systemdAnalyze, ['verify', '--man=no', await unitHere()]);
    expect(stderr).toBe('');
  });

  it('would have one with a misspelt key', async () => {
    const planted = await unitHere((unit) => unit.replace('NoNewPrivileges', 'NoNewPrivilege'));
    const { stderr } = await run(systemdAnalyze, ['verify', '--man=no', planted]);
    expect(stderr).toContain('NoNewPrivilege');
  });

  it('gives the bot few rights, as systemd judges them', async () => {
    // In tenths; up to 2.0 systemd calls the exposure OK.
    const judged = run(systemdAnalyze, ['security', '--offline=true', '--threshold=20', await unitHere()]);
    await expect(judged).resolves.toBeDefined();
  });
});
