import { reportText } from '../../import/report-file.ts';
import { ImportError, metadataOf } from '../../import/raw-article.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { suggestQuestions } from '../../library/suggest-questions.ts';
import type { Report } from '../../corpus/report.ts';
import type { ReportDraft } from '../../library/report-draft.ts';
import { escapeMarkdown, truncate } from '../../render/quote/escape.ts';
import { renderDraft } from '../../render/render-draft.ts';
import { privateNote, type Reply } from '../../render/reply.ts';
import { runCooperatively } from '../../text/cooperative-task.ts';
import type { Caller } from '../access.ts';
import type { AttachedFile, BotContext } from '../command.ts';
import { checkDraft } from './check-draft.ts';
import { type Keeping, noteOnChangeError } from './collection-at.ts';

/** From the command on; questions found by then are suggested, but looking for them has its time too. In milliseconds. */
const PREVIEW_TIME = 4000;
const LEAST_SUGGESTING = 1000;
const NAME_LIMIT = 100;

/** Imports a source and shows its preview; nothing is published. */
export async function draftReport(
  source: AttachedFile | string,
  details: Parameters<typeof metadataOf>[0],
  caller: Caller,
  keeping: Keeping,
  context: BotContext,
): Promise<Reply> {
  const say = wordingFor(caller.locale).reports;
  const name = escapeMarkdown(truncate(typeof source === 'string' ? source : source.name, NAME_LIMIT));
  const refuse = (why: string): Reply => privateNote(say.notImported(name, escapeMarkdown(why)));
  const tooMany = await context.reportLimiter.import(keeping.server, say.limits);
  if (tooMany !== undefined) return refuse(tooMany);
  const at = Date.now();
  try {
    const { id, text, removed, notes } = await context.importer.draft(source, metadataOf(details));
    const draft: ReportDraft = {
      id,
      text,
      by: caller.person.id,
      at,
      removed: [...removed],
      notes: notes.filter(({ kind }) => kind !== 'missing').map((note) => note.text),
      suggested: [],
    };
    return await noteOnChangeError(
      (why) => say.notImported(name, why),
      () => showDraft(draft, undefined, caller, keeping, context),
    );
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return refuse(error.message);
  }
}

/**
 * Keeps the draft, under `key` in place of what is there, and shows its preview. Questions to suggest are looked for at
 * the first time.
 * @throws {ChangeError} when its text does not load, or the disk will not have it
 */
export async function showDraft(
  draft: ReportDraft,
  key: string | undefined,
  { locale }: Pick<Caller, 'locale'>,
  { whose, server, collection }: Keeping,
  { collections, reportLimiter }: Pick<BotContext, 'collections' | 'reportLimiter'>,
): Promise<Reply> {
  const say = wordingFor(locale).reports;
  return collections.tryOut(server, draft, async (prepared, library) => {
    const { report } = prepared;
    const isNew = key === undefined;
    const signal = AbortSignal.timeout(Math.max(LEAST_SUGGESTING, draft.at + PREVIEW_TIME - Date.now()));
    const found = isNew ? await suggestQuestions(prepared, library, { signal }) : [];
    const excess = reportLimiter.excess(server, collection, draft, say.limits);
    const checks = await runCooperatively(checkDraft(report, library.reports, say));
    const kept: ReportDraft = isNew
      ? { ...draft, suggested: [...report.questions, ...found], text: withQuestions(report, found) }
      : draft;
    const stored = await collection.drafts.keep(kept, key);
    const shown = { ...kept, notes: [...(excess === undefined ? [] : [excess]), ...checks, ...kept.notes] };
    const target = `${whose}.${stored}`;
    const replaces = collection.reports.some((each) => each.report.id === draft.id);
    return renderDraft(shown, isNew ? { ...report, questions: kept.suggested } : report, {
      target,
      replaces,
      locale,
    });
  });
}

const withQuestions = (report: Report, found: readonly string[]): string =>
  found.length === 0 ? textOf(report) : textOf({ ...report, questions: [...report.questions, ...found] });

/** The file of a report, written anew. */
export function textOf({ id: _, body, paragraphs: __, questions, ...metadata }: Report): string {
  return reportText(metadata, body.startsWith('\n') ? body : `\n${body}`, questions);
}
