import type { Report } from '../corpus/report.ts';
import { findReport } from '../library/library.ts';
import { renderAnswer } from '../render/render-answer.ts';
import { HITS_PER_PAGE, renderHits } from '../render/render-hits.ts';
import { renderQuotation } from '../render/render-quotation.ts';
import type { PageContext, Reply } from '../render/reply.ts';
import type { CommandContext, RunInput } from './command.ts';
import { ALL_REPORTS, unknownReport } from './option-choices.ts';
import { defaultReportOf, settingsOf } from './server-settings.ts';

/** The reply to a question, however it was asked. `report` is an id as given: absent, the server's own choice counts. */
export async function askReports(
  question: string,
  {
    report: id,
    locale,
    audience,
    server,
  }: Pick<RunInput, 'locale' | 'audience' | 'server'> & { readonly report?: string | undefined },
  context: CommandContext,
): Promise<Reply> {
  const { library, store } = context;
  const isNamed = id !== undefined && id !== ALL_REPORTS;
  const named = isNamed ? findReport(library, id) : undefined;
  if (isNamed && !named) return unknownReport(id, locale);
  const report = id === undefined ? defaultReportOf(await settingsOf(store, server), library) : named;
  const answer = await context.answer(context, question, { ...(report && { report: report.id }) });
  return renderAnswer(answer, question, { library, locale, audience, takesVotes: store.keeps }, report);
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
