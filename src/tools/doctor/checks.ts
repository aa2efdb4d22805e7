import { mkdtemp, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { countParagraphs } from '../../corpus/report.ts';
import { findDiskErrorCode } from '../../disk-error.ts';
import { renderFault } from '../../corpus/fault.ts';
import { examinePostgres } from '../../postgres/postgres.ts';
import { SearchError } from '../../search/candidate-source.ts';
import { examineServer, type SearchPlace } from '../../search/opensearch/connect-server.ts';
import { StoreError } from '../../store-error.ts';
import { loadCorpus } from '../../corpus/load-corpus.ts';

/** What one look at the installation found. `fail`: the bot would not run, or not as wanted; the text says what to do. */
export interface Finding {
  readonly level: 'ok' | 'warn' | 'fail';
  readonly text: string;
}

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const warn = (text: string): Finding => ({ level: 'warn', text });
export const fail = (text: string): Finding => ({ level: 'fail', text });

/** One line a finding, its level first; a text of several lines is indented under its first. */
export const renderFinding = ({ level, text }: Finding): string =>
  `${level.padEnd(4)} ${text.replaceAll('\n', '\n     ')}\n`;

export interface Versions {
  /** Of this project. */
  readonly pilcrow: string;
  /** The lowest that this project runs on, such as `>=20.19`. */
  readonly wanted: string;
  /** The running one, such as `20.19.1`. */
  readonly node: string;
  readonly discordJs: string;
}

/** Whether Node is new enough; names the versions that a helper will ask for. */
export function checkVersions({ pilcrow, wanted, node, discordJs }: Versions): Finding {
  const least = wanted.replace('>=', '');
  return isAtLeast(node, least)
    ? ok(`Pilcrow ${pilcrow}, Node ${node}, discord.js ${discordJs}`)
    : fail(`Node is ${node}, wanted ${least} or newer: install it from https://nodejs.org`);
}

function isAtLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** Whether the reports load: one finding a fault. */
export async function checkData(dir: string): Promise<readonly Finding[]> {
  const { reports, faults } = await loadCorpus(dir);
  if (faults.length > 0) return faults.map((fault) => fail(renderFault(fault)));
  const paragraphs = countParagraphs(reports);
  return [ok(`${reports.length} reports with ${paragraphs} paragraphs in ${JSON.stringify(dir)}`)];
}

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

/** Whether the bot could keep what it keeps in PostgreSQL. Asks, and changes nothing. */
export async function checkDatabase(url: string): Promise<Finding> {
  try {
    return ok(`DATABASE_URL can be used: ${await examinePostgres(url)}`);
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    return fail(error.message);
  }
}

/** Whether large collections could be searched there. Asks, and changes nothing. */
export async function checkSearch(place: SearchPlace): Promise<Finding> {
  try {
    return ok(`SEARCH_URL can be used: ${await examineServer(place)}`);
  } catch (error) {
    if (!(error instanceof SearchError)) throw error;
    return fail(error.message);
  }
}
