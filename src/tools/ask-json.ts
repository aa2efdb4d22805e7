import { z } from 'zod';
import type { Answer, Passage } from '../answer/answer.ts';
import { slice } from '../text/span.ts';
import { UsageError } from './run-tool.ts';

const batchLine = z.object({ id: z.string(), question: z.string(), report: z.string().optional() });

/** One question of `ask --batch`. */
export type BatchLine = z.infer<typeof batchLine>;

/** @throws {UsageError} naming the line, counted from 1, and what is wrong with it. */
export function parseBatchLine(line: string, number: number): BatchLine {
  const wanted = 'wanted {"id": "…", "question": "…"} and, if you like, "report": "…"';
  const parsed = batchLine.safeParse(parseJson(line));
  if (parsed.success) {
    requireShort(parsed.data.question, `Cannot answer line ${number}: `);
    return parsed.data;
  }
  const [issue] = parsed.error.issues;
  const where = issue?.path.length
    ? `${issue.path.join('.')} is missing or not a string`
    : 'is not a JSON object';
  throw new UsageError(`Cannot answer line ${number}: ${where}, ${wanted}`);
}

/** In UTF-16 units: the most that Discord lets a person type into an option. */
const LONGEST_QUESTION = 6000;

/** Takes no question here that nobody could ask there. `place` begins the message. @throws {UsageError} */
export function requireShort({ length }: string, place = ''): void {
  if (length > LONGEST_QUESTION)
    throw new UsageError(`${place}the question has ${length} characters, wanted at most ${LONGEST_QUESTION}`);
}

/** Undefined when `line` is not JSON, which no schema of ours accepts. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** An answer as `ask --json` and `ask --batch` print it; paragraphs are counted from 1. Texts are verbatim. */
export const answerRecord = (answer: Answer) => ({
  kind: answer.kind,
  confidence: answer.confidence,
  passages: answer.kind === 'none' ? [] : answer.passages.map(passageRecord),
});

const passageRecord = ({ report, paragraph, sentence, answer, speaker, score }: Passage) => ({
  report: report.id,
  paragraph: paragraph.number,
  text: slice(report.body, paragraph.span),
  sentence: sentence ? slice(report.body, sentence) : null,
  answer: answer ? slice(report.body, answer) : null,
  speaker: speaker ? slice(report.body, speaker) : null,
  score,
});
