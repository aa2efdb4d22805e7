import { join } from 'node:path';
import { renderFault } from '../corpus/fault.ts';
import { parseText } from '../corpus/parse-report.ts';
import { isReportId } from '../corpus/report-name.ts';
import type { Report } from '../corpus/report.ts';
import { completeMetadata } from './complete-metadata.ts';
import { convert } from './convert.ts';
import {
  type ArticleMetadata,
  type ConvertedArticle,
  ImportError,
  type Note,
  type Reading,
  type Removal,
} from './raw-article.ts';
import { findReportId, reportText } from './report-file.ts';
import type { Source } from './source/source.ts';

export interface DraftOptions {
  /** Where the report is to be written, for the paths in messages. Nothing is looked up there. */
  readonly folder?: string;
  /** Made of the title unless it is given. */
  readonly id?: string;
  /** What somebody knows better than the source. */
  readonly metadata: ArticleMetadata;
}

/** A report that nobody has written yet. */
export interface ArticleDraft {
  readonly id: string;
  /** The whole report file, as changeReports() takes it. */
  readonly text: string;
  /** What `text` is read as. */
  readonly report: Report;
  readonly removed: readonly Removal[];
  readonly notes: readonly Note[];
  /** What draftReport() makes another draft of, with other metadata, without reading the source again. */
  readonly article: ConvertedArticle;
}

/** How a source is read: convert(), or without a process of its own readArticle(). */
export type SourceReader = (source: Source, reading: Reading) => Promise<ConvertedArticle>;

/**
 * Reads a source, with `read`, and drafts its report. Writes nothing.
 *
 * @throws ImportError when the source cannot be read, or the report would not load
 */
export const draftArticle = async (
  source: Source,
  options: DraftOptions & Reading,
  read: SourceReader = convert,
): Promise<ArticleDraft> => draftReport(await read(source, options), options);

/** @throws ImportError when the report would not load; its setting says what is missing */
export async function draftReport(
  article: ConvertedArticle,
  { folder = '', id: givenId, metadata: given }: DraftOptions,
): Promise<ArticleDraft> {
  const { metadata, notes } = completeMetadata(article, given);
  if (metadata.title === undefined) throw new ImportError('no title was found', { setting: 'title' });
  const id = givenId ?? findReportId(metadata.title);
  if (id === undefined) throw new ImportError('its title gives no file name', { setting: 'id' });
  if (!isReportId(id))
    throw new ImportError(
      `the id is ${JSON.stringify(id)}, wanted small letters a-z, digits and hyphens, such as ferry-report`,
    );
  const text = reportText(metadata, article.body);
  const file = join(folder, `${id}.md`);
  const parsed = await parseText({ id, file }, text);
  if (parsed.kind === 'faulty')
    throw new ImportError(`the report would not load. ${parsed.faults.map(renderFault).join('. ')}`);
  const { report } = parsed;
  return { id, text, report, removed: article.removed, notes: [...article.notes, ...notes], article };
}
