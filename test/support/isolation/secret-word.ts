import { createHash } from 'node:crypto';

const LENGTH = 14;

/** A word of small letters that nobody guesses and no text contains by chance; always the same for one seed. */
export const secretWord = (seed: string): string =>
  Array.from(createHash('sha256').update(seed).digest().subarray(0, LENGTH), (byte) =>
    String.fromCodePoint(97 + (byte % 26)),
  ).join('');

/** Half of a word is told to whoever sees a title or an id that was cut short. */
const TOLD = LENGTH / 2;

/** Those of `secrets` that `text` tells. */
export const toldIn = (text: string, secrets: Iterable<string>): readonly string[] =>
  [...secrets].filter((secret) => text.includes(secret.slice(0, TOLD)));
