import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const versions = z.record(z.string(), z.string());
const project = z.object({ dependencies: versions, devDependencies: versions }).parse(read('package.json'));
const { packages } = z
  .object({
    packages: z.record(
      z.string(),
      z.looseObject({
        dev: z.boolean().default(false),
        license: z.string().optional(),
        integrity: z.string().optional(),
        hasInstallScript: z.boolean().default(false),
      }),
    ),
  })
  .parse(read('package-lock.json'));
const installed = Object.entries(packages).filter(([path]) => path !== '');

/** Licences that let us use and pass on a package under our own, as the packages write them. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'Apache License',
  'BlueOak-1.0.0',
  // As written by old packages: the two or three clauses.
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  // Taken as MIT.
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
]);
/** For what only developers install: used as it is, and passed on to nobody. */
const ALLOWED_DEV = new Set([...ALLOWED, 'MPL-2.0', 'Python-2.0', 'CC0-1.0', 'Unlicense']);

const SCRIPTS_NOT_NEEDED = new Set(['node_modules/esbuild', 'node_modules/fsevents']);

describe('the dependencies', () => {
  it('are asked for by their exact versions', () => {
    const loose = Object.entries({ ...project.dependencies, ...project.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+$/u.test(version),
    );
    expect(loose).toEqual([]);
  });

  it('are locked by the hash of their content', () => {
    expect(installed.filter(([, { integrity = '' }]) => !/^sha\d+-/u.test(integrity))).toEqual([]);
  });

  it('have licences that allow what we do with them', () => {
    const refused = installed
      .filter(([, { dev, license = 'none' }]) => !(dev ? ALLOWED_DEV : ALLOWED).has(license))
      .map(([path, { license }]) => `${path}: ${license}`);
    expect(refused).toEqual([]);
  });

  it('have no install script that the bot needs', () => {
    const scripts = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
    expect(scripts.filter((path) => !SCRIPTS_NOT_NEEDED.has(path))).toEqual([]);
  });
});
