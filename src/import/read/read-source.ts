import type { RawArticle } from '../raw-article.ts';
import type { SourceFormat } from '../source-format.ts';
import type { Reading } from './reading.ts';

/**
 * Loads the format's reader first: each brings a library with it that no other needs.
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
      return (await import('./read-plain-text.ts')).readPlainText(bytes, reading);
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
