import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerRecord, parseBatchLine } from '../../src/tools/ask-json.ts';
import { UsageError } from '../../src/tools/run-tool.ts';
import { reportOf } from '../support/report.ts';

/** What `run` gives, or the UsageError that it throws; any other error passes. */
function attempt<T>(run: () => T): T | UsageError {
  try {
    return run();
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
}

describe('parseBatchLine()', () => {
  it.each([
    ['the least', '{"id":"a","question":"Why?"}', { id: 'a', question: 'Why?' }],
    ['a report', '{"id":"a","question":"Why?","report":"b"}', { id: 'a', question: 'Why?', report: 'b' }],
    [
      'the longest question that Discord takes',
      JSON.stringify({ id: 'a', question: 'q'.repeat(6000) }),
      { id: 'a', question: 'q'.repeat(6000) },
    ],
    ['fields of no concern', '{"id":"a","question":"","kind":"x"}', { id: 'a', question: '' }],
  ])('takes %s', (_, line, expected) => expect(parseBatchLine(line, 1)).toEqual(expected));

  it.each([
    ['text that is not JSON', '{"id":', 'Cannot answer line 7: is not a JSON object'],
    ['a list', '[]', 'Cannot answer line 7: is not a JSON object'],
    ['no id', '{"question":"Why?"}', 'Cannot answer line 7: id is missing or not a string'],
    [
      'a question that is a number',
      '{"id":"a","question":1}',
      'Cannot answer line 7: question is missing or not a string',
    ],
    [
      'a question that Discord would not take',
      JSON.stringify({ id: 'a', question: 'q'.repeat(6001) }),
      'Cannot answer line 7: the question has 6001 characters, wanted at most 6000',
    ],
    [
      'a report that is null',
      '{"id":"a","question":"q","report":null}',
      'Cannot answer line 7: report is missing or not a string',
    ],
  ])('refuses %s by line', (_, line, message) => expect(() => parseBatchLine(line, 7)).toThrow(message));

  it('gives a line or a UsageError for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (line) => {
        const outcome = attempt(() => parseBatchLine(line, 1));
        expect(outcome instanceof UsageError || typeof outcome === 'object').toBe(true);
      }),
    );
  });
});

describe('answerRecord()', () => {
  const report = reportOf(['The ferry sank in 1987.']);
  const [paragraph] = report.paragraphs;
  if (!paragraph) throw new Error('no paragraph');
  const text = 'The ferry sank in 1987.';
  const passage = { report, paragraph, score: 1.5 };
  const bare = {
    report: 'sample',
    paragraph: 1,
    text,
    sentence: null,
    answer: null,
    speaker: null,
    score: 1.5,
  };

  it('gives the sentence and the words in it that answer verbatim, and how sure it is', () => {
    const found = { ...passage, sentence: paragraph.span, answer: { start: 18, end: 22 } };
    expect(answerRecord({ kind: 'quoted', passages: [found], tied: false, confidence: 0.8 })).toEqual({
      kind: 'quoted',
      confidence: 0.8,
      passages: [{ ...bare, sentence: text, answer: '1987' }],
    });
  });

  it('gives null for what is not known', () => {
    const related = { kind: 'related', missing: [], noneAnswers: false, confidence: 0.1 } as const;
    expect(answerRecord({ ...related, passages: [passage] })).toEqual({
      kind: 'related',
      confidence: 0.1,
      passages: [bare],
    });
  });

  it('has no passages without any', () => {
    const record = { kind: 'none', confidence: 0, passages: [] };
    expect(answerRecord({ kind: 'none', missing: ['x'], confidence: 0 })).toEqual(record);
  });
});
