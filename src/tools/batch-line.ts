import { z } from 'zod';
import { UsageError } from './usage-error.ts';

const batchLine = z.object({ id: z.string(), question: z.string(), report: z.string().optional() });

/** One question of `ask --batch`. */
export type BatchLine = z.infer<typeof batchLine>;

/** @throws {UsageError} naming the line, counted from 1, and what is wrong with it. */
export function parseBatchLine(line: string, number: number): BatchLine {
  const wanted = 'wanted {"id": "…", "question": "…"} and, if you like, "report": "…"';
  const parsed = batchLine.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.length
    ? `${issue.path.join('.')} is missing or not a string`
    : 'is not a JSON object';
  throw new UsageError(`Cannot answer line ${number}: ${where}, ${wanted}`);
}

/** Undefined when `line` is not JSON, which no schema of ours accepts. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
