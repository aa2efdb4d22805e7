import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'dotenv';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { startLocalDiscord } from 'local-discord';
import { type ImageRecipe, readImageRecipe } from '../support/dockerfile.ts';
import { startCommand } from '../support/process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const run = promisify(execFile);
const lock = z.object({ packages: z.record(z.string(), z.looseObject({ dev: z.boolean().optional() })) });

/** Root tries the rights of an account that has none; anybody else has only their own to try. */
const UNPRIVILEGED = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups', '--no-new-privs'];
const isRoot = process.getuid?.() === 0;
const asNobody = (command: readonly string[]): readonly string[] =>
  isRoot ? [...UNPRIVILEGED, ...command] : command;

/** What the image holds: the files that the Dockerfile copies, and the packages that `npm ci --omit=dev` installs. */
async function copyImage({ copied }: ImageRecipe, folder: string): Promise<void> {
  const { packages } = lock.parse(JSON.parse(await readFile('package-lock.json', 'utf8')));
  const needed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  const installed: string[] = [];
  for (const [path] of needed)
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      installed.push(path);
  // With --parents a package keeps its place, and a nested one too.
  await run('cp', ['--recursive', '--parents', ...copied, ...installed, folder]);
}

// These commands are for Linux, and so is their test.
describe.runIf(process.platform === 'linux')('the start command', () => {
  let recipe: ImageRecipe;
  let folder: string;
  /** The one place where the bot may write. */
  let kept: string;

  beforeAll(async () => {
    recipe = await readImageRecipe('ops/Dockerfile');
    folder = await mkdtemp(join(tmpdir(), 'pilcrow-image-'));
    await copyImage(recipe, folder);
    await mkdir(join(folder, 'tmp'));
    await run('chmod', ['--recursive', 'a-w,a+rX', folder]);
    kept = await mkdtemp(join(tmpdir(), 'pilcrow-kept-'));
    if (isRoot) await run('chown', ['65534:65534', kept]);
  });
  afterAll(async () => {
    await run('chmod', ['--recursive', 'u+w', folder]);
    await rm(folder, { recursive: true });
    await rm(kept, { recursive: true });
  });

  it('is the same in the image and in the unit, and so is what it may write', async () => {
    const unit = await readFile('ops/pilcrow.service', 'utf8');
    for (const name of ['STORE', 'CACHE_DIR']) expect(unit).toContain(`${name}=${recipe.env[name]}`);
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(await readFile('package.json', 'utf8')));
    expect(recipe.command.join(' ')).toBe(scripts['start']);
    expect(unit).toContain(`\nExecStart=/usr/bin/${recipe.command.join(' ')}\n`);
  });

  /** Runs a command of the image, in its folder, from files and packages that the account cannot write. */
  function startAsNobody(command: readonly string[], env: Readonly<Record<string, string>>) {
    const [program = '', ...args] = asNobody(command);
    // Not even a place for temporary files.
    return startCommand(program, args, { TMPDIR: join(folder, 'tmp'), HOME: '/nonexistent', ...env }, folder);
  }

  /** The start command, on a Discord of its own. */
  async function start(env: Readonly<Record<string, string>>) {
    const discord = await startLocalDiscord();
    onTestFinished(() => discord.stop());
    return startAsNobody(recipe.command, {
      ...recipe.env,
      STORE: join(kept, 'pilcrow.db'),
      CACHE_DIR: join(kept, 'cache'),
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      HEALTH_PORT: '0',
      READER: 'off',
      ...env,
    });
  }

  /** The variables that the unit and the image set, with the folder of this test for the bot's own, and any free port. */
  const setBy = async (): Promise<readonly (readonly [string, Readonly<Record<string, string>>])[]> => {
    const unit = await readFile('ops/pilcrow.service', 'utf8');
    const ofUnit = [...unit.matchAll(/^Environment=(.*)$/gm)].flatMap((line) => line[1]?.split(' ') ?? []);
    const here = (variables: string) => parse(variables.replaceAll('/var/lib/pilcrow', kept));
    const ofImage = Object.entries({ ...recipe.env, HEALTH_PORT: '0' }).map(
      ([name, value]) => `${name}=${value}`,
    );
    return [
      ['unit', here(ofUnit.join('\n'))],
      ['image', here(ofImage.join('\n'))],
    ];
  };

  it('starts by the recipe of docs/operating.md: the example copied, the token filled in, the rest as it was set', async () => {
    expect(await readFile('docs/operating.md', 'utf8')).toContain('install -m 600 .env.example .env ');
    for (const [name, variables] of await setBy()) {
      const discord = await startLocalDiscord();
      onTestFinished(() => discord.stop());
      const example = (await readFile('.env.example', 'utf8'))
        .replace(/^DISCORD_TOKEN=$/m, `DISCORD_TOKEN=${discord.token}`)
        .replace(/^#DISCORD_API_URL=$/m, `DISCORD_API_URL=${discord.apiUrl}`);
      // Both systemd and Docker let the file win over what they set themselves.
      const bot = startAsNobody(recipe.command, { ...variables, ...parse(example) });
      await bot.printed(/"event":"connected"/);
      const [, port] = /"port":(\d+),"event":"health server listens"/.exec(bot.output()) ?? [];
      expect(port !== undefined).toBe(name === 'image');
      const probe = () => startAsNobody(recipe.healthcheck, { HEALTH_PORT: port ?? '' });
      const healthy = port === undefined ? undefined : probe();
      expect(healthy && [await healthy.exited, healthy.output()]).toEqual(healthy && [0, '']);
      bot.child.kill('SIGTERM');
      expect(await bot.exited).toBe(0);
      expect(bot.output()).not.toMatch(/EACCES|EROFS|EPERM|cannot be written/);
      expect(await readdir(kept)).toEqual(expect.arrayContaining(['cache', 'pilcrow.db']));
      expect(healthy && (await probe().exited)).toBe(healthy && 1);
    }
  });

  it('starts without a cache that it may not write, and reloads no file that it may not read', async () => {
    const data = await createTempFolder({ 'ferry.md': '---\ntitle: Ferry\n---\n\nThe ferry sank.\n' });
    await chmod(data, 0o755);
    const bot = await start({ DATA_DIR: data, CACHE_DIR: join(folder, 'cache') });
    await bot.printed(/"event":"connected"/);
    await bot.printed(/"event":"cache: entries cannot be written/);
    await writeFile(join(data, 'storm.md'), '---\ntitle: Storm\n---\n\nIt blew.\n', { mode: 0 });
    bot.child.kill('SIGHUP');
    await bot.printed(/storm\.md.*this account may not read it.*"event":"reload failed"/);
    await chmod(join(data, 'storm.md'), 0o644);
    bot.child.kill('SIGHUP');
    await bot.printed(/"added":\["storm"\].*"event":"reloaded"/);
    bot.child.kill('SIGTERM');
    expect(await bot.exited).toBe(0);
  });

  it('ends with a sentence about a store that it may not write', async () => {
    const bot = await start({ STORE: join(folder, 'pilcrow.db') });
    expect(await bot.exited).toBe(1);
    expect(bot.output()).toMatch(/^Cannot open the store ".*pilcrow\.db": .*that the bot may write to$/m);
  });

  it('stands in a folder that this account cannot write', async () => {
    const attempt = startAsNobody(['touch', join(folder, 'src', 'planted.ts')], {});
    expect(await attempt.exited).not.toBe(0);
    await expect(access(join(folder, 'src', 'planted.ts'), constants.F_OK)).rejects.toThrow('ENOENT');
  });
});
