import lunr from 'lunr';
import { type Contender, indexedTexts } from '../contender.ts';

export const lunrContender: Contender = {
  name: 'lunr',
  package: 'lunr',
  setting: 'its defaults: trimmer, stop words and stems',
  build: (reports) => {
    const index = lunr((builder) => {
      builder.ref('id');
      builder.field('text');
      for (const text of indexedTexts(reports)) builder.add(text);
    });
    // The guide "Searching" has text that a person wrote built into a query this way: `search()` would read "?" or ":"
    // in it as operators.
    return Promise.resolve((question, limit) =>
      index
        .query((query) => query.term(lunr.tokenizer(question), {}))
        .slice(0, limit)
        .map(({ ref }) => ref),
    );
  },
};
