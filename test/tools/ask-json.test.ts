import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBatchLine } from '../../src/tools/ask-json.ts';
import { UsageError } from '../../src/tools/run-tool.ts';

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
