import Fuse from 'fuse.js';
import { type Contender, indexedTexts } from '../contender.ts';

export const fuse: Contender = {
  name: 'Fuse.js',
  package: 'fuse.js',
  setting: 'token search, which its README recommends for questions of several words, anywhere in the text',
  build: (reports) => {
    const index = new Fuse(indexedTexts(reports), {
      keys: ['text'],
      useTokenSearch: true,
      ignoreLocation: true,
    });
    return Promise.resolve((question, limit) => index.search(question, { limit }).map(({ item }) => item.id));
  },
};
