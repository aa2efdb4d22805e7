import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { completeQuestion } from '../../../src/answer/follow-up/complete-question.ts';
import { type Remembered, rememberAnswer } from '../../../src/answer/follow-up/remember-answer.ts';
import { contextOf, type ContextName, CONTEXT_NAMES, type FollowUpRow, quotedAnswer } from './contexts.ts';
import { ROWS } from './rows.ts';
import { SECOND_ROWS } from './second-rows.ts';

/** What the question is read as; undefined when it stays as it is. */
function read(after: ContextName, question: string): string | undefined {
  const completion = completeQuestion(question, contextOf(after));
  return completion.kind === 'completed' ? completion.question : undefined;
}

const share = (rows: readonly FollowUpRow[], fails: (row: FollowUpRow) => boolean): number =>
  rows.filter(fails).length / rows.length;

describe('a question after another', () => {
  it.each(ROWS.map(([after, question, expected]) => [after, question, expected] as const))(
    'after "%s" reads "%s" as "%s"',
    (after, question, expected) => {
      expect(read(after, question)).toBe(expected);
    },
  );

  it('is one of at least 200, half of which stay as they are', () => {
    const rows = [...ROWS, ...SECOND_ROWS];
    expect(rows.length).toBeGreaterThanOrEqual(200);
    expect(share(rows, ([, , expected]) => expected === undefined)).toBeGreaterThan(0.45);
    expect(new Set(rows.map(([after, question]) => `${after} ${question}`)).size).toBe(rows.length);
  });

  it('is completed wrongly in at most 2 of 100, of the rows that judge', () => {
    const isWrong = ([after, question, expected]: FollowUpRow): boolean => {
      const found = read(after, question);
      return found !== undefined && found !== expected;
    };
    expect(share(SECOND_ROWS, isWrong)).toBeLessThanOrEqual(0.02);
    expect(
      share(SECOND_ROWS, ([after, question, expected]) => read(after, question) !== expected),
    ).toBeLessThanOrEqual(0.04);
  });

  it.each([
    ['what else?', true],
    ['What else did he say?', true],
    ['What did he say?', false],
  ])('wants another passage only when it says so: %s', (question, wantsOther) => {
    expect(completeQuestion(question, contextOf('said'))).toMatchObject({ kind: 'completed', wantsOther });
  });
});

describe('docs/asking.md', () => {
  it('shows as what the bot really reads its questions', () => {
    const page = readFileSync(new URL('../../../docs/asking.md', import.meta.url), 'utf8');
    const rows = [...page.matchAll(/^\| ([^|-]+\?) +\| ([^|(]*)/gmu)].map(([, asked = '', shown = '']) => [
      asked.trim(),
      shown.trim(),
    ]);
    expect(rows.length).toBeGreaterThan(5);
    const answer = quotedAnswer('Nobody knows more about it.');
    let before: Remembered | undefined;
    for (const [asked = '', shown = ''] of rows) {
      const completion = completeQuestion(asked, shown === '' ? undefined : before);
      const question = completion.kind === 'completed' ? completion.question : asked;
      expect(question).toBe(shown === '' ? asked : shown);
      if (completion.kind === 'alone' || !completion.keepsTopic) before = rememberAnswer(question, answer);
    }
  });
});

describe('completeQuestion()', () => {
  const words = fc.constantFrom(
    ...'who what why when how many else said that he she it they them his there and did was is the boats Chris Doyle Corvo of , " ? \' .'.split(
      ' ',
    ),
  );
  const question = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(words, { maxLength: 12 }).map((chosen) => chosen.join(' ')),
  );
  const remembered = fc.oneof(
    fc.constantFrom(...CONTEXT_NAMES).map(contextOf),
    fc
      .tuple(question, fc.constantFrom('Ann Lee said that the boats sank.', 'It is old.'))
      .map(([asked, text]) => rememberAnswer(asked, quotedAnswer(text))),
  );

  it('never throws, and completes to a short question', () => {
    fc.assert(
      fc.property(question, remembered, (asked, before) => {
        const completion = completeQuestion(asked, before);
        const shown = completion.kind === 'completed' ? completion.question : 'Alone?';
        expect(shown).toMatch(/^\S.{0,128}\?$/su);
      }),
    );
  });

  it('leaves every question alone when nothing is remembered', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(completeQuestion(asked, undefined)).toEqual({ kind: 'alone' });
      }),
    );
  });

  const verbs = fc.constantFrom('say', 'do', 'promise', 'see in Lisbon', 'write about the boats');
  const name = fc.constantFrom('Ann Lee', 'Matthew Allen', 'Gov. Paul Soto', 'Fatima Haddad');
  const opener = fc.constantFrom('', 'and ', 'But ', 'ok, so ', 'Thanks! ');
  it('never changes a question that names a person and has no pronoun', () => {
    const named = fc.tuple(
      opener,
      fc.constantFrom('what did', 'Why did', 'when did', 'what else did', 'did', 'how many boats did'),
      name,
      verbs,
    );
    fc.assert(
      fc.property(named, remembered, ([first, asks, person, verb], before) => {
        const asked = `${first}${asks} ${person} ${verb}?`;
        expect(completeQuestion(asked, before)).toEqual({ kind: 'alone' });
      }),
    );
  });
});
