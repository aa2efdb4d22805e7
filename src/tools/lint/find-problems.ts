import { readFile } from 'node:fs/promises';
import { posix } from 'node:path';
import type { Answer, Passage } from '../../answer/answer.ts';
import type { Fault } from '../../corpus/fault.ts';
import { loadCorpus } from '../../corpus/load-corpus.ts';
import { decodeReportBytes, lineAt } from '../../corpus/report-bytes.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';
import { createFixedLibrary, type Library } from '../../library/library.ts';
import type { Reader } from '../../reader/reader.ts';
import { runSync } from '../../text/cooperative-task.ts';

/** The reports that load, and what is wrong: faults of the files, and suggested questions that their report does not answer. */
export async function findProblems(
  dataDir: string,
  progress: Progress,
  reader: Reader,
): Promise<{
  readonly reports: readonly Report[];
  readonly problems: readonly Fault[];
  /** Suggested questions that another report answers when all are asked. */
  readonly clashes: readonly Fault[];
}> {
  progress.show('reading the reports');
  const { reports, faults } = await loadCorpus(dataDir);
  progress.show(`indexing ${reports.length} reports`);
  const library = await createFixedLibrary(reports, reader);
  const total = reports.reduce((sum, { questions }) => sum + questions.length, 0);
  const { unanswered, clashes } = await checkQuestions(library, dataDir, (asked) =>
    progress.show(`asked ${asked} of ${total} suggested questions`),
  );
  progress.done();
  return { reports, problems: [...faults, ...unanswered], clashes };
}

/**
 * Asks every suggested question of its own report, which must answer it, and then of all: a report that comes later may
 * answer it better, which is no fault of the one that suggests it.
 */
async function checkQuestions(
  library: Library,
  dataDir: string,
  onAsked: (count: number) => void,
): Promise<{ readonly unanswered: readonly Fault[]; readonly clashes: readonly Fault[] }> {
  const unanswered: Fault[] = [];
  const clashes: Fault[] = [];
  let asked = 0;
  for (const report of library.reports) {
    for (const question of report.questions) {
      const own = await library.answer(question, { report: report.id });
      const among = library.reports.length > 1 ? await library.answer(question) : own;
      onAsked((asked += 1));
      const isClash = among.kind !== 'quoted' || among.passages[0].report.id !== report.id;
      if (own.kind === 'quoted' && !isClash) continue;
      const lines = await loadReportLines(dataDir, report);
      const tell = (faults: Fault[], message: string): void =>
        void faults.push({
          file: lines.file,
          line: lines.ofQuestion(question),
          message: `the suggested question ${JSON.stringify(question)} ${message}`,
        });
      if (own.kind !== 'quoted')
        tell(
          unanswered,
          `is answered "${own.kind}" (${nearestOf(own)}), wanted a passage of this report that is quoted`,
        );
      else if (among.kind === 'quoted')
        tell(clashes, `is answered by ${placeOf(among.passages[0])} when all reports are asked`);
      else tell(clashes, `is answered "${among.kind}" (${nearestOf(among)}) when all reports are asked`);
    }
  }
  return { unanswered, clashes };
}

const placeOf = ({ report, paragraph }: Passage): string => `${report.id} ¶ ${paragraph.number}`;

function nearestOf(answer: Answer): string {
  const nearest = answer.kind === 'none' ? [] : answer.passages.slice(0, 3).map(placeOf);
  return nearest.length > 0 ? `the nearest are ${nearest.join(', ')}` : 'nothing comes near';
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
  const decoded = runSync(decodeReportBytes(await readFile(file)));
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
export const createProgress = (
  stream: Pick<NodeJS.WritableStream, 'write'> & { readonly isTTY?: boolean },
): Progress => ({
  show: (text) => void (stream.isTTY && stream.write(`${CLEAR_LINE}${text}`)),
  done: () => void (stream.isTTY && stream.write(CLEAR_LINE)),
});
