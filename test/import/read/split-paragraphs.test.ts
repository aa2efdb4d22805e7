import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/import/raw-article.ts';
import { splitParagraphs } from '../../../src/import/read/split-paragraphs.ts';
import { normaliseSpace } from '../../../src/text/white-space.ts';
import { hostile } from '../../support/hostile-text.ts';

const SENTENCE = 'The ferry sank off Corvo on Monday, and nobody on board was hurt.';
const block = (text: string, more: Partial<Block> = {}): Block => ({ place: 'line 3', text, ...more });
const repeat = (text: string, times: number, between = ' '): string =>
  Array.from({ length: times }, () => text).join(between);

describe('splitParagraphs()', () => {
  it('parts a paragraph far over 4,000 characters between sentences, and says so', () => {
    const text = repeat(SENTENCE, 150);
    const { blocks, notes } = splitParagraphs([block('Before.'), block(text), block('After.')], 'en');
    expect(blocks.map((each) => each.text.length)).toEqual([7, 3299, 3299, 3299, 6]);
    expect(blocks.slice(1, 4).every((each) => each.text.startsWith('The ferry'))).toBe(true);
    expect(notes).toEqual([
      {
        kind: 'text',
        text: 'line 3: a paragraph of 9899 characters was parted into 3',
      },
    ]);
  });

  it.each([
    ['a paragraph that is a little too long', [block(repeat(SENTENCE, 70))]],
    ['a heading', [block(repeat(SENTENCE, 100), { level: 2 })]],
    [
      'paragraphs that are too long together',
      [block(repeat(SENTENCE, 50), { paragraph: 1 }), block(repeat(SENTENCE, 50), { paragraph: 2 })],
    ],
  ])('leaves %s whole', (_, blocks) => {
    const split = splitParagraphs(blocks, 'en');
    expect(split.blocks.map(({ text }) => text)).toEqual(blocks.map(({ text }) => text));
    expect(split.notes).toEqual([]);
  });

  it('parts a sentence that is too long between words', () => {
    const text = repeat('and so on', 900);
    const { blocks } = splitParagraphs([block(text)], 'en');
    expect(blocks.map((each) => each.text).join(' ')).toBe(text);
    expect(blocks.length).toBe(3);
  });

  it('keeps the lines of a paragraph apart, and their parts too', () => {
    const lines = Array.from({ length: 100 }, () => block(SENTENCE, { paragraph: 7 }));
    const { blocks } = splitParagraphs(lines, 'en');
    expect(blocks.map(({ text }) => text)).toEqual(lines.map(({ text }) => text));
    const numbers = blocks.map(({ paragraph }) => paragraph);
    expect(new Set(numbers.slice(0, 50)).size).toBe(1);
    expect(new Set(numbers.slice(50)).size).toBe(1);
    expect(numbers[0]).not.toBe(numbers[99]);
  });

  it('puts no blank where a script has none', () => {
    const text = repeat('船はコルヴォの沖で沈んだ。誰も怪我をしなかった。', 400, '');
    const { blocks } = splitParagraphs([block(text)], 'ja');
    expect(blocks.length).toBeGreaterThan(2);
    expect(blocks.map((each) => each.text).join('')).toBe(text);
  });

  it('loses no character', () => {
    const line = fc
      .array(fc.oneof(hostile, fc.constant(SENTENCE), fc.lorem({ mode: 'sentences', maxCount: 30 })), {
        minLength: 1,
        maxLength: 60,
      })
      .map((texts) => normaliseSpace(repeat(texts.join(' '), 12)))
      .filter((text) => text !== '');
    fc.assert(
      fc.property(line, (text) => {
        const { blocks } = splitParagraphs([block(text)], 'en');
        const bare = (all: string): string => all.replaceAll(/\s/gu, '');
        expect(bare(blocks.map((each) => each.text).join(''))).toBe(bare(text));
      }),
    );
  });
});
