import type { Answer } from '../answer/answer.ts';
import type { Answered } from '../answer/follow-up/answered.ts';
import { completeQuestion } from '../answer/follow-up/complete-question.ts';
import { rememberAnswer } from '../answer/follow-up/remember-answer.ts';
import type { Report } from '../corpus/report.ts';
import { findOutlineAsked } from '../answer/outline-question.ts';
import { findReport, type Library } from '../library/library.ts';
import { questionMarkdown, renderAnswer } from '../render/render-answer.ts';
import { HITS_PER_PAGE, renderHits } from '../render/render-hits.ts';
import { renderOutline, renderOutlines } from '../render/render-outline.ts';
import { renderQuotation } from '../render/render-quotation.ts';
import { renderOtherLanguage, renderSmallTalk } from '../render/render-guidance.ts';
import type { PageContext, RenderContext, Reply } from '../render/reply.ts';
import { findOtherLanguage } from '../text/question-language.ts';
import type { CommandContext, RunInput } from './command.ts';
import type { Asking } from './conversations.ts';
import { ALL_REPORTS, namedReport } from './option-choices.ts';
import { defaultReportOf, settingsOf } from './server-settings.ts';
import { readSmallTalk } from './small-talk.ts';

interface Asked extends Asking, Pick<RunInput, 'locale'> {
  /** As given; absent: the server's own choice counts. */
  readonly report?: string | undefined;
  /** Whatever was answered before, the question is not completed from it. */
  readonly asWritten?: boolean;
}

/** The reply to a question, however it was asked; one that leans on what was answered before is completed first. */
export async function askReports(written: string, asked: Asked, context: CommandContext): Promise<Reply> {
  const { locale, audience, server, report: id } = asked;
  const { library, store } = context;
  const isNamed = id !== undefined && id !== ALL_REPORTS;
  const named = isNamed ? namedReport(library.reports, id, locale) : undefined;
  if (named && 'components' in named) return named;
  const ownReport = id === undefined ? defaultReportOf(await settingsOf(store, server), library) : undefined;
  const { before, question, keepsTopic, except } = readLeaning(written, asked, context);
  const same =
    id === undefined && before?.report !== undefined ? findReport(library, before.report) : undefined;
  const chosen = named ?? same;
  const report = chosen ?? ownReport;
  const scope = report ? [report] : library.reports;
  const view = { library, locale, audience, takesVotes: store.keeps };
  const smallTalk = readSmallTalk(written);
  if (smallTalk) return renderSmallTalk(smallTalk.kind, scope, view);
  const outlined = findOutlineAsked(written, scope, named ? scope : library.reports);
  if (outlined) return await renderOutlineOf(outlined, written, view);
  const only = report && { report: report.id };
  const answer = await context.answer(context, question, { ...only, ...(except.length > 0 && { except }) });
  const languages = scope.map((each) => each.language);
  const other = answer.kind === 'quoted' ? undefined : findOtherLanguage(written, languages);
  if (answer.kind !== 'quoted' && other !== undefined)
    return renderOtherLanguage(answer, written, other, scope, view);
  const shown = { question, ...(before && { written }), ...(report && { report }) };
  const reply = renderAnswer(answer, shown, view);
  const remembered = before && keepsTopic ? before.remembered : rememberAnswer(question, answer);
  // "Hm?" takes nothing away from the conversation.
  const isEmpty = remembered.frame === undefined || (answer.kind === 'none' && remembered.named.length === 0);
  if (answer.kind !== 'quoted' && isEmpty) return reply;
  const quoted = quotedBy(answer, library, before?.sources ?? new Map(), except);
  return { ...reply, answered: { remembered, ...(chosen && { report: chosen.id }), ...quoted } };
}

/** How a question is read, `before` being what it leans on; it stands alone where that is absent. */
function readLeaning(written: string, asked: Asked, { conversations, library }: CommandContext) {
  const before = asked.asWritten ? undefined : conversations.recall(asked, library);
  const completion = completeQuestion(written, before?.remembered);
  if (!before || completion.kind === 'alone') return { question: written, keepsTopic: false, except: [] };
  const { question, keepsTopic, wantsOther } = completion;
  return { before, question, keepsTopic, except: wantsOther ? before.quoted : [] };
}

/** The passage that is quoted, and its report, with those before. */
function quotedBy(
  answer: Answer,
  { contentHashes }: Pick<Library, 'contentHashes'>,
  sources: Answered['sources'],
  before: Answered['quoted'],
): Pick<Answered, 'sources' | 'quoted'> {
  if (answer.kind !== 'quoted') return { sources, quoted: before };
  const { report, paragraph } = answer.passages[0];
  return {
    sources: new Map([...sources, [report.id, contentHashes.get(report.id) ?? '']]),
    quoted: [...before, { report: report.id, paragraph: paragraph.number }],
  };
}

/** What the reports are about, or the one report. */
async function renderOutlineOf(
  reports: readonly Report[],
  question: string,
  context: RenderContext,
): Promise<Reply> {
  const [only, ...others] = reports;
  if (only && others.length === 0) await context.library.prepare([only]);
  const view = { ...context, question: questionMarkdown(question, context.locale) };
  const reply = only && others.length === 0 ? renderOutline(view, only, 0) : renderOutlines(view, reports, 0);
  if (!reply) throw new RangeError('Cannot show page 0 of an outline: there are reports, but none on it');
  return reply;
}

/** The reply to a quotation to check, however it was given. */
export async function checkReports(
  quote: string,
  { locale, audience }: Pick<RunInput, 'locale' | 'audience'>,
  { library }: Pick<CommandContext, 'library'>,
): Promise<Reply> {
  const check = await library.checkQuotation(quote);
  return renderQuotation(check, quote, { library, locale, audience });
}

/** One page of the passages that contain `words`, from page 0 on; undefined after the last one. */
export async function searchReports(
  words: string,
  report: Report | undefined,
  page: number,
  { library, locale }: PageContext,
): Promise<Reply | undefined> {
  const from = page * HITS_PER_PAGE;
  const only = report && { report: report.id };
  const found = await library.search(words, { ...only, from, limit: HITS_PER_PAGE });
  if (found.hits.length === 0 && found.total > 0) return undefined;
  return renderHits(found, { words, ...(report && { report }), from }, { library, locale });
}
