import { normaliseSpace } from '../../text/white-space.ts';
import type { RawArticle, Reading } from '../raw-article.ts';
import type { SourceFormat } from '../source/source.ts';
import { decodeText } from './decode-text.ts';
import { blocksOfLines } from './join-lines.ts';

/**
 * Loads the format's reader first: each needs a library that no other needs.
 *
 * @throws ImportError when the bytes are not of that format
 */
export async function readSource(
  format: SourceFormat,
  bytes: Uint8Array,
  reading: Reading,
): Promise<RawArticle> {
  switch (format) {
    case 'text':
      return readPlainText(bytes, reading);
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(bytes, reading);
    case 'html':
      return (await import('./read-html.ts')).readHtml(bytes, reading);
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(bytes, reading);
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(bytes);
  }
}

function readPlainText(bytes: Uint8Array, { charset, keepAll }: Reading): RawArticle {
  const { text, notes } = decodeText(bytes, charset);
  const lines = text
    .replaceAll('\f', '\n')
    .split('\n')
    .map((line, index) => ({ place: `line ${index + 1}`, text: normaliseSpace(line) }));
  return { ...blocksOfLines(lines, keepAll ? 'never' : 'known'), metadata: {}, notes };
}
