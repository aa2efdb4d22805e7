import { mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findDiskErrorCode } from '../../corpus/disk-error.ts';
import { type Finding, fail, ok } from './finding.ts';

/**
 * Whether this account can write in a folder, by doing it: rights, a read-only disk and a full one all count. A folder
 * that is not there yet is made by the bot, so that the one above it counts.
 */
export async function checkWritable(name: string, folder: string): Promise<Finding> {
  const shown = `${name} ${JSON.stringify(folder)}`;
  try {
    await rmdir(await mkdtemp(join(folder, '.doctor-')));
    return ok(`${shown} can be written`);
  } catch (error) {
    const code = findDiskErrorCode(error);
    if (code === undefined) throw error;
    if (code === 'ENOENT' && dirname(folder) !== folder) return checkWritable(name, dirname(folder));
    return fail(`${shown} cannot be written (${code}): give it to the account that runs the bot`);
  }
}
