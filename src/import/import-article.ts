import { join } from 'node:path';
import { renderFault } from '../corpus/fault.ts';
import { parseReport } from '../corpus/parse-report.ts';
import { isReportId } from '../corpus/report-name.ts';
import type { Report } from '../corpus/report.ts';
import { convert } from './convert.ts';
import { completeMetadata } from './complete-metadata.ts';
import { type ArticleMetadata, ImportError, type Removal } from './raw-article.ts';
import { findReportId, reportText, writeReport } from './report-file.ts';
import type { Source } from './source/source.ts';

export interface ImportOptions {
  readonly folder: string;
  readonly id?: string;
  /** What somebody knows better than the source. */
  readonly metadata: ArticleMetadata;
  readonly keepAll: boolean;
  readonly force: boolean;
}

export interface ImportedArticle {
  readonly path: string;
  readonly report: Report;
  readonly removed: readonly Removal[];
  readonly notes: readonly string[];
}

/**
 * Makes a report of a source and writes it, or writes nothing.
 *
 * @throws ImportError when the source cannot be read, or the report would not load
 */
export async function importArticle(source: Source, options: ImportOptions): Promise<ImportedArticle> {
  const { folder, keepAll, force } = options;
  const article = await convert(source, { keepAll });
  const { metadata, notes } = completeMetadata(article, options.metadata, source.url);
  if (metadata.title === undefined) throw new ImportError('no title was found; give one with --title');
  const id = options.id ?? findReportId(metadata.title);
  if (id === undefined) throw new ImportError('its title gives no file name; give one with --id');
  if (!isReportId(id))
    throw new ImportError(
      `the id is ${JSON.stringify(id)}, wanted small letters a-z, digits and hyphens, such as ferry-report`,
    );
  const text = reportText(metadata, article.blocks);
  const parsed = parseReport({ id, file: join(folder, `${id}.md`) }, Buffer.from(text));
  if (parsed.kind === 'faulty')
    throw new ImportError(`the report would not load. ${parsed.faults.map(renderFault).join('. ')}`);
  const path = await writeReport({ folder, id, force }, text);
  return { path, report: parsed.report, removed: article.removed, notes: [...article.notes, ...notes] };
}
