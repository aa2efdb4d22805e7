import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexedTexts } from './contender.ts';
import { contenders } from './contenders/index.ts';
import { generateText } from './generated-text.ts';
import { loadVersion } from './page/machine.ts';
import { hostile } from '../support/hostile-text.ts';
import { runs } from '../property-runs.ts';

const { reports, questions } = generateText(100, 20, 1);
const ids = new Set(indexedTexts(reports).map(({ id }) => id));
const LIMIT = 3;

describe.each(contenders)('$name', (contender) => {
  it('finds first most paragraphs that questions were made of', async () => {
    const search = await contender.build(reports);
    const found = await Promise.all(
      questions.map(async ({ question }) => (await search(question, LIMIT))[0]),
    );
    const right = found.filter((id, at) => id === questions[at]?.paragraph);
    expect(right.length).toBeGreaterThanOrEqual(0.7 * questions.length);
  });

  it('gives different paragraphs of the library, at most so many, whatever is asked', async () => {
    const search = await contender.build(reports);
    const check = fc.asyncProperty(hostile, async (question) => {
      const found = await search(question, LIMIT);
      expect(found.length).toBeLessThanOrEqual(LIMIT);
      expect(new Set(found).size).toBe(found.length);
      expect(found.filter((id) => !ids.has(id))).toEqual([]);
    });
    await fc.assert(check, { numRuns: runs(20) });
  });

  it('has a version', async () => expect(await loadVersion(contender.package)).toMatch(/^\d+\.\d+\.\d+/));
});

describe('generateText()', () => {
  it('makes as many paragraphs as asked for, the same for the same seed', () => {
    expect(ids.size).toBe(100);
    expect(generateText(100, 20, 1).questions).toEqual(questions);
    expect(generateText(100, 20, 2).questions).not.toEqual(questions);
  });
});
