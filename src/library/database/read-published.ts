import { countParagraphs } from '../../corpus/report.ts';
import type { ParsedReport } from '../../corpus/parse-report.ts';
import type { OpenSearch } from '../../search/opensearch/open-search.ts';
import { within } from '../../text/clock.ts';
import { type LoadedReport, readBytes, type ReadOptions } from '../corpus-loader.ts';
import { CorpusError } from '../load-reports.ts';
import type { PublishedReport } from './publish.ts';

/** The file of a report that is to be published. */
export interface ReportFile {
  readonly id: string;
  /** In messages. */
  readonly file: string;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  readonly hash: string;
  readonly bytes: Uint8Array;
  readonly parsed?: ParsedReport | undefined;
}

/** Where large collections are searched. */
export type PublishedSearch = Pick<OpenSearch, 'from' | 'ahead' | 'forget'>;

export interface ReadPublishedOptions extends Omit<ReadOptions, 'hash' | 'parsed'> {
  readonly search?: PublishedSearch | undefined;
  /** Paragraphs that the collection has already. */
  readonly others?: number;
}

/** Reports read at once: while the database answers for one, another is read. */
const AT_ONCE = 3;
/** Paragraphs that are brought into the search at once: some hundred milliseconds of its work. */
const BROUGHT_AT_ONCE = 1000;
/** How long publishing waits for the search when all is read, in milliseconds: whoever serves it brings in the rest. */
const MOST_WAIT = 10_000;

/**
 * Reads what is to be published before it is: then no process has to find anew what is in it. What makes a large
 * collection is brought into the search meanwhile.
 * @throws {CorpusError} for the first report that does not load
 */
export async function readPublished(
  files: readonly ReportFile[],
  { search, others = 0, ...options }: ReadPublishedOptions,
): Promise<readonly PublishedReport[]> {
  const published: PublishedReport[] = [];
  let read: LoadedReport[] = [];
  let paragraphs = others;
  let brought: Promise<void> = Promise.resolve();
  for (let from = 0; from < files.length; from += AT_ONCE) {
    const some = await Promise.all(files.slice(from, from + AT_ONCE).map((file) => readOne(file, options)));
    published.push(
      ...some.map(({ report: { id }, fileHash, hash }) => ({ id, hash: fileHash, content: hash })),
    );
    if (search === undefined) continue;
    read.push(...some);
    paragraphs += countOf(some);
    const isEnough = from + AT_ONCE >= files.length || countOf(read) >= BROUGHT_AT_ONCE;
    if (!isEnough || paragraphs < search.from) continue;
    const reports = read;
    read = [];
    brought = brought.then(() => search.ahead(reports));
  }
  await within(MOST_WAIT, brought);
  return published;
}

async function readOne(
  { id, file, hash, bytes, parsed }: ReportFile,
  options: Omit<ReadOptions, 'hash' | 'parsed'>,
): Promise<LoadedReport> {
  const read = await readBytes({ id, file }, bytes, { ...options, hash, parsed });
  if (read.kind === 'faulty') throw new CorpusError(read.faults);
  return read;
}

const countOf = (reports: readonly LoadedReport[]): number =>
  countParagraphs(reports.map(({ report }) => report));
