import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderComparison } from '../../src/render/render-comparison.ts';
import { paragraph } from '../support/hostile-text.ts';
import { checkAgainst } from '../support/check-quotation.ts';
import { reportOf } from '../support/report.ts';
import { shownText } from '../support/shown-text.ts';
import { runs } from '../property-runs.ts';

async function compare(text: string, quote: string, budget = 100_000) {
  const check = checkAgainst(quote, [reportOf([text])]);
  return check.kind === 'differs'
    ? renderComparison(check.comparisons, check.report.body, quote, budget, 'en')
    : undefined;
}

const LONG =
  'One two three four five six seven eight nine ten eleven twelve thirteen and then the end of it.';

describe('renderComparison()', () => {
  it('says each change in words, and again in form', async () => {
    const { text, markdown } =
      (await compare('The ferry *sank* off Corvo.', 'The ferry rose off Corvo.')) ?? {};
    expect(text).toBe('The ferry [missing from the quote: *sank*] [added in the quote: rose] off Corvo.');
    expect(markdown).toBe(
      'The ferry \\[missing from the quote: ~~\\*sank\\*~~] \\[added in the quote: **rose**] off Corvo.',
    );
  });

  it('leaves out what stands far from a change, and marks that', async () => {
    const { text, markdown } = (await compare(LONG, LONG.replace('end', 'start'))) ?? {};
    expect(markdown).toMatch(/^\\\[…\] nine ten eleven twelve thirteen and then the \\\[missing/);
    expect(text).toContain('One two three');
  });

  it('leaves out no fewer than three words, whose place the mark would take', async () => {
    const { markdown } = (await compare(LONG, LONG.replace('eleven', '11'))) ?? {};
    expect(markdown).toMatch(/^One two three four five six seven eight nine ten \\\[missing/);
    expect(markdown).not.toContain('…');
  });

  it('counts the changes that do not fit', async () => {
    const compared = await compare(LONG, LONG.replace('three', '3').replace('twelve', '12'), 120);
    expect(compared?.omitted).toBe(2);
    expect(compared?.markdown.length).toBeLessThanOrEqual(120);
  });

  it('shows hostile text as it is, whatever was changed', async () => {
    const words = 'The ferry Estrella sank off';
    await fc.assert(
      fc.asyncProperty(paragraph, paragraph, async (before, after) => {
        const compared = await compare(`${words} ${before} Corvo`, `${words} ${after} Corvo`);
        if (compared === undefined || compared.omitted > 0 || compared.markdown.includes('[…]')) return;
        const plain = (text: string): string => text.replaceAll(/\s+/g, ' ');
        expect(plain(shownText(compared.markdown))).toBe(plain(compared.text));
      }),
      { numRuns: runs(500) },
    );
  });
});
