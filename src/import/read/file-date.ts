import { findDate } from '../boilerplate/find-date.ts';
import type { ArticleMetadata, Note } from '../raw-article.ts';

/** When the empty documents were made that python-docx and Office's own samples start from. */
const TEMPLATE_DATES = new Set(['2013-12-23', '2006-09-16']);
/** A clock that was never set says less: Word files are younger. */
const EARLIEST = '1990-01-01';
/** A person who changes an article later than this began with an older file. In days. */
const LONG_AFTER = 180;
const DAY = 24 * 60 * 60 * 1000;

/**
 * When a file's properties say that it was made, or nothing when that is the date of a template: then a note says why.
 * `created` and `modified` are as the file has them.
 */
export function fileDate(
  created: string,
  modified: string,
): { readonly published: Pick<ArticleMetadata, 'published'>; readonly notes: readonly Note[] } {
  const [made, changed] = [findDate(created), findDate(modified)];
  if (made === undefined) return { published: {}, notes: [] };
  const why = doubtOf(made, changed);
  if (why === undefined) return { published: { published: made }, notes: [] };
  const last = changed === undefined || changed === made ? '' : ` and last changed on ${changed}`;
  const text = `the file says it was made on ${made}${last}, ${why}, so that this was not taken for the date of publication`;
  return { published: {}, notes: [{ kind: 'doubtful', field: 'published', text }] };
}

function doubtOf(made: string, changed: string | undefined): string | undefined {
  if (TEMPLATE_DATES.has(made)) return 'which is the date of an empty template';
  if (made < EARLIEST) return 'which is earlier than any Word file';
  if (changed !== undefined && Date.parse(changed) - Date.parse(made) > LONG_AFTER * DAY)
    return 'long after, as a file does that began as another';
  return undefined;
}
