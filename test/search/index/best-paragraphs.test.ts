import * as fc from 'fast-check';
import MiniSearch from 'minisearch';
import { expect, it } from 'vitest';
import { atOnce } from '../../../src/text/steps.ts';
import { createBestParagraphs } from '../../../src/search/index/best-paragraphs.ts';
import { createParagraphIndex } from '../../../src/search/index/paragraph-index.ts';
import { reportOf } from '../../support/report.ts';

const WORDS = 'ferry harbour storm captain island rudder quay lamp rope anchor'.split(' ');
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 });
const reports = fc.array(fc.array(text, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });
const sought = fc.uniqueArray(
  fc.record({ word: fc.constantFrom(...WORDS), boost: fc.constantFrom(0.5, 1) }),
  {
    minLength: 1,
    selector: ({ word }) => word,
  },
);

it('finds what MiniSearch finds, in its order, in all reports and in one', () => {
  fc.assert(
    fc.property(
      reports,
      sought,
      fc.nat({ max: 3 }),
      fc.integer({ min: 1, max: 6 }),
      (made, asked, one, most) => {
        const index = atOnce(
          createParagraphIndex(
            made.map((paragraphs, at) =>
              reportOf(
                paragraphs.map((words) => words.join(' ')),
                { id: `r${at}` },
              ),
            ),
          ),
        );
        const { lexicon } = index;
        const terms = asked.flatMap(({ word, boost }) => {
          const term = lexicon.findTerm(lexicon.languageOf('en').stem(word));
          return term === undefined ? [] : [{ term, boost }];
        });
        const reference = new MiniSearch<{ id: number; text: string }>({
          fields: ['text'],
          processTerm: (term) => (term.includes(' ') ? term : lexicon.languageOf('en').stem(term)),
        });
        reference.addAll(made.flat().map((words, id) => ({ id, text: words.join(' ') })));
        for (const scope of [index.library, index.reports.get(`r${one % made.length}`) ?? index.library]) {
          const wanted = reference
            .search(terms.map(({ term }) => lexicon.termText(term)).join(' '), {
              bm25: { k: 1.2, b: 0.75, d: 0 },
              boostTerm: (_, at) => terms[at]?.boost ?? 1,
              filter: ({ id }) => Number(id) >= scope.from && Number(id) < scope.to,
            })
            .map(({ id, score }) => ({ key: Number(id), score }));
          const scoreOf = new Map(wanted.map(({ key, score }) => [key, score]));
          const found = createBestParagraphs(index)(terms, scope, most);
          expect(found).toHaveLength(Math.min(most, wanted.length));
          // MiniSearch sums its average length in another order, so equal scores may differ in the last digits.
          for (const [at, key] of found.entries())
            expect(scoreOf.get(key)).toBeCloseTo(wanted[at]?.score ?? Number.NaN, 9);
          expect(new Set(found).size).toBe(found.length);
        }
      },
    ),
  );
});
