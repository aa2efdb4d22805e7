import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Fault } from '../../corpus/fault.ts';
import { loadCorpus } from '../../corpus/load-corpus.ts';
import { decodeReportBytes, lineAt } from '../../corpus/report-bytes.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';
import { createFixedLibrary, type Library } from '../../library/library.ts';
import type { Reader } from '../../reader/reader.ts';

/** The reports that load, and what is wrong: faults of the files, and suggested questions without an answer. */
export async function findProblems(
  dataDir: string,
  progress: Progress,
  reader: Reader,
): Promise<{ readonly reports: readonly Report[]; readonly problems: readonly Fault[] }> {
  progress.show('reading the reports');
  const { reports, faults } = await loadCorpus(dataDir);
  progress.show(`indexing ${reports.length} reports`);
  const library = await createFixedLibrary(reports, reader);
  const total = reports.reduce((sum, { questions }) => sum + questions.length, 0);
  const unanswered = await findUnanswered(library, dataDir, (asked) =>
    progress.show(`asked ${asked} of ${total} suggested questions`),
  );
  progress.done();
  return { reports, problems: [...faults, ...unanswered] };
}

/** Asks every suggested question of every report; a fault for each that its own report does not answer first. */
async function findUnanswered(
  library: Library,
  dataDir: string,
  onAsked: (count: number) => void,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  let asked = 0;
  for (const report of library.reports) {
    for (const question of report.questions) {
      const answer = await library.answer(question);
      onAsked((asked += 1));
      if (answer.kind === 'quoted' && answer.passages[0].report.id === report.id) continue;
      const lines = await loadReportLines(dataDir, report);
      const found =
        answer.kind === 'none'
          ? []
          : answer.passages.slice(0, 3).map(({ report: { id }, paragraph }) => `${id} ¶ ${paragraph.number}`);
      const nearest = found.length > 0 ? `the nearest are ${found.join(', ')}` : 'nothing comes near';
      faults.push({
        file: lines.file,
        line: lines.ofQuestion(question),
        message: `the suggested question ${JSON.stringify(question)} is answered "${answer.kind}" (${nearest}), wanted a passage of this report`,
      });
    }
  }
  return faults;
}

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

/** Shows how far long work is, on one line that goes when it is done. */
export interface Progress {
  show(text: string): void;
  done(): void;
}

const CLEAR_LINE = '\r\u001B[K';

/** Only who sits at a terminal sees it; a file or a pipe gets nothing. */
export const createProgress = (stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): Progress => ({
  show: (text) => void (stream.isTTY && stream.write(`${CLEAR_LINE}${text}`)),
  done: () => void (stream.isTTY && stream.write(CLEAR_LINE)),
});
