import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import { decodeReportBytes, lineAt } from '../../corpus/report-bytes.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';

/** Where in its file the parts of a report are. Lines count from 1. */
export interface ReportLines {
  /** As people know it, such as `data/ferry.md`. */
  readonly file: string;
  ofParagraph(paragraph: Paragraph): number;
  /** The first line that holds the question's words; 1 when YAML wrote it in another form. */
  ofQuestion(question: string): number;
}

/** Reads the report's file once more: the report itself does not know its lines. */
export async function loadReportLines(dataDir: string, { id, body }: Report): Promise<ReportLines> {
  const file = posix.join(dataDir, `${id}.md`);
  const decoded = decodeReportBytes(await readFile(file));
  const text = decoded.kind === 'text' ? decoded.text : '';
  // The body is the file's end.
  const bodyAt = text.length - body.length;
  return {
    file,
    ofParagraph: ({ span }) => lineAt(text, bodyAt + span.start),
    ofQuestion: (question) =>
      Math.max(
        text.split('\n').findIndex((line) => line.includes(question)),
        0,
      ) + 1,
  };
}
