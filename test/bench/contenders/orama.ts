import { create, insertMultiple, search } from '@orama/orama';
import { stopwords } from '@orama/stopwords/english';
import { type Contender, indexedTexts } from '../contender.ts';

export const orama: Contender = {
  name: 'Orama',
  package: '@orama/orama',
  setting: 'BM25, with English stems and stop words as its guide "Text analysis" recommends',
  async build(reports) {
    const index = create({
      schema: { text: 'string' },
      components: { tokenizer: { language: 'english', stemming: true, stopWords: stopwords } },
    });
    await insertMultiple(index, [...indexedTexts(reports)]);
    return async (question, limit) => {
      const { hits } = await search(index, { term: question, limit });
      return hits.map(({ id }) => id);
    };
  },
};
