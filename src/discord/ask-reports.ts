import type { Report } from '../corpus/report.ts';
import { findOutlineAsked } from '../answer/outline-question.ts';
import { questionMarkdown, renderAnswer } from '../render/render-answer.ts';
import { HITS_PER_PAGE, renderHits } from '../render/render-hits.ts';
import { renderOtherLanguage } from '../render/render-other-language.ts';
import { renderOutline, renderOutlines } from '../render/render-outline.ts';
import { renderQuotation } from '../render/render-quotation.ts';
import { renderSmallTalk } from '../render/render-small-talk.ts';
import type { PageContext, RenderContext, Reply } from '../render/reply.ts';
import { findOtherLanguage } from '../text/question-language.ts';
import type { CommandContext, RunInput } from './command.ts';
import { ALL_REPORTS, namedReport } from './option-choices.ts';
import { defaultReportOf, settingsOf } from './server-settings.ts';
import { readSmallTalk } from './small-talk.ts';

/** The reply to a question, however it was asked. `report` is as given: absent, the server's own choice counts. */
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
  const named = isNamed ? namedReport(library.reports, id, locale) : undefined;
  if (named && 'components' in named) return named;
  const report = id === undefined ? defaultReportOf(await settingsOf(store, server), library) : named;
  const asked = report ? [report] : library.reports;
  const view = { library, locale, audience, takesVotes: store.keeps };
  const smallTalk = readSmallTalk(question);
  if (smallTalk) return renderSmallTalk(smallTalk.kind, asked, view);
  const outlined = findOutlineAsked(question, asked, named ? asked : library.reports);
  if (outlined) return renderOutlineOf(outlined, question, view);
  const answer = await context.answer(context, question, { ...(report && { report: report.id }) });
  const language =
    answer.kind === 'quoted'
      ? undefined
      : findOtherLanguage(
          question,
          asked.map((each) => each.language),
        );
  return answer.kind !== 'quoted' && language !== undefined
    ? renderOtherLanguage(answer, question, language, asked, view)
    : renderAnswer(answer, question, view, report);
}

/** What the reports are about, or the one report. */
function renderOutlineOf(reports: readonly Report[], question: string, context: RenderContext): Reply {
  const [only, ...others] = reports;
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
