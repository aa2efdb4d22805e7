import type { Report } from '../../src/corpus/report.ts';
import type { RankedParagraph, Ranker } from '../../src/search/ranking/ranker.ts';
import type { LabelledQuestion } from '../eval/labelled-questions.ts';
import { findOutcome, measure, type Measures, type Outcome } from '../eval/measure.ts';
import { type Contender, paragraphId, type Search } from './contender.ts';

/** How well the ranker does on questions whose answers are known. */
export async function measureQuality(
  ranker: Ranker,
  questions: readonly LabelledQuestion[],
  quoteFrom: number,
): Promise<Measures> {
  const outcomes: Outcome[] = [];
  for (const question of questions) outcomes.push(await findOutcome(ranker, question));
  return measure(outcomes, quoteFrom);
}

/**
 * A rival as a ranker. A question about one report is asked of an index of that report alone, which serves a rival
 * better than leaving the other reports' paragraphs out of what it finds. A rival refuses nothing: its confidence is 1.
 */
export function createRivalRanker(contender: Contender, reports: readonly Report[]): Ranker {
  const places = new Map<string, Omit<RankedParagraph, 'score'>>(
    reports.flatMap((report) =>
      report.paragraphs.map((paragraph) => [
        paragraphId(report.id, paragraph.number),
        { report, paragraph, sharesWords: true },
      ]),
    ),
  );
  const built = new Map<string | undefined, Promise<Search>>();
  const searchIn = (scope: string | undefined): Promise<Search> => {
    const searched = scope === undefined ? reports : reports.filter(({ id }) => id === scope);
    const search = built.get(scope) ?? contender.build(searched);
    built.set(scope, search);
    return search;
  };
  return {
    async rank(question, { report, limit }) {
      const search = await searchIn(report);
      const ids = await search(question, limit);
      const paragraphs = ids.flatMap((id, at) => {
        const place = places.get(id);
        return place ? [{ ...place, score: -at }] : [];
      });
      return { paragraphs, confidence: 1, missing: [], scopeSize: paragraphs.length, spelled: question };
    },
  };
}
