import { MAX_REPORT_BYTES } from '../corpus/report-bytes.ts';
import { normaliseSpace } from '../text/white-space.ts';
import { removeBoilerplate } from './boilerplate/remove-boilerplate.ts';
import { type ConvertedArticle, ImportError, type RawArticle, type Reading } from './raw-article.ts';
import { decodeText } from './read/decode-text.ts';
import { guessLanguage } from './read/guess-language.ts';
import { brokenIfWritten, neverBroken } from './read/hyphens.ts';
import { blocksOfLines } from './read/join-lines.ts';
import { splitParagraphs } from './read/split-paragraphs.ts';
import { bodyOf } from './report-file.ts';
import type { Source } from './source/source.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * Reads a source and takes the boilerplate out. A hostile source can take any amount of time and memory: see convert().
 *
 * @throws ImportError when the source holds no text, or more than a report can
 */
export async function readArticle(source: Source, reading: Reading): Promise<ConvertedArticle> {
  if (source.bytes.byteLength === 0) throw new ImportError('it is empty');
  const read = await readSource(source, reading);
  if (read.blocks.length === 0 && read.removed.length === 0) throw new ImportError('it holds no text');
  const { blocks, ...article } = removeBoilerplate(read, reading);
  const length = blocks.reduce((sum, { text }) => sum + text.length, 0);
  if (length > MAX_REPORT_BYTES)
    throw new ImportError(`its text has more than ${MAX_REPORT_BYTES / MEBIBYTE} MiB, wanted a part of it`);
  const guessedLanguage = guessLanguage(blocks.map(({ text }) => text).join(' '));
  const split = splitParagraphs(blocks, guessedLanguage ?? 'en');
  return {
    ...article,
    ...(guessedLanguage !== undefined && { guessedLanguage }),
    properties: { ...article.properties, ...(source.url !== undefined && { url: source.url }) },
    notes: [...article.notes, ...split.notes],
    body: bodyOf(split.blocks),
  };
}

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
      return (await import('./read/read-markdown.ts')).readMarkdown(source, reading);
    case 'html':
      return (await import('./read/read-html.ts')).readHtml(source, reading);
    case 'pdf':
      return (await import('./read/read-pdf.ts')).readPdf(source, reading);
    case 'docx':
      return (await import('./read/read-docx.ts')).readDocx(source.bytes);
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
