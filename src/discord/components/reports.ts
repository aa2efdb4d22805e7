import { parseInSteps } from '../../corpus/parse-report.ts';
import type { Report } from '../../corpus/report.ts';
import { metadataOf } from '../../import/raw-article.ts';
import { wordingFor } from '../../i18n/wording.ts';
import type { ReportDraft } from '../../library/report-drafts.ts';
import { customId } from '../../render/buttons.ts';
import { titleMarkdown } from '../../render/citation.ts';
import { escapeMarkdown, truncate } from '../../render/quote/escape.ts';
import { DETAILS, detailsForm } from '../../render/render-draft.ts';
import { privateNote, type Reply } from '../../render/reply.ts';
import { runCooperatively } from '../../text/cooperative-task.ts';
import type { Action, CommandContext, ComponentHandler, ComponentInput } from '../command.ts';
import { collectionAt, type Keeping, noteOnChangeError, renderOutcome } from '../reports/collection-at.ts';
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

/** The same for a draft, with its report. */
const withDraft = (
  work: (
    draft: ReportDraft & { readonly report: Report; readonly key: string },
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
      const parsed = await runCooperatively(parseInSteps({ id, file: `${id}.md` }, Buffer.from(text)));
      if (parsed.kind !== 'report') return note(wordingFor(input.locale).reports.gone);
      return work({ ...draft, report: parsed.report, key }, keeping, input, context);
    }),
});

const inPlace = (reply: Reply): Action => ({ kind: 'update', reply });

/** Writes the draft's file and serves it. */
export const publish = withDraft(async (draft, { server, collection }, input, context) => {
  const say = wordingFor(input.locale).reports;
  const excess = context.reportLimiter.excess(server, collection, draft, say.limits);
  if (excess !== undefined) return note(say.refused(escapeMarkdown(excess)));
  const reply = await noteOnChangeError(say.refused, async () => {
    const outcome = await collection.change([{ id: draft.id, text: draft.text }], input.person.id);
    if (outcome.kind === 'reloaded') await collection.drafts.remove(draft.key);
    return renderOutcome(outcome, say.published(titleMarkdown(draft.report)), input, context);
  });
  return (await collection.drafts.find(draft.key)) ? { kind: 'note', reply } : inPlace(reply);
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

/** Keeps of the suggestions those that are chosen. */
export const suggestions = withDraft(async ({ report, key, ...draft }, keeping, input, context) => {
  const questions = draft.suggested.filter((_, at) => input.values.includes(String(at)));
  const text = textOf({ ...report, questions });
  return inPlace(await showDraft({ ...draft, text }, key, input, keeping, context));
});

/** The details as the form has them, in place of those of `report`; or what is wrong with them. */
function reportWith(report: Report, { field, locale }: ComponentInput): string | Reply {
  const say = wordingFor(locale).reports;
  const given = metadataOf(Object.fromEntries(DETAILS.map((key) => [key, field(key)])));
  if (given.published !== undefined && !/^\d{4}-\d\d-\d\d$/u.test(given.published))
    return privateNote(say.notADate(escapeMarkdown(truncate(given.published, 50))));
  const { publisher: _, published: __, url: ___, ...others } = report;
  return textOf({ ...others, ...given });
}

export const detailsSent = withDraft(async ({ report, key, ...draft }, keeping, input, context) => {
  const text = reportWith(report, input);
  if (typeof text !== 'string') return { kind: 'note', reply: text };
  const say = wordingFor(input.locale).reports;
  return inPlace(
    await noteOnChangeError(say.refused, () => showDraft({ ...draft, text }, key, input, keeping, context)),
  );
});

/** The form of `/reports edit`. */
export const reportEdited: ComponentHandler = {
  handle: (input, context) =>
    withCollection(input, context, async ({ collection }, id) => {
      const say = wordingFor(input.locale).reports;
      const found = collection.reports.find(({ report }) => report.id === id);
      if (!found) return note(say.noReport(id));
      const text = reportWith(found.report, input);
      if (typeof text !== 'string') return { kind: 'note', reply: text };
      const reply = await noteOnChangeError(say.refused, async () => {
        const outcome = await collection.change([{ id, text }], input.person.id);
        return renderOutcome(outcome, say.edited(titleMarkdown(found.report)), input, context);
      });
      return { kind: 'note', reply };
    }),
};

export const removeReport: ComponentHandler = {
  handle: (input, context) =>
    withCollection(input, context, async ({ collection }, id) => {
      const say = wordingFor(input.locale).reports;
      const found = collection.reports.find(({ report }) => report.id === id);
      if (!found) return note(say.noReport(id));
      return inPlace(
        await noteOnChangeError(say.refused, async () => {
          const outcome = await collection.change([{ id }], input.person.id);
          return renderOutcome(outcome, say.removedNow(titleMarkdown(found.report)), input, context);
        }),
      );
    }),
};
