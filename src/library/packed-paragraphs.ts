import type { Paragraph } from '../corpus/report.ts';
import type { Task } from '../text/cooperative-task.ts';
import type { Span } from '../text/span.ts';

/** Paragraphs as they lie on disk: a hundred thousand small objects take a tenth of a second to read, numbers nothing. */
export interface PackedParagraphs {
  /** For each: start, end, index of its heading or -1, number of sentences; then start and end of each sentence. */
  readonly numbers: Int32Array;
  /** Each once. */
  readonly headings: readonly string[];
}

export function* packParagraphs(paragraphs: readonly Paragraph[]): Task<PackedParagraphs> {
  const numbers: number[] = [];
  const headings = new Map<string, number>();
  for (const { span, sentences, heading } of paragraphs) {
    const at = heading === undefined ? -1 : (headings.get(heading) ?? headings.size);
    if (heading !== undefined) headings.set(heading, at);
    numbers.push(span.start, span.end, at, sentences.length);
    for (const { start, end } of sentences) numbers.push(start, end);
    yield;
  }
  return { numbers: Int32Array.from(numbers), headings: [...headings.keys()] };
}

export function* unpackParagraphs({ numbers, headings }: PackedParagraphs): Task<readonly Paragraph[]> {
  const paragraphs: Paragraph[] = [];
  let at = 0;
  const next = (): number => numbers[at++] ?? 0;
  const nextSpan = (): Span => ({ start: next(), end: next() });
  while (at < numbers.length) {
    const span = nextSpan();
    const heading = headings[next()];
    const sentences = Array.from({ length: next() }, nextSpan);
    const number = paragraphs.length + 1;
    paragraphs.push({ number, span, sentences, ...(heading !== undefined && { heading }) });
    yield;
  }
  return paragraphs;
}
