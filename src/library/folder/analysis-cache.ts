import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findDiskErrorCode } from '../../disk-error.ts';
import type { Log } from '../../log.ts';
import { readProgramVersion, sha256 } from '../hashes.ts';
import { type AnalysisCache, packAnalysis, unpackAnalysis } from '../packed-analysis.ts';

const ENTRY = /^[0-9a-f]{64}\.analysis(?:\.\d+)?$/u;
/** Each file begins with the SHA-256 of what follows. In bytes, as hexadecimal digits. */
const CHECKSUM_LENGTH = 64;

/** The cache of a server's own reports, or of those that all share. */
export type AnalysisCaches = (server: string | undefined) => AnalysisCache;

/** The caches of this program in `folder`, which are made when there is something to keep. Undefined: there can be none. */
export async function openAnalysisCaches(
  folder: string,
  log: Pick<Log, 'warn'>,
): Promise<AnalysisCaches | undefined> {
  try {
    const version = await readProgramVersion();
    return (server) => createAnalysisCache(join(folder, server ?? ''), version, log);
  } catch (error) {
    const why = messageOf(error);
    log.warn({ folder, why }, 'cache: not used, because the program cannot read its own sources');
    return undefined;
  }
}

/** `programVersion` is part of every entry's name, so no program reads what another one found. */
export function createAnalysisCache(
  folder: string,
  programVersion: string,
  log: Pick<Log, 'warn'>,
): AnalysisCache {
  let isWritable = true;
  const fileOf = (hash: string): string => `${sha256(`${programVersion} ${hash}`)}.analysis`;
  const said = new Set<string>();
  // What is wrong with the folder is wrong for each entry: once is enough.
  const complain = (event: string, error: unknown): void => {
    const why = messageOf(error);
    if (!said.has(event)) log.warn({ folder, why }, `cache: ${event}`);
    said.add(event);
  };

  return {
    async find(hash) {
      const file = fileOf(hash);
      let bytes: Buffer;
      try {
        bytes = await readFile(join(folder, file));
      } catch (error) {
        if (findDiskErrorCode(error) !== 'ENOENT') complain('an entry cannot be read', error);
        return undefined;
      }
      const payload = bytes.subarray(CHECKSUM_LENGTH);
      if (bytes.subarray(0, CHECKSUM_LENGTH).toString('latin1') === sha256(payload))
        return await unpackAnalysis(payload);
      log.warn({ folder, file }, 'cache: a damaged entry is ignored and made anew');
      return undefined;
    },
    async keep(hash, entry) {
      if (!isWritable) return;
      const path = join(folder, fileOf(hash));
      const payload = await packAnalysis(entry);
      // Renaming is atomic: who reads sees a whole entry or none.
      const draft = `${path}.${process.pid}`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(draft, [sha256(payload), payload]);
        await rename(draft, path);
      } catch (error) {
        isWritable = false;
        complain('entries cannot be written, so each start reads all reports anew', error);
      }
    },
    async prune(hashes) {
      const wanted = new Set(Array.from(hashes, fileOf));
      try {
        const names = await readdir(folder);
        for (const name of names) if (ENTRY.test(name) && !wanted.has(name)) await rm(join(folder, name));
      } catch (error) {
        if (findDiskErrorCode(error) !== 'ENOENT') complain('old entries cannot be removed', error);
      }
    },
  };
}

/** @throws `error` itself when it does not come from the disk: then the fault is ours and must be seen */
function messageOf(error: unknown): string {
  if (!(error instanceof Error) || findDiskErrorCode(error) === undefined) throw error;
  return error.message;
}
