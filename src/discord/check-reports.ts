import { checkQuotation } from '../quotation/check-quotation.ts';
import type { CommandContext, RunInput } from './command.ts';
import { renderQuotation } from '../render/render-quotation.ts';
import type { Reply } from '../render/reply.ts';

/** The reply to a quotation to check, however it was given. */
export async function checkReports(
  quote: string,
  { locale, audience }: Pick<RunInput, 'locale' | 'audience'>,
  { library: { current: library } }: Pick<CommandContext, 'library'>,
): Promise<Reply> {
  const check = await checkQuotation(quote, library.reports);
  return renderQuotation(check, quote, { library, locale, audience });
}
