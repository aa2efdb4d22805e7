import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { Client } from '@opensearch-project/opensearch';
import { createManualClock } from 'local-discord';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadReports } from '../../src/library/load-reports.ts';
import { createMemorySource } from '../../src/search/index/memory-source.ts';
import { analyseReport, type IndexedReport } from '../../src/search/index/report-analysis.ts';
import { LOOK_OVER_AFTER, type OpenSearch } from '../../src/search/opensearch/open-search.ts';
import { indexOf } from '../../src/search/opensearch/paragraph-index.ts';
import { createLexicalRanker } from '../../src/search/ranking/lexical-ranker.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { createLanguages } from '../../src/text/language.ts';
import { describeCandidateSource } from '../search/candidate-source.contract.ts';
import { englishQuestions } from '../support/english-questions.ts';
import { noOpenSearch } from '../support/opensearch/start-opensearch.ts';
import { useOpenSearch } from '../support/opensearch/use-opensearch.ts';
import { reportOf } from '../support/report.ts';

const languageOf = createLanguages();
const indexed = (id: string, paragraphs: readonly string[]): IndexedReport => {
  const report = reportOf(paragraphs, { id });
  return { report, hash: id, analysis: runSync(analyseReport(report, languageOf('en'))) };
};
const ferry = indexed('ferry', ['The ferry sank.', 'Nobody was hurt.']);
const bridge = indexed('bridge', ['The bridge fell.']);

/** Questions of the reader's training, each with the passage that it is about. */
function readPassages(): readonly { readonly question: string; readonly paragraph: string }[] {
  const lines = gunzipSync(readFileSync('test/fit/reader/passages.jsonl.gz')).toString('utf8').split('\n');
  return lines
    .filter((line, at) => at % 14 === 0 && line !== '')
    .map((line) => passage.parse(JSON.parse(line)));
}
const passage = z.object({ question: z.string(), paragraph: z.string() });

