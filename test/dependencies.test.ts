import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8'));
const versions = z.record(z.string(), z.string());
const manifest = z.object({
  license: z.string(),
  dependencies: versions,
  devDependencies: versions,
});
const project = manifest.extend({ workspaces: z.array(z.string()) }).parse(read('package.json'));
const workspaces = project.workspaces.map((folder) => ({
  folder,
  ...manifest.extend({ name: z.string(), version: z.string() }).parse(read(`${folder}/package.json`)),
}));
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
/** What stands in this project itself: its folder, those of its workspaces, and the links to them. */
const own = new Set(['', ...workspaces.flatMap(({ folder, name }) => [folder, `node_modules/${name}`])]);
const installed = Object.entries(packages).filter(([path]) => !own.has(path));

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
  '(MIT OR CC0-1.0)',
  '(MIT OR GPL-3.0-or-later)',
  '(MIT AND Zlib)',
]);
/** For what only developers install: used as it is, and passed on to nobody. */
const ALLOWED_DEV = new Set([...ALLOWED, 'MPL-2.0', 'Python-2.0', 'CC0-1.0', 'Unlicense']);

const SCRIPTS_NOT_NEEDED = new Set([
  'node_modules/esbuild',
  'node_modules/fsevents',
  // It downloads libraries for GPUs; `.npmrc` tells it not to.
  'node_modules/onnxruntime-node',
]);

describe('the dependencies', () => {
  it('are asked for by their exact versions', () => {
    const asked = [project, ...workspaces].flatMap(({ dependencies, devDependencies }) => [
      ...Object.entries(dependencies),
      ...Object.entries(devDependencies),
    ]);
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
    const several = asked.filter(([name, version]) =>
      asked.some(([other, itsVersion]) => other === name && itsVersion !== version),
    );
    expect(several).toEqual([]);
  });

  it.each(workspaces)(
    'have $name from its own folder, by a link, with what its package.json asks for',
    ({ folder, name, version, license, dependencies, devDependencies }) => {
      expect(packages[`node_modules/${name}`]).toMatchObject({ resolved: folder, link: true });
      expect(packages[folder]).toMatchObject({ version, license, dependencies, devDependencies });
      expect(project.dependencies[name]).toBe(version);
      expect(license).toBe(project.license);
    },
  );

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
    const settings = readFileSync(new URL('../.npmrc', import.meta.url), 'utf8');
    expect(settings).toMatch(/^onnxruntime-node-install=skip$/mu);
  });
});
