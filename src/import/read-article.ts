import { MAX_REPORT_BYTES } from '../corpus/report-bytes.ts';
import { removeBoilerplate } from './boilerplate/remove-boilerplate.ts';
import { type ConvertedArticle, ImportError, type Reading } from './raw-article.ts';
import { guessLanguage } from './read/guess-language.ts';
import { readSource } from './read/read-source.ts';
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
