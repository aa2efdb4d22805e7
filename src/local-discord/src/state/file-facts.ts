import type { APIAttachment } from 'discord-api-types/v10';
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';

type CleanName = Pick<APIAttachment, 'filename' | 'title'>;

const splitName = (name: string): readonly [stem: string, extension: string] => {
  const dot = name.lastIndexOf('.');
  return dot > 0 && !/[/\\]/.test(name.slice(dot)) ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
};

/** Characters of a name made up for one that has no Latin letters. */
const HASH_CHARACTERS = 16;

const isLost = (decomposed: string): boolean => /(?![a-z])\p{L}/iu.test(decomposed);

const cleanse = (decomposed: string): string => {
  let clean = decomposed
    .split(/[\s/\\]/)
    .filter((word) => word !== '')
    .join('_')
    .replaceAll(/[^\w.-]/g, '');
  while (/^[._]/.test(clean)) clean = clean.slice(1);
  while (/[._]$/.test(clean)) clean = clean.slice(0, -1);
  return clean;
};

/**
 * The name under which Discord keeps a file: accents and signs off, `_` for white space, none at the ends; 16 hex digits
 * instead of a name in other letters. `title`, when the name had to change, is what came, without its extension.
 * From issues 7754 and 6945 of discord-api-docs.
 */
export const cleanName = (name: string): CleanName => {
  const [stem, extension] = splitName(name);
  const decomposed = stem.normalize('NFKD');
  const clean = isLost(decomposed) ? '' : cleanse(decomposed);
  const kept =
    clean === '' ? createHash('sha256').update(name).digest('hex').slice(0, HASH_CHARACTERS) : clean;
  const ending = cleanse(extension.normalize('NFKD'));
  const filename = ending === '' ? kept : `${kept}.${ending}`;
  return filename === name ? { filename } : { filename, title: stem };
};

const REFERENCE = 'attachment://';

/** The kept name of the file that an address such as `attachment://notes.txt` means; undefined for any other address. */
export const referencedName = (url: string): string | undefined =>
  url.startsWith(REFERENCE) ? cleanName(url.slice(REFERENCE.length)).filename : undefined;

const typeOfExtension: Readonly<Record<string, string>> = {
  '.txt': 'text/plain',
  '.log': 'text/plain',
  '.md': 'text/markdown',
  '.csv': 'text/csv',
  '.htm': 'text/html',
  '.html': 'text/html',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.pdf': 'application/pdf',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.odt': 'application/vnd.oasis.opendocument.text',
  '.epub': 'application/epub+zip',
  '.zip': 'application/zip',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.mp3': 'audio/mpeg',
  '.mp4': 'video/mp4',
};

/** A file's media type: as given, else by its name; text in UTF-8 says so. Undefined when nothing tells. */
export const contentType = (name: string, given: string, bytes: Uint8Array): string | undefined => {
  const isGiven = given !== '' && given !== 'application/octet-stream';
  const type = isGiven ? given : typeOfExtension[splitName(name)[1].toLowerCase()];
  const needsCharset = type?.startsWith('text/') && !type.includes('charset') && isUtf8(bytes);
  return needsCharset ? `${type}; charset=utf-8` : type;
};
