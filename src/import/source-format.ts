import { extname } from 'node:path';

export type SourceFormat = 'text' | 'markdown' | 'html' | 'pdf' | 'docx';

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

/** By the first bytes, for what has no name: a stream. Text is what nothing else is. */
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
