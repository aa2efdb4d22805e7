import type { Client } from '@opensearch-project/opensearch';
import { z } from 'zod';
import { runCooperatively } from '../../text/cooperative-task.ts';
import { B, K } from '../bm25.ts';
import { SearchError, type WeightedTerm } from '../candidate-source.ts';
import type { ParagraphKey } from '../index/remote-documents.ts';
import type { IndexedReport } from '../index/report-analysis.ts';
import { statusOf } from './explain-error.ts';
import { batchesOf, type Line, nextBatch, tokenOf } from './paragraph-batches.ts';
import type { ReportFilter } from './report-filter.ts';

/** One document for each paragraph of any report, and one, its mark, for each report that is complete. */
export interface ParagraphIndex {
  /** Those of the reports that are not there, or not whole. Where there are none, all of them can be found. */
  lacking(reports: readonly IndexedReport[]): Promise<readonly IndexedReport[]>;
  /** Brings in reports, until `signal` is aborted. What two processes write at once is the same. */
  fill(reports: readonly IndexedReport[], signal: AbortSignal): Promise<void>;
  /** At most `size` paragraphs that the filter lets through and that contain any of the terms, the likeliest. */
  find(terms: readonly WeightedTerm[], filter: ReportFilter, size: number): Promise<readonly ParagraphKey[]>;
  /** Resolves when the index can be searched, or is not made yet. */
  probe(): Promise<void>;
  /** Removes the reports that are not in use: `findUsed` gives those of some hashes that are. Gives how many it were. */
  forget(findUsed: FindUsed): Promise<number>;
}

export type FindUsed = (hashes: readonly string[]) => Promise<ReadonlySet<string>>;

/**
 * The number rises when the stems of a text change: those of questions must be those that were indexed. A test compares
 * them. The index before may be deleted once no process of the version before runs.
 */
export const STEMS_VERSION = 1;
export const indexOf = (owner: string): string => `pilcrow-paragraphs-${STEMS_VERSION}-${owner}`;

const DEFINITION = {
  settings: {
    // With a second node, a copy there.
    auto_expand_replicas: '0-1',
    // Whoever writes says when it is complete.
    refresh_interval: '-1',
    'similarity.default.type': 'BM25',
    'similarity.default.k1': K,
    'similarity.default.b': B,
  },
  mappings: {
    dynamic: 'strict',
    properties: {
      report: { type: 'keyword' },
      number: { type: 'integer' },
      at: { type: 'integer', index: false },
      // Where in a paragraph a stem stands is not asked: without it, half of the server's work.
      stems: { type: 'text', analyzer: 'whitespace', index_options: 'freqs' },
    },
  },
} as const;

/** A document's fields, each a list of one. */
const keyOf = z
  .object({ report: z.tuple([z.string()]), at: z.tuple([z.number()]) })
  .transform(({ report: [hash], at: [at] }): ParagraphKey => ({ hash, at }));
const pageOf = z.object({
  buckets: z.array(z.object({ key: z.object({ report: z.string() }) })),
  after_key: z.object({ report: z.string() }).optional(),
});

/** Where the index is not made yet. */
const NO_PAGE = { buckets: [] };

/** Reports that one request asks for. */
const SLICE = 1000;
/** Milliseconds for a request that writes. */
const WRITE_PATIENCE = 60_000;
/** A server takes 1,024 clauses by default. The rarest terms come first. */
const MOST_TERMS = 1000;

/** `owner`: whose index it is; see `SearchPlace`. */
export function createParagraphIndex(client: Client, owner: string): ParagraphIndex {
  const index = indexOf(owner);
  const patient = { requestTimeout: WRITE_PATIENCE };

  async function create(): Promise<void> {
    try {
      await client.indices.create({ index, body: DEFINITION }, patient);
    } catch (error) {
      // It is there already.
      if (statusOf(error) !== 400) throw error;
    }
  }

  /** Of an index that is not there, nothing is. */
  async function isComplete(hashes: readonly string[]): Promise<readonly boolean[]> {
    const { body } = await client.mget({ index, _source: false, body: { ids: [...hashes] } }, patient);
    return body.docs.map((doc) => 'found' in doc && doc.found);
  }

  async function write(lines: readonly Line[]): Promise<void> {
    if (lines.length === 0) return;
    const { body } = await client.bulk({ index, body: [...lines] }, patient);
    const [failed] = body.items.flatMap((item) => Object.values(item)).filter(({ error }) => error);
    if (failed)
      throw new SearchError(`Cannot bring in a paragraph: ${failed.error?.reason ?? failed.status}`);
  }

  /** Hashes of reports that any document is of, page by page. */
  async function reportsAfter(after: Record<string, string> | undefined) {
    const composite = { size: SLICE, sources: [{ report: { terms: { field: 'report' } } }] };
    const aggs = { reports: { composite: { ...composite, ...(after && { after }) } } };
    const asked = { index, ignore_unavailable: true, body: { size: 0, aggs } };
    const { body } = await client.search(asked, patient);
    const page = pageOf.parse(body.aggregations?.['reports'] ?? NO_PAGE);
    return { hashes: page.buckets.map(({ key }) => key.report), after: page.after_key };
  }

  return {
    async lacking(reports) {
      const lacking: IndexedReport[] = [];
      for (let from = 0; from < reports.length; from += SLICE) {
        const some = reports.slice(from, from + SLICE);
        const complete = await isComplete(some.map(({ hash }) => hash));
        lacking.push(...some.filter((_, at) => complete[at] !== true));
      }
      // Even where another process wrote it all: it may not have come as far as this.
      if (lacking.length === 0) await client.indices.refresh({ index, ignore_unavailable: true }, patient);
      return lacking;
    },
    async fill(reports, signal) {
      await create();
      const batches = batchesOf(reports);
      let marks: readonly Line[] = [];
      for (;;) {
        const batch = await runCooperatively(nextBatch(batches));
        if (batch === undefined || signal.aborted) break;
        // A mark is written after all that it vouches for.
        await write([...marks, ...batch.lines]);
        marks = batch.marks;
      }
      await write(marks);
      await client.indices.refresh({ index }, patient);
    },
    async find(terms, filter, size) {
      const should = terms.slice(0, MOST_TERMS).map(({ stem, boost }) => ({
        term: { stems: { value: tokenOf(stem), boost } },
      }));
      const { body } = await client.search({
        index,
        allow_partial_search_results: false,
        body: {
          size,
          track_total_hits: false,
          stored_fields: '_none_',
          docvalue_fields: ['report', 'at'],
          query: {
            bool: { should, minimum_should_match: 1, filter },
          },
        },
      });
      return body.hits.hits.map(({ fields }) => keyOf.parse(fields));
    },
    async probe() {
      await client.search({ index, ignore_unavailable: true, body: { size: 0 } });
    },
    async forget(findUsed) {
      let forgotten = 0;
      let after: Record<string, string> | undefined;
      do {
        const page = await reportsAfter(after);
        const used = await findUsed(page.hashes);
        const unused = page.hashes.filter((hash) => !used.has(hash));
        // The marks first: what is left of a report must not count as all of it.
        await write(unused.map((hash) => ({ delete: { _id: hash } })));
        const query = { terms: { report: unused } };
        if (unused.length > 0)
          await client.deleteByQuery(
            { index, conflicts: 'proceed', refresh: true, body: { query } },
            patient,
          );
        forgotten += unused.length;
        ({ after } = page);
      } while (after !== undefined);
      return forgotten;
    },
  };
}
