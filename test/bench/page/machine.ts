import { readFile } from 'node:fs/promises';
import { availableParallelism, cpus, release, totalmem, type as systemType } from 'node:os';
import { z } from 'zod';

/** What a figure depends on, in a few words: processor, memory, system, Node. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? '';
  return [
    `${availableParallelism()} × ${model === '' || model === 'unknown' ? process.arch : model}`,
    `${Math.round(totalmem() / 1e9)} GB`,
    `${systemType()} ${release()}`,
    `Node ${process.version.slice(1)}`,
  ].join(', ');
}

const manifest = z.object({ version: z.string() });

/** The version of an installed package, or our own. */
export async function loadVersion(name?: string): Promise<string> {
  const path = `../../../${name === undefined ? '' : `node_modules/${name}/`}package.json`;
  return manifest.parse(JSON.parse(await readFile(new URL(path, import.meta.url), 'utf8'))).version;
}
