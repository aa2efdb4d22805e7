import { ChangeError } from '../library/change-reports.ts';
import { escapeMarkdown, truncate } from '../render/quote/escape.ts';
import { privateNote, type Reply } from '../render/reply.ts';

/** A reason may list the faults of a whole report. In characters, before escaping, which at most doubles them. */
const REASON_LIMIT = 1500;

/** What `work` replies, or why the reports stay as they are. */
export async function noteOnChangeError(
  say: (why: string) => string,
  work: () => Promise<Reply>,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    return privateNote(say(escapeMarkdown(truncate(error.message, REASON_LIMIT))));
  }
}
