import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/answer/answer.ts';
import { type Disagreement, findDisagreement } from '../../src/answer/find-disagreement.ts';
import { slice } from '../../src/corpus/span.ts';
import { reportOf } from '../support/report.ts';
import { AGREEING, DISAGREEING } from './disagreement-rows.ts';

/** A passage of one paragraph, whose last sentence answers. */
function passageOf(text: string, id: string): Passage {
  const report = reportOf([text], { id });
  const [paragraph] = report.paragraphs;
  if (paragraph === undefined) throw new Error(`Cannot make a passage of "${text}", wanted a paragraph`);
  const sentence = paragraph.sentences.at(-1);
  return { report, paragraph, score: 1, ...(sentence && { sentence }) };
}

const compare = (question: string, first: string, second: string): Disagreement | undefined =>
  findDisagreement(question, [passageOf(first, 'first'), passageOf(second, 'second')]);

const show = (found: Disagreement | undefined): readonly string[] =>
  found === undefined
    ? []
    : [found.kind, ...found.sides.map(({ passage, differing }) => slice(passage.report.body, differing))];

describe('findDisagreement()', () => {
  it.each(DISAGREEING)('finds %s', (_, question, first, second, kind, left, right) => {
    expect(show(compare(question, first, second))).toEqual([kind, left, right]);
  });

  it.each(DISAGREEING)('finds %s, whichever is quoted', (_, question, first, second, kind, left, right) => {
    expect(show(compare(question, second, first))).toEqual([kind, right, left]);
  });

  it.each(AGREEING)('is silent about %s', (_, question, first, second) => {
    expect(show(compare(question, first, second))).toEqual([]);
    expect(show(compare(question, second, first))).toEqual([]);
  });

  const TOLL = 'How many people died in the fire?';
  const passagesOf = (texts: readonly string[], id: string): readonly Passage[] => {
    const report = reportOf(texts, { id });
    return report.paragraphs.map((paragraph) => {
      const sentence = paragraph.sentences[0];
      return { report, paragraph, score: 1, ...(sentence && { sentence }) };
    });
  };

  it('compares two sentences of one paragraph', () => {
    const found = findDisagreement(
      TOLL,
      passagesOf(
        ['The mayor said that 12 people died in the fire. A doctor said that 17 people died in the fire.'],
        'a',
      ),
    );
    expect(show(found)).toEqual(['number', '12', '17']);
  });

  it('compares two paragraphs of one report', () => {
    const texts = [
      'The mayor said that 12 people died in the fire.',
      'The fire killed 17 people, a doctor said.',
    ];
    expect(show(findDisagreement(TOLL, passagesOf(texts, 'a')))).toEqual(['number', '12', '17']);
  });

  it('shows every side once, the quoted one first, and at most four', () => {
    const texts = [12, 17, 12, 17, 9, 30, 40].map((count) => `The fire killed ${count} people.`);
    expect(show(findDisagreement(TOLL, passagesOf(texts, 'a')))).toEqual(['number', '12', '17', '9', '30']);
  });

  it('compares nothing when the first passage has no answering sentence among several', () => {
    const [first, second] = passagesOf(
      ['The fire killed 12 people. It was put out.', 'The fire killed 17 people.'],
      'a',
    );
    if (first === undefined || second === undefined) throw new Error('Cannot make two passages');
    const { sentence: _, ...unmarked } = first;
    expect(show(findDisagreement(TOLL, [first, second]))).toEqual(['number', '12', '17']);
    expect(findDisagreement(TOLL, [unmarked, second])).toBeUndefined();
  });

  it('leaves reports in other languages alone', () => {
    const german = passagesOf(['The fire killed 12 people.'], 'a').map((passage) => ({
      ...passage,
      report: { ...passage.report, language: 'de' },
    }));
    const english = passagesOf(['The fire killed 17 people.'], 'b');
    expect(findDisagreement(TOLL, [...german, ...english])).toBeUndefined();
    expect(findDisagreement(TOLL, [...english, ...german])).toBeUndefined();
  });

  it.each([
    ['no passage', TOLL, []],
    ['one passage', TOLL, ['The fire killed 12 people.']],
    ['an empty question', '', ['The fire killed 12 people.', 'The fire killed 17 people.']],
    [
      'a question of question words',
      'How many were there?',
      ['The fire killed 12 people.', 'The fire killed 17 people.'],
    ],
    ['the same sentence twice', TOLL, ['The fire killed 12 people.', 'The fire killed 12 people.']],
  ])('is silent about %s', (_, question, texts) => {
    expect(findDisagreement(question, passagesOf(texts, 'a'))).toBeUndefined();
  });
});
