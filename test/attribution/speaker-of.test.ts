import { describe, expect, it } from 'vitest';
import { findStatements } from '../../src/attribution/find-statements.ts';
import { speakerOf } from '../../src/attribution/speaker-of.ts';
import { slice } from '../../src/text/span.ts';
import { reportOf } from '../support/report.ts';

describe('speakerOf()', () => {
  it.each([
    ['the one speaker of a sentence', 'The union said the offer was poor.', 0, 'The union'],
    [
      'the speaker of a sentence inside a quotation',
      '“It burned. It burned all night,” said Ann Lee.',
      0,
      'Ann Lee',
    ],
    ['nobody where the sentence tells itself', 'The union said the offer was poor. It rained.', 1, undefined],
    [
      'nobody where two speakers meet',
      'The union said it was poor, but the mayor said it was fair.',
      0,
      undefined,
    ],
    ['nobody where a pronoun is not certain', '“It was poor,” he said.', 0, undefined],
    [
      'nobody where only one of two statements has a speaker',
      'The union called it “poor”: “Pay us what you owe us now.” ',
      0,
      'The union',
    ],
  ])('gives %s', (_, body, sentence, expected) => {
    const report = reportOf([body]);
    const span = report.paragraphs[0]?.sentences[sentence] ?? { start: 0, end: 0 };
    const speaker = speakerOf(findStatements(report), 1, span);
    expect(speaker && slice(report.body, speaker)).toBe(expected);
  });

  it('looks only at the paragraph asked for', () => {
    const report = reportOf(['The union said the offer was poor.', 'It rained.']);
    expect(
      speakerOf(findStatements(report), 2, report.paragraphs[0]?.span ?? { start: 0, end: 0 }),
    ).toBeUndefined();
  });
});
