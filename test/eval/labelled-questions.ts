import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { UsageError } from '../../src/tools/run-tool.ts';

const schema = z.object({
  id: z.string(),
  question: z.string(),
  /** Absent: asked of the whole library. */
  report: z.string().optional(),
  kind: z.enum(['answerable', 'near-miss', 'off-topic']),
  /** Counted from 1; null where no paragraph answers. */
  paragraph: z.number().int().positive().nullable(),
  /** Verbatim; one of them is in the sentence that answers. */
  answers: z.array(z.string()),
});

/** A question whose right answer is known. */
export type LabelledQuestion = z.infer<typeof schema>;

/** Reads one JSON object a line; blank lines are skipped. @throws UsageError naming the line that is wrong */
export async function loadLabelledQuestions(file: string): Promise<readonly LabelledQuestion[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`Cannot read "${file}": ${error instanceof Error ? error.message : String(error)}`);
  });
  return text
    .split('\n')
    .flatMap((line, at) => (line.trim() === '' ? [] : [parseLine(line, `${file}, line ${at + 1}`)]));
}

function parseLine(line: string, place: string): LabelledQuestion {
  try {
    return schema.parse(JSON.parse(line));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON';
    throw new UsageError(`Cannot read a question (${place}): ${why}`);
  }
}
