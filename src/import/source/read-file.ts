import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { explainDiskError } from '../../disk-error.ts';
import { type OpenReport, reportDisk } from '../../corpus/read-report-file.ts';
import { ImportError } from '../raw-article.ts';
import { checkSize, FORMATS, formatOfName, type Source } from './source.ts';

/** @throws ImportError when there is no such file, or we do not read its format */
export async function readSourceFile(path: string, openFile = reportDisk.open): Promise<Source> {
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

/** Asks the file again afterwards whether it still holds what was read. */
async function readWhole(file: OpenReport): Promise<Uint8Array> {
  const before = await file.stat();
  if (!before.isFile()) throw new ImportError('it is not a file');
  checkSize(before.size);
  const bytes = await file.readFile();
  const after = await file.stat();
  if (bytes.length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs)
    throw new ImportError('it changed while it was read; try again when it is complete');
  return bytes;
}
