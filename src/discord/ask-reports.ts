import type { Answer } from '../answer/answer.ts';
import type { Answered } from '../answer/follow-up/answered.ts';
import { completeQuestion } from '../answer/follow-up/complete-question.ts';
import { rememberAnswer } from '../answer/follow-up/remember-answer.ts';
import type { Report } from '../corpus/report.ts';
import { findReport, type Library } from '../library/library.ts';
import { renderAnswer } from '../render/render-answer.ts';
import { HITS_PER_PAGE, renderHits } from '../render/render-hits.ts';
import { renderQuotation } from '../render/render-quotation.ts';
import type { PageContext, Reply } from '../render/reply.ts';
import type { CommandContext, RunInput } from './command.ts';
import type { Asking } from './conversations.ts';
import { ALL_REPORTS, unknownReport } from './option-choices.ts';
import { defaultReportOf, settingsOf } from './server-settings.ts';

interface Asked extends Asking, Pick<RunInput, 'locale'> {
  /** An id as given; absent: the server's own choice counts. */
  readonly report?: string | undefined;
  /** Whatever was answered before, the question is not completed from it. */
  readonly asWritten?: boolean;
}

/** The reply to a question, however it was asked; one that leans on what was answered before is completed first. */
export async function askReports(written: string, asked: Asked, context: CommandContext): Promise<Reply> {
  const { locale, audience, server, report: id } = asked;
  const { library, store } = context;
  const isNamed = id !== undefined && id !== ALL_REPORTS;
  const named = isNamed ? findReport(library, id) : undefined;
  if (isNamed && !named) return unknownReport(id, locale);
  const { before, question, keepsTopic, except } = readLeaning(written, asked, context);
  const same =
    id === undefined && before?.report !== undefined ? findReport(library, before.report) : undefined;
  const chosen = named ?? same;
  const ownReport = id === undefined ? defaultReportOf(await settingsOf(store, server), library) : undefined;
  const report = chosen ?? ownReport;
  const only = report && { report: report.id };
  const answer = await context.answer(context, question, { ...only, ...(except.length > 0 && { except }) });
  const remembered = before && keepsTopic ? before.remembered : rememberAnswer(question, answer);
  const reply = renderAnswer(
    answer,
    { question, ...(before && { written }), ...(report && { report }) },
    { library, locale, audience, takesVotes: store.keeps },
  );
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
