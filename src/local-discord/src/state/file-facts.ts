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

interface ImageSize {
  readonly width: number;
  readonly height: number;
}

const isAt = (bytes: Uint8Array, offset: number, text: string): boolean =>
  Array.from(text, (character) => character.charCodeAt(0)).every(
    (code, index) => bytes[offset + index] === code,
  );

/** The frame header of a JPEG, found by walking its segments. */
const jpegSize = (view: DataView): ImageSize | undefined => {
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff;) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    at += 2 + view.getUint16(at + 2);
  }
  return undefined;
};

/** WebP has three forms: lossy, lossless and extended. */
const webpSize = (bytes: Uint8Array, view: DataView): ImageSize | undefined => {
  if (isAt(bytes, 12, 'VP8 '))
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
  if (isAt(bytes, 12, 'VP8L')) {
    const packed = view.getUint32(21, true);
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 };
  }
  const uint24 = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16);
  return isAt(bytes, 12, 'VP8X') ? { width: uint24(24) + 1, height: uint24(27) + 1 } : undefined;
};

/** Bytes that hold the size in every format but JPEG. */
const HEADER = 30;

/** Pixels of a PNG, GIF, JPEG or WebP, read from its header; undefined for anything else, and for one cut short. */
export const imageSize = (bytes: Uint8Array): ImageSize | undefined => {
  if (bytes.length < HEADER) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isAt(bytes, 0, '\u0089PNG\r\n\u001a\n'))
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (isAt(bytes, 0, 'GIF8')) return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
  if (isAt(bytes, 0, '\u00ff\u00d8')) return jpegSize(view);
  return isAt(bytes, 0, 'RIFF') && isAt(bytes, 8, 'WEBP') ? webpSize(bytes, view) : undefined;
};
