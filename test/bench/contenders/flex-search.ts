import FlexSearch from 'flexsearch';
import english from 'flexsearch/lang/en';
import { type Contender, indexedTexts } from '../contender.ts';

export const flexSearch: Contender = {
  name: 'FlexSearch',
  package: 'flexsearch',
  setting:
    'its English language pack; `suggest`, without which a question must share every word; numeric ids, ' +
    'as its README recommends',
  build: (reports) => {
    const texts = indexedTexts(reports);
    // Of its encoders, tokenizers and the context index, this found most on the questions of SQuAD 2.0.
    const index = new FlexSearch.Index({
      tokenize: 'strict',
      encoder: new FlexSearch.Encoder(english),
    });
    for (const [key, { text }] of texts.entries()) index.add(key, text);
    return Promise.resolve((question, limit) =>
      index.search(question, { limit, suggest: true }).flatMap((key) => texts[Number(key)]?.id ?? []),
    );
  },
};
