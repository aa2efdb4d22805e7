import { deserialize, serialize } from 'node:v8';
import type { Paragraph } from '../corpus/report.ts';
import type { ReportAnalysis } from '../search/index/report-analysis.ts';
import { runCooperatively, type Task } from '../text/cooperative-task.ts';
import type { Span } from '../text/span.ts';

/** What took long to find in a report, and follows from its bytes. The words themselves always come from the report. */
export interface CachedAnalysis {
  readonly paragraphs: readonly Paragraph[];
  readonly analysis: ReportAnalysis;
}

/** Where analyses are kept. What goes wrong there goes to the log, and no further. */
export interface AnalysisCache {
  /** `hash`: SHA-256 of the report's bytes, in hexadecimal digits. Undefined for what is not there or is damaged. */
  find(hash: string): Promise<CachedAnalysis | undefined>;
  keep(hash: string, entry: CachedAnalysis): Promise<void>;
  /** Removes all entries but those of `hashes`, which may be many. */
  prune(hashes: Iterable<string>): Promise<void>;
}

/** An analysis as bytes, which only a program of the same version can read. */
export const packAnalysis = async (entry: CachedAnalysis): Promise<Buffer> =>
  serialize(await runCooperatively(pack(entry)));

export const unpackAnalysis = (bytes: Uint8Array): Promise<CachedAnalysis> =>
  runCooperatively(unpack(deserialize(bytes)));

/** As it lies on disk, where the checksum vouches for the shape. */
interface Payload {
  readonly paragraphs: PackedParagraphs;
  /** Each list of strings as JSON in pieces: read so, a short string is in memory once for all reports. */
  readonly lists: Readonly<Record<(typeof LISTS)[number], readonly string[]>>;
  readonly analysis: Omit<ReportAnalysis, (typeof LISTS)[number]>;
}

const LISTS = ['words', 'terms', 'spellings'] as const;

function* pack({ paragraphs, analysis }: CachedAnalysis): Task<Payload> {
  const { words, terms, spellings, ...rest } = analysis;
  const lists = {
    words: yield* packList(words),
    terms: yield* packList(terms),
    spellings: yield* packList(spellings),
  };
  return { paragraphs: yield* packParagraphs(paragraphs), lists, analysis: rest };
}

function* unpack({ paragraphs, lists, analysis }: Payload): Task<CachedAnalysis> {
  return {
    paragraphs: yield* unpackParagraphs(paragraphs),
    analysis: {
      ...withOwnArrays(analysis),
      words: yield* unpackList(lists.words),
      terms: yield* unpackList(lists.terms),
      spellings: yield* unpackList(lists.spellings),
    },
  };
}

/** Strings between two chances for the event loop: a millisecond at most. */
const CHUNK = 4096;

function* packList(list: readonly string[]): Task<readonly string[]> {
  const pieces: string[] = [];
  for (let from = 0; from < list.length; from += CHUNK) {
    pieces.push(JSON.stringify(list.slice(from, from + CHUNK)));
    yield;
  }
  return pieces;
}

function* unpackList(pieces: readonly string[]): Task<readonly string[]> {
  const list: string[] = [];
  for (const piece of pieces) {
    const strings: readonly string[] = JSON.parse(piece);
    list.push(...strings);
    yield;
  }
  return list;
}

/** With copies of the arrays, which are views of all that was read: one of them would keep it in memory. */
function withOwnArrays<Some extends object>(some: Some): Some {
  const own = { ...some };
  for (const [name, value] of Object.entries(own))
    if (value instanceof Int32Array || value instanceof Uint8Array)
      Object.assign(own, { [name]: value.slice() });
  return own;
}

/** Paragraphs as they lie on disk: a hundred thousand small objects take a tenth of a second to read, numbers nothing. */
interface PackedParagraphs {
  /** For each: start, end, index of its heading or -1, number of sentences; then start and end of each sentence. */
  readonly numbers: Int32Array;
  /** Each once. */
  readonly headings: readonly string[];
}

function* packParagraphs(paragraphs: readonly Paragraph[]): Task<PackedParagraphs> {
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

function* unpackParagraphs({ numbers, headings }: PackedParagraphs): Task<readonly Paragraph[]> {
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
