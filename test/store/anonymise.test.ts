import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyQuestion } from '../support/hostile-text.ts';
import { storedQuestion } from '../../src/store/anonymise.ts';

describe('storedQuestion()', () => {
  it.each([
    ['white space and controls', ' Who\r\n\0 sank\u2028? ', 'Who sank ?'],
    ['half a surrogate pair', 'Who\uD83D?', 'Who\uFFFD?'],
    ['mentions of people', 'Is it <@123456789012345678> or <@!1>?', 'Is it @someone or @someone?'],
    ['the number of a person', 'Who is 123456789012345678?', 'Who is [id]?'],
    ['ordinary numbers', 'Did 2,016 or 1234567890 drown?', 'Did 2,016 or 1234567890 drown?'],
  ])('keeps %s as documented', (_, question, stored) => expect(storedQuestion(question)).toBe(stored));

  it('cuts between code points, and says so', () => {
    expect(storedQuestion('\u{1F6A2}'.repeat(300))).toBe('\u{1F6A2}'.repeat(300));
    expect(storedQuestion('\u{1F6A2}'.repeat(301))).toBe(`${'\u{1F6A2}'.repeat(299)}…`);
  });

  it('is one line of at most 300 well-formed code points, without ids, and stays as it is', () => {
    fc.assert(
      fc.property(anyQuestion, (question) => {
        const stored = storedQuestion(question);
        expect(Array.from(stored).length).toBeLessThanOrEqual(300);
        expect(stored).not.toMatch(/[\p{Cs}\p{Cc}\u2028\u2029]|\d{17}|<@!?\d/u);
        expect(storedQuestion(stored)).toBe(stored);
      }),
    );
  });
});
