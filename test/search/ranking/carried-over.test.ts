import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Report } from '../../../src/corpus/report.ts';
import { createLexicalRanker, type LexicalRanker } from '../../../src/search/ranking/lexical-ranker.ts';
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

/** What happens to a library between two reloads: a report comes or changes, goes, or reports change places. */
const edit = fc.oneof(
  fc
    .constantFrom('a', 'b', 'c', 'd')
    .chain((id) => report(id).map((made) => ({ kind: 'put', made }) as const)),
  fc.nat().map((at) => ({ kind: 'remove', at }) as const),
  fc.nat().map((at) => ({ kind: 'rotate', at }) as const),
);

function apply(reports: readonly Report[], change: Edit): readonly Report[] {
  switch (change.kind) {
    case 'put':
      return [...reports.filter(({ id }) => id !== change.made.id), change.made];
    case 'remove':
      return reports.filter((_, at) => at !== change.at % Math.max(1, reports.length));
    case 'rotate': {
      const at = change.at % Math.max(1, reports.length);
      return [...reports.slice(at), ...reports.slice(0, at)];
    }
  }
}

type Edit = typeof edit extends fc.Arbitrary<infer One> ? One : never;

const QUESTIONS = [
  'When did the ferry sink off Norra?',
  'Who is not the harbour captain?',
  'What did the MSB open in 1974?',
];

async function everything(ranker: LexicalRanker, report: string | undefined) {
  const where = report === undefined ? {} : { report };
  return Promise.all(
    QUESTIONS.map(async (question) => ({
      ranking: await ranker.rank(question, { limit: 10, ...where }),
      explained: await ranker.explain(question, { limit: 3, ...where }),
      found: await ranker.search(question, { from: 0, limit: 60, ...where }),
    })),
  );
}

it('an index over reports carried over from older ones is the index built anew, whatever the edits', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async (edits) => {
      let reports: readonly Report[] = [];
      for (const each of edits) {
        reports = apply(reports, each);
        const carried = await createLexicalRanker(reports);
        // A copy is another report to the index, of which nothing was kept.
        const anew = await createLexicalRanker(structuredClone(reports));
        for (const id of [undefined, reports[0]?.id])
          expect(await everything(carried, id)).toEqual(await everything(anew, id));
      }
    }),
    { numRuns: runs(40) },
  );
});
