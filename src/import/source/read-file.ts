import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { explainDiskError } from '../../corpus/disk-error.ts';
import { ImportError } from '../raw-article.ts';
import { checkSize, FORMATS, formatOfName, type Source } from './source.ts';

/** A named pipe must not hang the import, and a link that is swapped in is not followed. */
const FLAGS = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW;

/** An open file: only what reading a source needs. */
export type OpenSource = Pick<FileHandle, 'stat' | 'read' | 'close'>;

const openSource = (path: string): Promise<OpenSource> => open(path, FLAGS);

/** @throws ImportError when there is no such file, or we do not read its format */
export async function readSourceFile(path: string, openFile = openSource): Promise<Source> {
  const format = formatOfName(path);
  if (format === undefined) throw new ImportError(`its name does not end with ${FORMATS}`);
  try {
    const folder = await realpath(dirname(path));
    const real = await realpath(join(folder, basename(path)));
    if (!real.startsWith(folder.endsWith(sep) ? folder : folder + sep))
      throw new ImportError('it is a symbolic link that leads out of its folder, wanted the file itself');
    const file = await openFile(real);
    try {
      return { bytes: await readWhole(file), format };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`it cannot be read: ${explainDiskError(error)}`);
  }
}

/** Reads what the file said it holds, and asks it again afterwards. */
async function readWhole(file: OpenSource): Promise<Uint8Array> {
  const before = await file.stat();
  if (!before.isFile()) throw new ImportError('it is not a file');
  checkSize(before.size);
  const bytes = Buffer.alloc(before.size);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  const after = await file.stat();
  if (filled < bytes.length || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new ImportError('it changed while it was read; try again when it is complete');
  return bytes;
}
