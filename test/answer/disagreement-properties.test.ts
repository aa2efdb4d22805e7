import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Passage } from '../../src/answer/answer.ts';
import { findDisagreement } from '../../src/answer/find-disagreement.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import type { Report } from '../../src/corpus/report.ts';
import { createLexicalRanker } from '../../src/search/lexical-ranker.ts';
import { createLanguage } from '../../src/search/language.ts';
import { reportOf } from '../support/report.ts';
import { AGREEING, DISAGREEING } from './disagreement-rows.ts';

const english = createLanguage('en');
const QUESTION = 'How many vehicles were destroyed by the fire on Monday?';

const passagesOf = (reports: readonly Report[]): readonly Passage[] =>
  reports.flatMap((report) =>
    report.paragraphs.map((paragraph) => {
      const sentence = paragraph.sentences[0];
      return { report, paragraph, score: 1, ...(sentence && { sentence }) };
    }),
  );

/** Words that the rules turn on, in any order, among text of any kind. */
const word = fc.oneof(
  fc.constantFrom(
    ...(
      'vehicles were destroyed The fire killed 12 15 200 one hundred and fifty million more than at least between to ' +
      'on 1 July 2016 Monday in 2014 . , ( ) “ ” % $ – - not denied that no said Rasool people per cent of the , which'
    ).split(' '),
  ),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);
const text = fc
  .array(word, { minLength: 1, maxLength: 30 })
  .map((words) => words.join(' '))
  .filter((joined) => joined.trim() !== '');
const reports = fc
  .array(fc.array(text, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
  .map((bodies) => bodies.map((texts, at) => reportOf(texts, { id: `r${at}` })));

describe('findDisagreement()', () => {
  it('takes any text, and gives spans inside sentences of the passages given', () => {
    fc.assert(
      fc.property(reports, fc.oneof(text, fc.constant(QUESTION)), (given, question) => {
        const passages = passagesOf(given);
        const found = findDisagreement(question, passages, english);
        for (const { passage, sentence, differing } of found?.sides ?? []) {
          expect(passages).toContain(passage);
          expect(passage.paragraph.sentences).toContainEqual(sentence);
          expect(differing.start).toBeGreaterThanOrEqual(sentence.start);
          expect(differing.end).toBeLessThanOrEqual(sentence.end);
          expect(differing.end).toBeGreaterThan(differing.start);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same for the same, with or without stems remembered', () => {
    fc.assert(
      fc.property(reports, (given) => {
        const passages = passagesOf(given);
        const found = findDisagreement(QUESTION, passages, english);
        expect(findDisagreement(QUESTION, passages)).toEqual(found);
        expect(found === undefined || found.sides[0].passage === passages[0]).toBe(true);
      }),
    );
  });

  it.each([
    ['digits', '1'.repeat(50_000)],
    ['numbers', '12 vehicles and '.repeat(5_000)],
    ['letters with dots', 'a.'.repeat(40_000)],
    ['brackets', '('.repeat(60_000) + '12 vehicles destroyed'],
    ['dates', '1 July 2016, '.repeat(5_000)],
    ['denials', 'denied that no '.repeat(5_000)],
  ])('comes back from a sentence of %s without end', (_, long) => {
    const passages = passagesOf([
      reportOf([`${long} vehicles were destroyed`, 'The fire destroyed 15 vehicles.']),
    ]);
    expect(findDisagreement(QUESTION, passages, english)).toBeUndefined();
    expect(findDisagreement(QUESTION, passages.toReversed(), english)).toBeUndefined();
  });

  it('finds nothing that differs between sentences asked about and themselves', () => {
    for (const [, question, first] of [...DISAGREEING, ...AGREEING]) {
      const passages = passagesOf([reportOf([first], { id: 'a' }), reportOf([first], { id: 'b' })]);
      expect([first, findDisagreement(question, passages, english)]).toEqual([first, undefined]);
    }
  });
});

describe('in data/', () => {
  it('no question finds a disagreement, asked of one report or of all', async () => {
    const corpus = await loadCorpus(fileURLToPath(new URL('../../data', import.meta.url)));
    const ranker = await createLexicalRanker(corpus.reports);
    const asked = corpus.reports.flatMap((report) => [
      ...report.questions,
      ...report.paragraphs.flatMap(({ sentences }) =>
        sentences.flatMap(({ start, end }) => {
          const sentence = report.body.slice(start, end);
          return [sentence, `How many ${sentence}`, `When did ${sentence}`];
        }),
      ),
    ]);
    expect(asked.length).toBeGreaterThan(50);
    for (const question of asked) {
      for (const report of [undefined, ...corpus.reports.map(({ id }) => id)]) {
        const { paragraphs } = await ranker.rank(question, {
          limit: 10,
          ...(report !== undefined && { report }),
        });
        expect([question, findDisagreement(question, paragraphs, english)]).toEqual([question, undefined]);
      }
    }
  });
});
