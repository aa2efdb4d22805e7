import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { createPairTokenizer } from '../../src/reader/pair-tokens.ts';
import reference from './reference-ids.json' with { type: 'json' };

const tokenizer = createPairTokenizer(await readFile('src/reader/model/tokenizer.json', 'utf8'));

describe('encode()', () => {
  it('is checked against at least 500 texts', () => expect(reference.length).toBeGreaterThanOrEqual(500));

  // The ids are those of the Python package "tokenizers" 0.23.3, which the network was trained with.
  it('gives the ids of the reference implementation', () => {
    const wrong = reference.flatMap(([text, ids]) => {
      const given = tokenizer.encode(String(text));
      return JSON.stringify(given) === JSON.stringify(ids) ? [] : [{ text, given, ids }];
    });
    expect(wrong).toEqual([]);
  });
});
