import { describe, expect, it } from 'vitest';
import { QUOTE_FROM_BY_WORDS as QUOTE_FROM } from '../../src/answer/judge.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { rankerOver } from '../../src/search/ranking/lexical-ranker.ts';
import { loadLabelledQuestions } from './labelled-questions.ts';
import { findOutcome, measure } from './measure.ts';

const questions = await loadLabelledQuestions('test/eval/questions.jsonl');
const ranker = await rankerOver((await loadCorpus('data')).reports);
const outcomes = await Promise.all(questions.map((question) => findOutcome(ranker, question)));
const measures = measure(outcomes, QUOTE_FROM);

/** Shares that were reached once, less one or two questions of the set. They only rise. */
describe('the answers to the project’s own questions', () => {
  it('are measured on at least 80 questions, a third of them without an answer and half of those near-misses', () => {
    const without = questions.filter(({ kind }) => kind !== 'answerable');
    expect(questions.length).toBeGreaterThanOrEqual(80);
    expect(without.length / questions.length).toBeGreaterThanOrEqual(1 / 3);
    expect(without.filter(({ kind }) => kind === 'near-miss').length / without.length).toBeGreaterThanOrEqual(
      0.5,
    );
  });

  it.each([
    ['put the right paragraph first', measures.hit1, 0.87],
    ['put it among the first three', measures.hit3, 0.96],
    ['refuse questions on other subjects', measures.refused['off-topic'], 0.9],
    ['refuse questions that come near', measures.refused['near-miss'], 0.13],
    ['mark a sentence that holds the answer', measures.markedHolds, 0.84],
    ['refuse few that have an answer', 1 - measures.wronglyRefused, 0.77],
    ['quote few wrong paragraphs', 1 - measures.quotedWrong, 0.94],
  ])('%s', (_, share, floor) => expect(share).toBeGreaterThanOrEqual(floor));

  it('leave the right paragraph out of the nearest for one refused question at most', () => {
    const refused = outcomes.filter(
      ({ question, confidence }) => question.kind === 'answerable' && confidence < QUOTE_FROM,
    );
    expect(refused.filter(({ rank }) => rank < 0 || rank >= 3).length).toBeLessThanOrEqual(1);
  });
});
