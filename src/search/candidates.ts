import MiniSearch from 'minisearch';
import type { ParagraphIndex } from './paragraph-index.ts';
import type { Question } from './question.ts';
import type { Scope } from './scope.ts';

/** No more paragraphs than these are looked at closely. */
export const MOST_CANDIDATES = 50;

/** Finds paragraphs that share words with the questions (one question, as each language reads it); most likely first. */
export type FindCandidates = (questions: readonly Question[], scope: Scope) => readonly number[];

interface Entry {
  readonly key: number;
}

/** BM25 as measured best on the evaluation questions: saturation, share of length, no floor for long paragraphs. */
const BM25 = { k: 1.2, b: 0.75, d: 0 };

/** A variant is weaker evidence than the word itself. */
const VARIANT_BOOST = 0.5;

/** A term that more than this share of all paragraphs holds is left out while rarer ones are there. */
const COMMON_SHARE = 0.2;

/** Rarest terms first, until so many entries of the index are to be read: what bounds the time in a large library. */
const MOST_POSTINGS = 12_000;

/** Paragraphs indexed before the event loop gets a turn. */
const CHUNK = 20;

export async function createCandidates(index: ParagraphIndex): Promise<FindCandidates> {
  const search = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['terms'],
    extractField: ({ key }, field) => (field === 'terms' ? termsOf(index, key) : String(key)),
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  });
  await search.addAllAsync(
    index.places.map((_, key) => ({ key })),
    { chunkSize: CHUNK },
  );

  return (questions, scope) => {
    if (scope.paragraphCount <= MOST_CANDIDATES) return keysOf(scope);
    const terms = chooseTerms(questions, scope);
    const isWhole = scope === index.library;
    return search
      .search(terms.map(({ term }) => index.lexicon.termText(term)).join(' '), {
        bm25: BM25,
        boostTerm: (_, at) => terms[at]?.boost ?? 1,
        ...(isWhole ? {} : { filter: ({ id }) => Number(id) >= scope.from && Number(id) < scope.to }),
      })
      .slice(0, MOST_CANDIDATES)
      .map(({ id }) => Number(id));
  };
}

const keysOf = ({ from, to }: Scope): readonly number[] =>
  Array.from({ length: to - from }, (_, at) => from + at);

function termsOf({ lexicon, words, sentenceStarts, paragraphStarts }: ParagraphIndex, key: number): string {
  const from = sentenceStarts[paragraphStarts[key] ?? 0] ?? 0;
  const to = sentenceStarts[paragraphStarts[key + 1] ?? 0] ?? from;
  return Array.from(words.subarray(from, to), (word) => lexicon.wordTerms[word] ?? -1)
    .filter((term) => term >= 0)
    .map((term) => lexicon.termText(term))
    .join(' ');
}

interface ChosenTerm {
  readonly term: number;
  readonly boost: number;
}

function chooseTerms(questions: readonly Question[], scope: Scope): readonly ChosenTerm[] {
  const boosts = new Map<number, number>();
  for (const { matches } of questions) {
    for (const [term, kinds] of matches) {
      const isExact = kinds.some(({ kind }) => kind === 'exact');
      boosts.set(term, Math.max(boosts.get(term) ?? 0, isExact ? 1 : VARIANT_BOOST));
    }
  }
  const rarestFirst = [...boosts]
    .map(([term, boost]) => ({ term, boost, holders: scope.paragraphsWith(term) }))
    .sort((a, b) => a.holders - b.holders || a.term - b.term);
  const chosen: ChosenTerm[] = [];
  let postings = 0;
  for (const { term, boost, holders } of rarestFirst) {
    const suffices = postings >= MOST_CANDIDATES;
    if (suffices && (holders > COMMON_SHARE * scope.paragraphCount || postings + holders > MOST_POSTINGS))
      break;
    chosen.push({ term, boost });
    postings += holders;
  }
  return chosen;
}
