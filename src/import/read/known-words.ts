import { readFile } from 'node:fs/promises';
import { z } from 'zod';

/** The one list of English words that the project holds: what the reader's network was trained with. Only data. */
const VOCABULARY = new URL('../../reader/model/tokenizer.json', import.meta.url);
const tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });
/** Shorter entries are letters and parts of words. */
const LEAST_LETTERS = 2;

/** Whether a word is among the 21,000 commonest of English, whatever its case and accents. */
export async function loadKnownWords(): Promise<(word: string) => boolean> {
  const { vocab } = tokenizer.parse(JSON.parse(await readFile(VOCABULARY, 'utf8'))).model;
  return (word) => {
    const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
    return plain.length >= LEAST_LETTERS && Object.hasOwn(vocab, plain);
  };
}
