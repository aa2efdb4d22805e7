import { normaliseSpace } from '../../text/white-space.ts';
import type { RawArticle, Reading } from '../raw-article.ts';
import type { Source } from '../source/source.ts';
import { decodeText } from './decode-text.ts';
import { brokenIfWritten, neverBroken } from './hyphens.ts';
import { blocksOfLines } from './join-lines.ts';

/**
 * Loads the format's reader first: each needs a library that no other needs.
 *
 * @throws ImportError when the bytes are not of that format
 */
export async function readSource(source: Source, reading: Reading): Promise<RawArticle> {
  switch (source.format) {
    case 'text':
      return readPlainText(source, reading);
    case 'markdown':
      return (await import('./read-markdown.ts')).readMarkdown(source, reading);
    case 'html':
      return (await import('./read-html.ts')).readHtml(source, reading);
    case 'pdf':
      return (await import('./read-pdf.ts')).readPdf(source, reading);
    case 'docx':
      return (await import('./read-docx.ts')).readDocx(source.bytes);
  }
}

function readPlainText({ bytes, charset }: Source, { keepAll }: Reading): RawArticle {
  const { text, notes } = decodeText(bytes, charset);
  const lines = text
    .replaceAll('\f', '\n')
    .split('\n')
    .map((line, index) => ({ place: `line ${index + 1}`, text: normaliseSpace(line) }));
  return { ...blocksOfLines(lines, keepAll ? neverBroken : brokenIfWritten), metadata: {}, notes };
}
