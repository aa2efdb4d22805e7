import { slice } from '../../src/text/span.ts';
import { findStatements } from '../../src/attribution/find-statements.ts';
import { reportOf } from './report.ts';

/** The statements of a body as "speaker => statement", "?" for no speaker. Paragraphs stand between blank lines. */
export function readStatements(body: string, language = 'en'): string[] {
  const report = reportOf(body.split('\n\n'), { language });
  return findStatements(report).map(
    ({ span, speaker }) => `${speaker ? slice(report.body, speaker) : '?'} => ${slice(report.body, span)}`,
  );
}
