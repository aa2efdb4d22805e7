import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { B, idf, K } from '../../src/search/bm25.ts';
import { sha256 } from '../../src/library/hashes.ts';
import type { CandidateSource, ParagraphRef, WeightedTerm } from '../../src/search/candidate-source.ts';
import { analyseReport, type IndexedReport } from '../../src/search/index/report-analysis.ts';
import { createLanguages } from '../../src/text/language.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { reportOf } from '../support/report.ts';
import { runs } from '../property-runs.ts';

/** A source, and how reports get into it: `publish` resolves with what makes the source forget them again. */
export interface TestedSource {
  readonly source: CandidateSource;
  publish(generation: string, reports: readonly IndexedReport[]): Promise<() => Promise<void>>;
}

const WORDS = 'ferry harbour storm captain island rudder quay lamp rope anchor'.split(' ');
const languageOf = createLanguages();

const paragraph = fc
  .array(fc.constantFrom(...WORDS, 'the', 'Ferry'), { minLength: 1, maxLength: 12 })
  .map((words) => `${words.join(' ')}.`);
const reports = fc
  .array(fc.array(paragraph, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 })
  .map((made) =>
    made.map((paragraphs, at): IndexedReport => {
      const report = reportOf(paragraphs, { id: `r${at}` });
      const analysis = runSync(analyseReport(report, languageOf('en')));
      return { report, hash: sha256(`${at} ${report.body}`), analysis };
    }),
  );
const terms = fc.uniqueArray(
  fc.record({
    stem: fc.constantFrom(...WORDS, 'zebra').map((word) => languageOf('en').stem(word)),
    boost: fc.constantFrom(0.5, 1),
  }),
  { minLength: 1, selector: ({ stem }) => stem },
);

interface Text {
  readonly ref: ParagraphRef;
  readonly stems: readonly string[];
}

/** The terms of each paragraph, read anew. */
const textsOf = (generation: readonly IndexedReport[]): readonly Text[] =>
  generation.flatMap(({ report }) =>
    report.paragraphs.map(({ span }, at) => ({
      ref: { report: report.id, at },
      stems: languageOf('en')
        .read(report.body.slice(span.start, span.end))
        .filter(({ folded }) => !languageOf('en').functionWords.has(folded))
        .map(({ folded }) => languageOf('en').stem(folded)),
    })),
  );

/** BM25 as the port defines it: by different terms, with the frequencies of all texts. 0: contains no term. */
function scoreOf({ stems }: Text, sought: readonly WeightedTerm[], all: readonly Text[]): number {
  const sizes = all.map((text) => new Set(text.stems).size);
  const average = sizes.reduce((sum, size) => sum + size, 0) / all.length;
  const norm = K * (1 - B + (B * new Set(stems).size) / average);
  const held = sought.filter(({ stem }) => stems.includes(stem));
  const sum = held.reduce((total, { stem, boost }) => {
    const count = stems.filter((each) => each === stem).length;
    const holding = all.filter((text) => text.stems.includes(stem)).length;
    return total + (boost * idf(all.length, holding) * count * (K + 1)) / (count + norm);
  }, 0);
  return sum * held.length;
}

/** What holds for every candidate source. `share`: of the usual runs, for one that takes long. */
export function describeCandidateSource(name: string, create: () => TestedSource, share = 1): void {
  describe(`${name} as a candidate source`, () => {
    it('gives the best paragraphs of the scope, best first, whatever other generations contain', async () => {
      await fc.assert(
        fc.asyncProperty(
          reports,
          reports,
          terms,
          fc.option(fc.nat({ max: 3 }), { nil: undefined }),
          fc.integer({ min: 1, max: 6 }),
          async (own, others, sought, one, limit) => {
            const { source, publish } = create();
            await publish('others', others);
            await publish('own', own);
            const report = one === undefined ? undefined : own[one % own.length]?.report.id;
            const scope = { generation: 'own', ...(report !== undefined && { report }) };
            const all = textsOf(own);
            const scores = new Map(all.map((text) => [JSON.stringify(text.ref), scoreOf(text, sought, all)]));
            const wanted = all
              .filter(({ ref }) => report === undefined || ref.report === report)
              .map(({ ref }) => scores.get(JSON.stringify(ref)) ?? 0)
              .filter((score) => score > 0)
              .sort((a, b) => b - a)
              .slice(0, limit);
            const found = await source.candidates(sought, scope, limit);
            expect(new Set(found.map((ref) => JSON.stringify(ref))).size).toBe(found.length);
            expect(found).toHaveLength(wanted.length);
            // Equal scores leave the order open; rounding leaves their last digits open.
            const foundScores = found.map((ref) => scores.get(JSON.stringify(ref)) ?? 0);
            const [best = 1] = wanted;
            for (const [at, score] of foundScores.entries())
              expect(score / best).toBeCloseTo((wanted[at] ?? 0) / best, 5);
          },
        ),
        { numRuns: runs(200 * share) },
      );
    });

    it('counts what reading a question needs, in all reports and in one', async () => {
      await fc.assert(
        fc.asyncProperty(reports, reports, async (own, others) => {
          const { source, publish } = create();
          await publish('others', others);
          await publish('own', own);
          const all = textsOf(own);
          for (const report of [undefined, own[0]?.report.id]) {
            const scope = { generation: 'own', ...(report !== undefined && { report }) };
            const texts = all.filter(({ ref }) => report === undefined || ref.report === report);
            const statistics = await source.lookup(WORDS, scope);
            expect(statistics.paragraphCount).toBe(texts.length);
            expect(statistics.everywhere).toBe(all.length);
            for (const stem of WORDS.map((word) => languageOf('en').stem(word))) {
              const holding = (some: readonly Text[]): number =>
                some.filter(({ stems }) => stems.includes(stem)).length;
              expect(statistics.countsOf(stem)).toEqual({
                paragraphs: holding(texts),
                // Each paragraph made above is one sentence.
                sentences: holding(texts),
                everywhere: holding(all),
              });
              const spelt = [...statistics.spellingsBeginning(stem.slice(0, 1))].some(
                (spelling) => spelling.stem === stem,
              );
              expect(spelt).toBe(holding(all) > 0);
              // Stems of other generations may be among them.
              const stems = [...statistics.stemsBeginning(stem.slice(0, 4))];
              expect(holding(all) === 0 || stems.includes(stem)).toBe(true);
            }
          }
        }),
        { numRuns: runs(60 * share) },
      );
    });

    it('refuses a generation that was forgotten, and a report that is not in it', async () => {
      const { source, publish } = create();
      const forget = await publish('one', []);
      await expect(source.lookup([], { generation: 'one', report: 'none' })).rejects.toThrow(/none/);
      await forget();
      await expect(source.candidates([], { generation: 'one' }, 5)).rejects.toThrow(/one/);
    });
  });
}