describe.skipIf(noOpenSearch !== undefined)('with an OpenSearch server', () => {
  const server = useOpenSearch();
  let search: OpenSearch;
  let client: Client;
  beforeAll(async () => {
    search = await server.open();
    client = new Client({ node: `http://127.0.0.1:${server.port}` });
  });
  const idsThere = async (): Promise<readonly string[]> => {
    const { body } = await client.search({
      index: indexOf('test'),
      body: { size: 1000, sort: ['report', 'at'] },
    });
    return body.hits.hits.map(({ _id }) => String(_id));
  };
  const ferryTerms = [{ stem: languageOf('en').stem('ferry'), boost: 1 }];

  it('forgets the reports that nobody uses, and brings one in again that is wanted later', async () => {
    const source = createMemorySource({ remote: search });
    const release = await source.hold('both', [ferry, bridge]);
    expect(await idsThere()).toEqual(['bridge#0', 'bridge', 'ferry#0', 'ferry#1', 'ferry']);
    expect(await search.forget(async () => new Set(['bridge', 'never there']))).toBe(1);
    expect(await idsThere()).toEqual(['bridge#0', 'bridge']);
    release();
    await source.hold('again', [ferry]);
    expect(await source.candidates(ferryTerms, { generation: 'again' }, 5)).toEqual([
      { report: 'ferry', at: 0 },
    ]);
    expect(await search.forget(async () => new Set())).toBe(2);
    expect(await idsThere()).toEqual([]);
  });

  it('has what was brought in ahead when it is first held', async () => {
    const mill = indexed('mill', ['The mill burnt.', 'A watchman saw it.']);
    await search.ahead([mill]);
    const isBroughtIn = () => server.events().filter((event) => event === 'paragraphs brought in').length;
    const before = isBroughtIn();
    expect(await idsThere()).toEqual(expect.arrayContaining(['mill#0', 'mill#1', 'mill']));
    const source = createMemorySource({ remote: search });
    const release = await source.hold('mill', [mill]);
    const terms = [{ stem: languageOf('en').stem('watchman'), boost: 1 }];
    expect(await source.candidates(terms, { generation: 'mill' }, 5)).toMatchObject([
      { report: 'mill', at: 1 },
    ]);
    expect(isBroughtIn()).toBe(before);
    release();
    await search.forget(async () => new Set());
  });

  it('completes a report that a process brought in by half', async () => {
    const release = await createMemorySource({ remote: search }).hold('whole', [ferry]);
    release();
    await client.bulk({
      body: ['ferry', 'ferry#0'].map((_id) => ({ delete: { _index: indexOf('test'), _id } })),
    });
    const source = createMemorySource({ remote: search });
    await source.hold('whole', [ferry]);
    expect(await source.candidates(ferryTerms, { generation: 'whole' }, 5)).toHaveLength(1);
  });

  it('has large generations alone on the server, and answers alike from there and from memory', async () => {
    const source = createMemorySource({ remote: await server.open({ from: 3 }) });
    await search.forget(async () => new Set());
    const small = await source.hold('small', [ferry]);
    expect(await idsThere()).toEqual([]);
    await source.hold('large', [ferry, bridge]);
    expect(await idsThere()).toHaveLength(5);
    const found = [{ report: 'ferry', at: 0 }];
    for (const generation of ['small', 'large'])
      expect(await source.candidates(ferryTerms, { generation }, 5)).toEqual(found);
    small();
    expect(await source.candidates(ferryTerms, { generation: 'large' }, 5)).toEqual(found);
  });

  it('finds the paragraphs of thousands of reports, and none of others beside them', async () => {
    const source = createMemorySource({ remote: search });
    const many = Array.from({ length: 3000 }, (_, at) =>
      indexed(`report-${at}`, [`The ferry had number ${at}.`]),
    );
    const odd = many.filter((_, at) => at % 2 === 1);
    await source.hold('all', many);
    await source.hold('odd', odd);
    const found = await source.candidates(ferryTerms, { generation: 'odd' }, 2000);
    expect(found.map(({ report }) => report).sort()).toEqual(odd.map(({ report }) => report.id).sort());
  });

  it('brings in again what another program removed, when it looks the next time', async () => {
    const clock = createManualClock();
    const source = createMemorySource({ remote: await server.open({}, clock) });
    await source.hold('kept', [ferry]);
    await client.bulk({
      refresh: true,
      body: ['ferry', 'ferry#0'].map((_id) => ({ delete: { _index: indexOf('test'), _id } })),
    });
    const found = () => source.candidates(ferryTerms, { generation: 'kept' }, 5);
    expect(await found()).toEqual([]);
    clock.advance(LOOK_OVER_AFTER);
    await expect.poll(found, { timeout: 20_000 }).toEqual([{ report: 'ferry', at: 0 }]);
  });

  // None of the hundreds of generations that it holds is looked over.
  let unwatched: OpenSearch;
  beforeAll(async () => {
    unwatched = await server.open({}, createManualClock());
  });
  describeCandidateSource(
    'OpenSearch',
    () => {
      const source = createMemorySource({ remote: unwatched });
      return {
        source,
        async publish(generation, reports) {
          const release = await source.hold(generation, reports);
          return async () => release();
        },
      };
    },
    1 / 4,
  );

  it('ranks every English question as memory does, to the first paragraph', async () => {
    const passages = readPassages();
    const texts = [...new Set(passages.map(({ paragraph }) => paragraph))];
    const reports = [
      ...(await loadReports('data')).map((report): IndexedReport => {
        const analysis = runSync(analyseReport(report, languageOf(report.language)));
        return { report, hash: report.id, analysis };
      }),
      ...Array.from({ length: texts.length / 20 }, (_, at) =>
        indexed(`passages-${at}`, texts.slice(20 * at, 20 * at + 20)),
      ),
    ];
    const rankers = [];
    for (const source of [createMemorySource(), createMemorySource({ remote: search })]) {
      await source.hold('shipped', reports);
      rankers.push(createLexicalRanker({ source, generation: 'shipped', reports, languageOf }));
    }
    const questions = [...englishQuestions(), ...passages.map(({ question }) => question)];
    expect(questions.length).toBeGreaterThan(1500);
    for (const question of questions) {
      const [inMemory, onServer] = await Promise.all(
        rankers.map(async (ranker) => (await ranker.rank(question, { limit: 1 })).paragraphs[0]),
      );
      expect({ question, first: onServer }).toEqual({ question, first: inMemory });
    }
  });
});
