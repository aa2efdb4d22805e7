import { extname } from 'node:path';
import { ImportError } from '../raw-article.ts';

export type SourceFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'docx';

/** What was given to import, fetched and not yet read. */
export interface Source {
  readonly bytes: Uint8Array;
  readonly format: SourceFormat;
  /** The encoding that HTTP names. */
  readonly charset?: string;
  /** The address that the bytes came from, after redirects. */
  readonly url?: string;
}

const EXTENSIONS: Readonly<Record<string, SourceFormat>> = {
  '.txt': 'text',
  '.text': 'text',
  '.md': 'markdown',
  '.markdown': 'markdown',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.pdf': 'pdf',
  '.docx': 'docx',
};

const MEDIA_TYPES: Readonly<Record<string, SourceFormat>> = {
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'text/html': 'html',
  'application/xhtml+xml': 'html',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
};

/** For people, to follow "wanted". */
export const FORMATS = '.txt, .md, .html, .pdf or .docx';

export const formatOfName = (name: string): SourceFormat | undefined =>
  EXTENSIONS[extname(name).toLowerCase()];

/** `type` without parameters. */
export const formatOfMediaType = (type: string): SourceFormat | undefined => MEDIA_TYPES[type.toLowerCase()];

/** By the first bytes, for a stream, which has no name. Text is what nothing else is. */
export function formatOfBytes(bytes: Uint8Array): SourceFormat {
  const start = Buffer.from(bytes.subarray(0, 1024))
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/u, '')
    .trimStart();
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('PK\u0003\u0004')) return 'docx';
  if (/^(?:<!doctype html|<html|<head|<body|<!--)/iu.test(start)) return 'html';
  return /^(?:---\n|# )/u.test(start) ? 'markdown' : 'text';
}

/** Of a source, after decompression, in bytes: 20 MB. */
const MOST_SOURCE_BYTES = 20_000_000;

/** @throws ImportError when a source of so many bytes is too large */
export function checkSize(bytes: number): void {
  if (bytes > MOST_SOURCE_BYTES)
    throw new ImportError(`it has more than ${MOST_SOURCE_BYTES / 1_000_000} MB`);
}

/**
 * All bytes of a stream.
 *
 * @throws ImportError as soon as there are too many; what the stream throws
 */
export async function readStream(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    size += bytes.byteLength;
    checkSize(size);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
