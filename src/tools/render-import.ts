import type { ArticleDraft } from '../import/draft-article.ts';
import type { ChangeError } from '../library/change-reports.ts';
import type { ImportError, Note, Setting } from '../import/raw-article.ts';

/** Enough to know a line by. In characters. */
const SHOWN = 100;

/** "line 9" goes before "line 10". */
const BY_PLACE = new Intl.Collator('en', { numeric: true });

/** The report that was written to `path`, in two lines. */
export function renderImport(path: string, { report }: Pick<ArticleDraft, 'report'>): string {
  const { title, publisher, published, language, paragraphs } = report;
  const count = `${paragraphs.length} paragraph${paragraphs.length === 1 ? '' : 's'}`;
  const facts = [publisher ?? 'no publisher', published ?? 'no date', language, count];
  return `${path}: ${title}\n  ${facts.join(' · ')}\n`;
}

/** What did not go into the report, and what to look at; empty when there is nothing to say. */
export function renderRemoved(
  name: string,
  { removed, notes }: Pick<ArticleDraft, 'removed' | 'notes'>,
): string {
  const inOrder = removed.toSorted((a, b) => BY_PLACE.compare(a.place, b.place));
  const lines = inOrder.map(({ place, text, why }) => `  ${place}: ${shorten(text)} (${why})\n`);
  const left = lines.length === 0 ? '' : `${name}: left out of the text\n${lines.join('')}`;
  return left + notes.map((note) => `${name}: note: ${renderNote(note)}\n`).join('');
}

const renderNote = ({ kind, field, text }: Note): string =>
  kind === 'missing' && field !== undefined ? `${text}; --${field} gives it` : text;

/** How a flag settles what an import asked for; the others are the name of what they give. */
const ADVICE: Partial<Record<Setting | 'force', string>> = {
  force: '--force replaces it, --id gives the report another name',
  allowPrivate: '--allow-private allows it',
};

export function renderRefusal(name: string, error: ImportError | ChangeError): string {
  const { message } = error;
  const setting = 'setting' in error ? error.setting : error.isExisting ? 'force' : undefined;
  const advice = setting === undefined ? '' : `; ${ADVICE[setting] ?? `--${setting} gives one`}`;
  return `Cannot import ${JSON.stringify(name)}: ${message}${advice}\n`;
}

/** As a JSON string: a source must not be able to write to the terminal. */
const shorten = (text: string): string =>
  JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
