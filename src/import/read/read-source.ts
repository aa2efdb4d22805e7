import type { RawArticle } from '../raw-article.ts';
import type { SourceFormat } from '../source-format.ts';
import { readDocx } from './read-docx.ts';
import { readHtml } from './read-html.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPdf } from './read-pdf.ts';
import { readPlainText } from './read-plain-text.ts';
import type { Reading } from './reading.ts';

/** @throws ImportError when the bytes are not of that format */
export async function readSource(
  format: SourceFormat,
  bytes: Uint8Array,
  reading: Reading,
): Promise<RawArticle> {
  switch (format) {
    case 'text':
      return readPlainText(bytes, reading);
    case 'markdown':
      return readMarkdown(bytes, reading);
    case 'html':
      return readHtml(bytes, reading);
    case 'pdf':
      return readPdf(bytes, reading);
    case 'docx':
      return readDocx(bytes);
  }
}
