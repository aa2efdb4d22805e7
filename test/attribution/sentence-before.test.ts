import { describe, expect, it } from 'vitest';
import { findStatements } from '../../src/attribution/find-statements.ts';
import { sentenceBefore } from '../../src/attribution/sentence-before.ts';
import { slice } from '../../src/text/span.ts';
import { reportOf } from '../support/report.ts';

const BEFORE = 'It rained. Omar Reyes met a guide.';

describe('sentenceBefore()', () => {
  it.each([
    ['a paragraph that opens with a pronoun', 'He left at dawn.'],
    ['a paragraph that opens with "their"', 'Their boat sank.'],
    ['a quotation that opens with a pronoun', '“He left at dawn,” said Ann Lee.'],
    ['a quotation said by a pronoun', '“The boat sank,” he said.'],
    ['the source', 'The boat sank at dawn, the source added.'],
    ['a definite speaker first', 'The guide said the boat sank.'],
    ['"this" that points back', 'This angered the town.'],
  ])('shows the sentence before %s', (_, paragraph) => {
    const report = reportOf([BEFORE, paragraph]);
    const before = sentenceBefore(report, 2, findStatements(report));
    expect(before && slice(report.body, before)).toBe('Omar Reyes met a guide.');
  });

  it.each([
    ['a named speaker', '“The boat sank,” said Ann Lee.'],
    ['a name after "the"', 'The United Nations said the boat sank.'],
    ['an indefinite speaker', 'A guide said the boat sank.'],
    ['plain narration', 'The boat sank.'],
    ['a pronoun in a later sentence', 'The boat sank. He swam.'],
    ['a definite speaker in a later sentence', 'The boat sank. “It was old,” the guide said.'],
    ['"this week"', 'This week the boat sank.'],
    ['a word that begins like a pronoun', 'Item one was lost.'],
  ])('shows nothing before %s', (_, paragraph) => {
    const report = reportOf([BEFORE, paragraph]);
    expect(sentenceBefore(report, 2, findStatements(report))).toBeUndefined();
  });

  it('has nothing to show before the first paragraph', () => {
    const report = reportOf(['He left at dawn.']);
    expect(sentenceBefore(report, 1, findStatements(report))).toBeUndefined();
  });
});
