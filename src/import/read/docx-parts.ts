import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import { ImportError } from '../import-error.ts';

/** Far above any report's text. In bytes, after inflating, of all parts together. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_PARTS = 2000;
/** What mammoth reads of the text. Pictures and fonts are never inflated. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/u;

/**
 * Inflates the text parts of a Word file within bounds, and puts them into an archive of their own, so that no reader
 * after this one meets a zip bomb. A part that is larger than the directory says is cut at what it says.
 *
 * @throws ImportError
 */
export function openDocx(bytes: Uint8Array): { readonly archive: Uint8Array; readonly properties: string } {
  let total = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    count += 1;
    if (count > MOST_PARTS) throw new ImportError(`the Word file has more than ${MOST_PARTS} parts`);
    if (!WANTED.test(name)) return false;
    total += originalSize;
    if (total > MOST_BYTES)
      throw new ImportError(
        `the Word file's text has more than ${MOST_BYTES / 1024 / 1024} MiB when inflated`,
      );
    return true;
  };
  const parts = unzip(bytes, filter);
  if (parts['word/document.xml'] === undefined && parts['_rels/.rels'] === undefined)
    throw new ImportError('it is not a Word file (.docx)');
  const core = parts['docProps/core.xml'];
  return {
    archive: zipSync(parts, { level: 0 }),
    properties: core === undefined ? '' : new TextDecoder().decode(core),
  };
}

function unzip(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof ImportError) throw error;
    // A locked Word file is no zip archive but an older container.
    const locked = Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    throw new ImportError(
      locked
        ? 'it is an old .doc or is locked with a password; save it as .docx without one'
        : 'the Word file is broken',
    );
  }
}
