import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Report } from '../../../src/corpus/report.ts';
import { createMemorySource, type Release } from '../../../src/search/index/memory-source.ts';
import { analyseReport } from '../../../src/search/index/report-analysis.ts';
import {
  createLexicalRanker,
  type LexicalRanker,
  rankerOver,
} from '../../../src/search/ranking/lexical-ranker.ts';
import { createLanguages } from '../../../src/text/language.ts';
import { runSync } from '../../../src/text/cooperative-task.ts';
import { paragraph as hostileParagraph } from '../../support/hostile-text.ts';
import { reportOf } from '../../support/report.ts';
import { runs } from '../../property-runs.ts';

const sentence = fc
  .array(
    fc.constantFrom(
      ...'The the Norra ferry ferries harbour Harbour sank sinking on 2 May 1974 MSB captain he of not 4.7 million'.split(
        ' ',
      ),
    ),
    { minLength: 2, maxLength: 9 },
  )
  .map((words) => `${words.join(' ')}.`);
const paragraph = fc.oneof(
  { weight: 6, arbitrary: fc.array(sentence, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')) },
  { weight: 1, arbitrary: fc.constant('The Maritime Safety Board (MSB) opened an inquiry.') },
  { weight: 1, arbitrary: hostileParagraph },
);
const report = (id: string) =>
  fc
    .record({
      title: fc.constantFrom('The ferry', 'Harbour news', 'Norra'),
      language: fc.constantFrom('en', 'en', 'en-GB', 'de'),
      paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 30 }),
    })
    .map(({ paragraphs, ...fields }) => reportOf(paragraphs, { id, ...fields }));

/** What happens to the versions of a library: a report comes or changes, goes, or reports change places; one is forgotten. */
const event = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('a', 'b', 'c', 'd')
      .chain((id) => report(id).map((made) => ({ kind: 'put', made }) as const)),
  },
  { weight: 1, arbitrary: fc.nat().map((at) => ({ kind: 'remove', at }) as const) },
  { weight: 1, arbitrary: fc.nat().map((at) => ({ kind: 'rotate', at }) as const) },
  { weight: 2, arbitrary: fc.nat().map((at) => ({ kind: 'forget', at }) as const) },
  { weight: 1, arbitrary: fc.nat().map((at) => ({ kind: 'roll back', at }) as const) },
);
type Event = typeof event extends fc.Arbitrary<infer One> ? One : never;

/** The reports of the next version; undefined: no new one. */
function publishedBy(happening: Event, versions: readonly Version[]): readonly Report[] | undefined {
  const reports = versions.at(-1)?.reports ?? [];
  switch (happening.kind) {
    case 'put':
      return [...reports.filter(({ id }) => id !== happening.made.id), happening.made];
    case 'remove':
      return reports.filter((_, at) => at !== happening.at % Math.max(1, reports.length));
    case 'rotate': {
      const at = happening.at % Math.max(1, reports.length);
      return [...reports.slice(at), ...reports.slice(0, at)];
    }
    case 'roll back':
      return versions[happening.at % Math.max(1, versions.length)]?.reports;
    case 'forget':
      return undefined;
  }
}

interface Version {
  readonly reports: readonly Report[];
  readonly ranker: LexicalRanker;
  /** What a ranker says that has never known other reports. */
  readonly alone: Awaited<ReturnType<typeof everything>>;
  readonly release: Release;
}

const QUESTIONS = [
  'When did the ferry sink off Norra?',
  'Who is not the harbour captain?',
  'What did the MSB open in 1974?',
];

/** All that is found, in all reports and in the first. */
async function everything(ranker: LexicalRanker, [first]: readonly Report[]) {
  const scopes = first === undefined ? [{}] : [{}, { report: first.id }];
  return Promise.all(
    scopes.flatMap((scope) =>
      QUESTIONS.map(async (question) => ({
        ranking: await ranker.rank(question, { limit: 10, ...scope }),
        explained: await ranker.explain(question, { limit: 3, ...scope }),
        found: await ranker.search(question, { from: 0, limit: 60, ...scope }),
      })),
    ),
  );
}

it('a version ranks as if it were the only one ever indexed, whatever is published and forgotten around it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 7 }), async (events) => {
      const source = createMemorySource();
      const languageOf = createLanguages();
      const versions: Version[] = [];
      for (const [number, happening] of events.entries()) {
        const reports = publishedBy(happening, versions);
        if (happening.kind === 'forget')
          versions.splice(happening.at % (versions.length + 1), 1)[0]?.release();
        if (reports !== undefined) {
          const indexed = reports.map((each) => ({
            report: each,
            hash: JSON.stringify(each),
            analysis: runSync(analyseReport(each, languageOf(each.language))),
          }));
          const generation = String(number);
          const release = await source.hold(generation, indexed);
          const ranker = createLexicalRanker({ source, generation, reports: indexed, languageOf });
          const alone = await everything(await rankerOver(reports), reports);
          versions.push({ reports, ranker, alone, release });
        }
        for (const { ranker, reports: served, alone } of versions)
          expect(await everything(ranker, served)).toEqual(alone);
      }
    }),
    { numRuns: runs(30) },
  );
});
