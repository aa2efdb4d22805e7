import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupQuestions } from '../../src/answer/group-questions.ts';
import { createLanguage } from '../../src/text/language.ts';

const english = createLanguage('en');
const group = (...questions: string[]) =>
  groupQuestions(
    questions.map((question) => ({ question })),
    english,
  ).map(({ members }) => members.map(({ question }) => question));

describe('groupQuestions()', () => {
  it.each([
    ['inflections', ['Which ferry sank?', 'which ferries sank'], 1],
    [
      'other question words',
      ['Who owned the ferry?', 'The owner of the ferry: who was it?', 'who owned a ferry'],
      2,
    ],
    ['other order', ['ferry owner', 'owner of the ferry'], 1],
    ['one word of several', ['the ferry owner’s house', 'the ferry timetable'], 2],
    ['nothing shared', ['Which zebra won?', 'Who sold llamas?'], 2],
    ['function words only', ['who is it', 'who is it?', 'why not'], 2],
    ['no words at all', ['???', '???', '!!!'], 2],
  ])('judges likeness by the words shared: %s', (_, questions, groups) => {
    expect(group(...questions)).toHaveLength(groups);
  });

  it('keeps kinds apart', () => {
    const asked = [
      { question: 'the ferry', kind: 'a' },
      { question: 'the ferry', kind: 'b' },
    ];
    expect(groupQuestions(asked, english, ({ kind }) => kind)).toHaveLength(2);
  });

  it('puts every question into one group, in order', () => {
    const word = fc.constantFrom('ferry', 'ferries', 'sank', 'who', 'the', 'owner', 'zebra', '42');
    const question = fc.oneof(
      fc.array(word).map((words) => words.join(' ')),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(question), (questions) => {
        const groups = group(...questions);
        expect(groups.flat().toSorted()).toEqual(questions.toSorted());
        const firsts = groups.map(([first = '']) => questions.indexOf(first));
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });
});
