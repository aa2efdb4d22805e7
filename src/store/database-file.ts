import { mkdir, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { APPLICATION_ID } from './schema.ts';

// https://sqlite.org/fileformat.html#the_database_header
const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const APPLICATION_ID_AT = 68;

/** What stands at a path, told from its first bytes, so that another program's database is not even opened. */
export type DatabaseFile = 'none' | 'ours' | 'foreign' | 'damaged';

/** Creates the folder when there is none. @throws the file system's error. */
export async function inspectFile(file: string): Promise<DatabaseFile> {
  await mkdir(dirname(file), { recursive: true });
  const header = await readHeader(file);
  // SQLite fills an empty file as it does a missing one.
  if (header === undefined || header.length === 0) return 'none';
  if (header.length < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) return 'damaged';
  return header.readUInt32BE(APPLICATION_ID_AT) === APPLICATION_ID ? 'ours' : 'foreign';
}

async function readHeader(file: string): Promise<Buffer | undefined> {
  const handle = await open(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!handle) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** Renames the file, and what SQLite keeps beside it, to names with the time in them. Gives the file's new name. */
export async function setAside(file: string, now: number): Promise<string> {
  // Colons may not stand in file names on Windows.
  const aside = `${file}.damaged-${new Date(now).toISOString().replaceAll(':', '-')}`;
  await rename(file, aside);
  // A log of the damaged file would be taken for one of the new file.
  for (const suffix of ['-wal', '-shm', '-journal']) {
    await rename(file + suffix, aside + suffix).catch((error: unknown) => {
      if (!isMissing(error)) throw error;
    });
  }
  return aside;
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';
