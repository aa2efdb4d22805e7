import { parseText } from '../../corpus/parse-report.ts';
import type { Report } from '../../corpus/report.ts';
import { metadataOf } from '../../import/raw-article.ts';
import { wordingFor } from '../../i18n/wording.ts';
import type { ReportEdit } from '../../library/change-reports.ts';
import type { LoadedReport } from '../../library/corpus-loader.ts';
import type { ReportDraft } from '../../library/report-draft.ts';
import { customId } from '../../render/buttons.ts';
import { titleMarkdown } from '../../render/citation.ts';
import { escapeMarkdown, truncate } from '../../render/quote/escape.ts';
import { DETAILS, detailsForm, shownDetail } from '../../render/render-draft.ts';
import { privateNote, type Reply } from '../../render/reply.ts';
import type { Action, CommandContext, ComponentHandler, ComponentInput } from '../command.ts';
import {
  collectionAt,
  findKept,
  type Keeping,
  orChangeError,
  renderOutcome,
} from '../reports/collection-at.ts';
import { showDraft, textOf } from '../reports/draft-report.ts';
import { note, unknownButton } from './button-notes.ts';

const TARGET = /^(own|shared)\.([0-9a-z-]{1,90})$/u;

/** What a button is about, if its caller may change it; `work` gets the folder and what stands behind the dot. */
async function withCollection(
  input: ComponentInput,
  context: CommandContext,
  work: (keeping: Keeping, name: string) => Promise<Action>,
): Promise<Action> {
  const [, whose, name = ''] = TARGET.exec(input.argument) ?? [];
  if (whose !== 'own' && whose !== 'shared') return unknownButton(input.locale);
  const keeping = await collectionAt(whose, input, context);
  return 'components' in keeping ? { kind: 'note', reply: keeping } : work(keeping, name);
}

/** A draft with its report, and where it is kept. */
type OpenDraft = ReportDraft & { readonly report: Report; readonly key: string };

/** The same for a draft. */
const withDraft = (
  work: (
    draft: OpenDraft,
    keeping: Keeping,
    input: ComponentInput,
    context: CommandContext,
  ) => Promise<Action>,
): ComponentHandler => ({
  handle: (input, context) =>
    withCollection(input, context, async (keeping, key) => {
      const draft = await keeping.collection.drafts.find(key);
      if (!draft) return note(wordingFor(input.locale).reports.gone);
      const { id, text } = draft;
      const parsed = await parseText({ id, file: `${id}.md` }, text);
      if (parsed.kind !== 'report') return note(wordingFor(input.locale).reports.gone);
      return work({ ...draft, report: parsed.report, key }, keeping, input, context);
    }),
});

const inPlace = (reply: Reply): Action => ({ kind: 'update', reply });

/** What `work` does, or a note beside the message, which stays as it is, on why the reports do too. */
const orNote = ({ locale }: ComponentInput, work: () => Promise<Action>): Promise<Action> =>
  orChangeError(wordingFor(locale).reports.refused, work, (reply) => ({ kind: 'note', reply }));

/** Edits a report and says so: in place of the message when it is done and `isOver`, else beside it. */
const change = (
  edit: ReportEdit,
  done: string,
  isOver: boolean,
  keeping: Keeping,
  input: ComponentInput,
  context: CommandContext,
): Promise<Action> =>
  orNote(input, async () => {
    const outcome = await keeping.collection.change([edit], input.person.id);
    const reply = await renderOutcome(outcome, done, keeping, input, context);
    return isOver && outcome.kind === 'reloaded' ? inPlace(reply) : { kind: 'note', reply };
  });

/** Writes the draft's file and serves it. */
export const publish = withDraft(async ({ id, text, key, report }, keeping, input, context) => {
  const say = wordingFor(input.locale).reports;
  const { server, collection } = keeping;
  const excess = context.reportLimiter.excess(server, collection, { id, text }, say.limits);
  if (excess !== undefined) return note(say.refused(escapeMarkdown(excess)));
  const done = say.published(titleMarkdown(report));
  const action = await change({ id, text }, done, true, keeping, input, context);
  if (action.kind === 'update') await collection.drafts.remove(key);
  return action;
});

export const discard = withDraft(async ({ key }, { collection }, { locale }) => {
  await collection.drafts.remove(key);
  return inPlace(privateNote(wordingFor(locale).reports.preview.discarded));
});

/** Opens the form with the draft's details. */
export const details = withDraft(async ({ report, key }, { whose }, { locale }) => ({
  kind: 'form',
  form: detailsForm(customId('details-sent', `${whose}.${key}`), report, locale),
}));

/** Shows the preview of another text in place of the draft's. */
const showWith = (
  text: string,
  { report: _, key, ...draft }: OpenDraft,
  keeping: Keeping,
  input: ComponentInput,
  context: CommandContext,
): Promise<Action> =>
  orNote(input, async () => inPlace(await showDraft({ ...draft, text }, key, input, keeping, context)));

/** Keeps of the suggestions those that are chosen. */
export const suggestions = withDraft(async (draft, keeping, input, context) => {
  const questions = draft.suggested.filter((_, at) => input.values.includes(String(at)));
  return showWith(textOf({ ...draft.report, questions }), draft, keeping, input, context);
});

/** The details as the form has them, in place of those of `report`; or what is wrong with them. */
function reportWith(report: Report, { field, locale }: ComponentInput): string | Reply {
  const say = wordingFor(locale).reports;
  const sent = DETAILS.map((key) => {
    const old = report[key];
    // What was too long to be shown is kept as long as nobody changes it.
    return [key, old !== undefined && field(key) === shownDetail(old) ? old : field(key)] as const;
  });
  const given = metadataOf(Object.fromEntries(sent));
  if (given.published !== undefined && !/^\d{4}-\d\d-\d\d$/u.test(given.published))
    return privateNote(say.notADate(escapeMarkdown(truncate(given.published, 50))));
  const { publisher: _, published: __, url: ___, ...others } = report;
  return textOf({ ...others, ...given });
}

export const detailsSent = withDraft(async (draft, keeping, input, context) => {
  const text = reportWith(draft.report, input);
  if (typeof text !== 'string') return { kind: 'note', reply: text };
  return showWith(text, draft, keeping, input, context);
});

/** The same for a report that is published. */
const withReport = (
  work: (
    found: LoadedReport,
    keeping: Keeping,
    input: ComponentInput,
    context: CommandContext,
  ) => Promise<Action>,
): ComponentHandler => ({
  handle: (input, context) =>
    withCollection(input, context, async (keeping, id) => {
      const found = findKept(keeping, id);
      return found
        ? work(found, keeping, input, context)
        : note(wordingFor(input.locale).reports.noReport(id));
    }),
});

/** Opens the form with a report's details, where it was too late when it was asked for. */
export const editReport = withReport(async ({ report }, { whose }, { locale }) => ({
  kind: 'form',
  form: detailsForm(customId('report-edited', `${whose}.${report.id}`), report, locale),
}));

/** The form of `/reports edit`. */
export const reportEdited = withReport(async ({ report }, keeping, input, context) => {
  const text = reportWith(report, input);
  if (typeof text !== 'string') return { kind: 'note', reply: text };
  const done = wordingFor(input.locale).reports.edited(titleMarkdown(report));
  return change({ id: report.id, text }, done, false, keeping, input, context);
});

export const removeReport = withReport(async ({ report }, keeping, input, context) => {
  const done = wordingFor(input.locale).reports.removedNow(titleMarkdown(report));
  return change({ id: report.id }, done, true, keeping, input, context);
});
