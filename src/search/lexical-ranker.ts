import MiniSearch from 'minisearch';
import { type Span, slice } from '../corpus/span.ts';
import type { Paragraph, Report } from '../corpus/report.ts';
import { questionWords } from './question-words.ts';
import type { RankedParagraph, Ranker } from './ranker.ts';
import { termOf, wordsOf } from './terms.ts';

interface Entry {
  readonly key: number;
  readonly report: Report;
  readonly paragraph: Paragraph;
}

/** BM25 as measured best on the evaluation set: term saturation, length share, no floor for long paragraphs. */
const BM25 = { k: 1.2, b: 0.75, d: 0 };

/** A best sentence is named only when it covers so much more of the question than the next one. */
const SENTENCE_LEAD = 1.2;

/** Paragraphs indexed before the event loop gets a turn: a few milliseconds of work. */
const CHUNK = 20;

/** Builds a BM25 index over all paragraphs, giving the event loop a turn after every few. */
export async function createLexicalRanker(reports: readonly Report[]): Promise<Ranker> {
  const entries: Entry[] = reports
    .flatMap((report) => report.paragraphs.map((paragraph) => ({ report, paragraph })))
    .map((place, key) => ({ key, ...place }));
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['text'],
    extractField: (entry, field) =>
      field === 'text' ? slice(entry.report.body, entry.paragraph.span) : String(entry.key),
    tokenize: wordsOf,
    processTerm: termOf,
  });
  await index.addAllAsync(entries, { chunkSize: CHUNK });

  const documentFrequency = (term: string): number => index.search(term, exactly([term])).length;
  const weigh = (term: string): number => {
    const holders = documentFrequency(term);
    return Math.log(1 + (entries.length - holders + 0.5) / (holders + 0.5));
  };

  return {
    async rank(question, { report, limit }) {
      const words = wordsOf(question).filter((word) => !questionWords.has(word.toLowerCase()));
      const weights = new Map(words.map((word) => [termOf(word), 0]));
      for (const term of weights.keys()) weights.set(term, weigh(term));
      const found = index.search(question, {
        ...exactly([...weights.keys()]),
        ...(report === undefined ? {} : { filter: (hit) => entries[Number(hit.id)]?.report.id === report }),
      });
      const matched = new Set(found.flatMap((hit) => hit.terms));
      const paragraphs = found.slice(0, limit).flatMap((hit): RankedParagraph[] => {
        const entry = entries[Number(hit.id)];
        if (!entry) return [];
        const sentence = leadingSentence(entry, weights);
        return [
          {
            report: entry.report,
            paragraph: entry.paragraph,
            score: hit.score,
            ...(sentence && { sentence }),
          },
        ];
      });
      const total = sum([...weights.values()]);
      const first = paragraphs[0];
      const covered = first ? coverage(slice(first.report.body, first.paragraph.span), weights) : 0;
      return {
        paragraphs,
        confidence: total > 0 ? covered / total : 0,
        missing: unique(words.filter((word) => !matched.has(termOf(word)))),
      };
    },
  };
}

/** Search options that take the terms as they are: the question was analysed already. */
const exactly = (terms: readonly string[]) => ({
  bm25: BM25,
  tokenize: () => [...terms],
  processTerm: (term: string) => term,
});

/** The summed weight of those question terms that `text` holds. */
function coverage(text: string, weights: ReadonlyMap<string, number>): number {
  const held = new Set(wordsOf(text).map(termOf));
  return sum([...weights].map(([term, weight]) => (held.has(term) ? weight : 0)));
}

function leadingSentence(
  { report, paragraph }: Entry,
  weights: ReadonlyMap<string, number>,
): Span | undefined {
  const [first, second] = paragraph.sentences
    .map((span) => ({ span, covered: coverage(slice(report.body, span), weights) }))
    .sort((a, b) => b.covered - a.covered);
  if (!first || first.covered === 0) return undefined;
  return !second || first.covered >= SENTENCE_LEAD * second.covered ? first.span : undefined;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const unique = (words: readonly string[]): string[] => [
  ...new Map(words.map((word) => [word.toLowerCase(), word])).values(),
];
