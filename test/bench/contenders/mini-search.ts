import MiniSearch, { type SearchOptions } from 'minisearch';
import snowball from 'snowball-stemmers';
import { type Contender, indexedTexts } from '../contender.ts';

interface Setting {
  readonly processTerm?: (term: string) => string | null;
  readonly searchOptions?: SearchOptions;
}

const contender = (name: string, setting: string, options: Setting): Contender => ({
  name,
  package: 'minisearch',
  setting,
  build: (reports) => {
    const index = new MiniSearch({ fields: ['text'], ...options });
    index.addAll(indexedTexts(reports));
    return Promise.resolve((question, limit) =>
      index
        .search(question)
        .slice(0, limit)
        .map(({ id }) => String(id)),
    );
  },
});

/** The README's examples of `processTerm` leave out words like these. */
const STOP_WORDS = new Set(
  (
    'a an and are as at be been but by can could did do does for from had has have he her his how if in into is it its ' +
    'many me much my no not of on or our she so than that the their them then there they this to was we were what when ' +
    'where which while who whom whose why will with would you your'
  ).split(' '),
);

const stemmer = snowball.newStemmer('english');

export const miniSearch = contender('MiniSearch', 'its defaults', {});

export const miniSearchFuzzy = contender(
  'MiniSearch, fuzzy',
  'prefix search and a fuzziness of 0.2, as in the examples of its README',
  { searchOptions: { prefix: true, fuzzy: 0.2 } },
);

/** Remembered, as anybody would who indexes much text. */
const stems = new Map<string, string>();
const stemOf = (word: string): string => {
  const stem = stems.get(word) ?? stemmer.stem(word);
  stems.set(word, stem);
  return stem;
};

/** `k`, `b` and `d` as measured best on the questions that Pilcrow's own weights were learnt from. */
export const miniSearchTuned = contender(
  'MiniSearch, tuned',
  'stop words and stems by `processTerm`, as its README describes; BM25 with k 1.2, b 0.75, d 0',
  {
    processTerm: (term) => {
      const folded = term.toLowerCase();
      return STOP_WORDS.has(folded) ? null : stemOf(folded);
    },
    searchOptions: { bm25: { k: 1.2, b: 0.75, d: 0 } },
  },
);
