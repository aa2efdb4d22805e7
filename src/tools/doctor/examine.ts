import { dirname } from 'node:path';
import { type Config, ConfigError, parseConfig } from '../../config.ts';
import type { Command } from '../../discord/command.ts';
import { checkDiscord } from './check-discord.ts';
import { checkData, checkVersions, checkWritable, type Finding, fail, ok, type Versions } from './checks.ts';

/** The folders that the bot writes to, by the variable that names each. */
const writtenFolders = ({ store, cacheDir }: Config) =>
  new Map([
    ...(store.kind === 'file' ? [['STORE', dirname(store.file)] as const] : []),
    ...(cacheDir === undefined ? [] : [['CACHE_DIR', cacheDir] as const]),
  ]);

/** Looks at everything that a start depends on, and goes on after what fails. */
export async function examine(
  env: Readonly<Record<string, string | undefined>>,
  commands: readonly Command[],
  versions: Versions,
): Promise<readonly Finding[]> {
  const config = readConfig(env);
  if (config instanceof ConfigError) return [checkVersions(versions), ...config.faults.map(fail)];
  return [
    checkVersions(versions),
    ok('The environment is valid'),
    ...(await checkData(config.dataDir)),
    ...(await Promise.all([...writtenFolders(config)].map(([name, folder]) => checkWritable(name, folder)))),
    ...(await checkDiscord(config, commands)),
  ];
}

function readConfig(env: Readonly<Record<string, string | undefined>>): Config | ConfigError {
  try {
    return parseConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
}
