import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Report } from '../../../src/corpus/report.ts';
import { slice } from '../../../src/text/span.ts';
import { rankerOver } from '../../../src/search/ranking/lexical-ranker.ts';
import { reportOf } from '../../support/report.ts';
import { runs } from '../../property-runs.ts';

const ferry = reportOf([
  'The ferry Aurora sank off the island of Norra on 2 May 1974. All 214 people on board were saved.',
  'Captain Ida Holm blamed a broken rudder. She had asked for repairs twice that spring.',
  'The Maritime Safety Board (MSB) opened an inquiry. It blamed the owners, who had ignored three warnings.',
  'Children from the village school waited on the quay with blankets and soup.',
  'A new ferry, built for 4.7 million crowns, has served the island since 1976.',
]);

const nameless = reportOf([
  'A captain runs the ship.',
  'The owner runs a bank.',
  'Ann Lund is at the Norra Ferry Association.',
]);
const roles = reportOf(['The log was wet.', 'Ida Holm wrote the log.', 'A log lay on the quay.']);
const sums = reportOf([
  'The quay got 40 lamps in May.',
  'The quay got $40 in May.',
  'The quay held 40 people in May.',
]);
const times = reportOf(['The barn burnt before the storm.', 'The mill burnt after the storm.']);

async function first(question: string, reports: readonly Report[] = [ferry]): Promise<number | undefined> {
  const ranker = await rankerOver(reports);
  return (await ranker.rank(question, { limit: 3 })).paragraphs[0]?.paragraph.number;
}

describe('rank() puts the right paragraph first', () => {
  it.each([
    ['words shared', 'Who blamed the rudder?', 2],
    ['a typo', 'Who blamed the ruder?', 2],
    ['everyday words', 'What did the kids wait with?', 4],
    ['a number in digits', 'What cost 4,700,000 crowns?', 5],
    ['a date in digits', 'What happened on 1974-05-02?', 1],
    ['an acronym', 'What did the MSB open?', 3],
    ['a word in two', 'Who stood on the quay with blan kets?', 4],
    ['no capital letters', 'what did captain holm ask for', 2],
    ['a possessive', "What was the Board's inquiry about?", 3],
    ['another inflection', 'Was anybody saving people on board?', 1],
    ['chat words', 'wat did ppl build for 4.7m thx', 5],
    ['initials that nobody explains', 'who is at the NFA', 3, [nameless]],
    ['a role for its verb', 'who is the author of the log', 2, [roles]],
    ['a number of money', 'how much did the quay get', 2, [sums]],
    ['a number of people', 'how many people did the quay hold', 3, [sums]],
    ['an order in time', 'what burnt after the storm', 2, [times]],
  ])('by %s', async (_, question, paragraph, reports: readonly Report[] = [ferry]) =>
    expect(await first(question, reports)).toBe(paragraph),
  );

  it.each([
    [
      'German',
      'de',
      ['Der Zug hielt in Köln.', 'Die Zeitungen berichteten von Überschwemmungen.'],
      'Welche Zeitung berichtete über die Uberschwemmung?',
      2,
    ],
    [
      'French',
      'fr',
      ['Le train est parti.', "L'hôpital a reçu des enfants blessés."],
      "Combien d'enfants l'hopital a-t-il recus ?",
      2,
    ],
    [
      'Spanish',
      'es',
      ['El tren salió tarde.', 'Los soldados destruyeron los puentes.'],
      '¿Quién destruyó el puente?',
      2,
    ],
    ['Arabic', 'ar', ['وصل القطار متأخرا.', 'قرأ الأطفال الكتاب في المدرسة.'], 'من قرأ كتاب؟', 2],
    ['Chinese', 'zh', ['火车晚点了。', '北京是中国的首都。'], '中国的首都在哪里？', 2],
  ])('in %s', async (_, language, paragraphs, question, paragraph) => {
    expect(await first(question, [reportOf(paragraphs, { language })])).toBe(paragraph);
  });

  it('in a library of several languages', async () => {
    const german = reportOf(['Die Zeitungen berichteten von Überschwemmungen.'], {
      id: 'german',
      language: 'de',
    });
    const ranker = await rankerOver([ferry, german]);
    const { paragraphs } = await ranker.rank('Welche Zeitung berichtete?', { limit: 3 });
    expect(paragraphs[0]?.report.id).toBe('german');
  });
});

describe('rank()', () => {
  it('marks the sentence that answers', async () => {
    const ranker = await rankerOver([ferry]);
    const { paragraphs } = await ranker.rank('How many people on board were saved?', { limit: 1 });
    const [found] = paragraphs;
    expect(found?.sentence && slice(ferry.body, found.sentence)).toBe('All 214 people on board were saved.');
  });

  it('marks nothing where two sentences are as good as each other', async () => {
    const twin = reportOf(['The old bridge fell. The old bridge fell.']);
    const { paragraphs } = await (await rankerOver([twin])).rank('Which bridge fell?', { limit: 1 });
    expect(paragraphs[0]).not.toHaveProperty('sentence');
  });

  it('is surer of a question about the report than of one about another subject', async () => {
    const ranker = await rankerOver([ferry]);
    const confidence = async (question: string): Promise<number> =>
      (await ranker.rank(question, { limit: 1 })).confidence;
    expect(await confidence('Who blamed a broken rudder?')).toBeGreaterThan(
      await confidence('Who blamed the Treaty of Rome?'),
    );
  });

  it.each([
    ['a word that stands nowhere', 'Who blamed Napoleon?', ['Napoleon']],
    ['not a typo', 'Who blamed the ruder?', []],
    ['not a word of like meaning', 'Which kids waited?', []],
    ['each word once', 'Napoleon, Napoleon?', ['Napoleon']],
  ])('lists as missing %s', async (_, question, missing) => {
    expect((await (await rankerOver([ferry])).rank(question, { limit: 1 })).missing).toEqual(missing);
  });

  it('searches only the report asked for', async () => {
    const other = reportOf(['Captain Ida Holm wrote a book.'], { id: 'other' });
    const ranker = await rankerOver([ferry, other]);
    const { paragraphs } = await ranker.rank('Captain Ida Holm', { report: 'other', limit: 5 });
    expect(paragraphs.map(({ report }) => report.id)).toEqual(['other']);
  });

  it.each([
    ['no words', '?!'],
    ['function words only', 'What was it?'],
    ['nothing shared', 'xylophone zeppelin'],
  ])('finds nothing for %s', async (_, question) => {
    const { paragraphs, confidence } = await (await rankerOver([ferry])).rank(question, { limit: 5 });
    expect(paragraphs.filter(({ sharesWords }) => sharesWords)).toEqual([]);
    expect(confidence).toBe(0);
  });

  it('finds nothing in an empty library, or in a report that is not there', async () => {
    expect((await (await rankerOver([])).rank('ferry', { limit: 5 })).paragraphs).toEqual([]);
    expect(
      (await (await rankerOver([ferry])).rank('ferry', { report: 'none', limit: 5 })).paragraphs,
    ).toEqual([]);
  });

  it('takes any question, answers it the same twice, and explains each score', async () => {
    const ranker = await rankerOver([ferry, reportOf(['北京是中国的首都。'], { id: 'zh', language: 'zh' })]);
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.lorem(),
      fc.constantFrom(ferry.body, '中国 ferry', '1974-05-02'),
    );
    await fc.assert(
      fc.asyncProperty(text, async (question) => {
        const ranking = await ranker.rank(question, { limit: 10 });
        expect(await ranker.rank(question, { limit: 10 })).toEqual(ranking);
        expect(ranking.confidence).toBeGreaterThanOrEqual(0);
        expect(ranking.confidence).toBeLessThanOrEqual(1);
        const explained = await ranker.explain(question, { limit: 10 });
        const sharing = ranking.paragraphs.filter(({ sharesWords }) => sharesWords);
        expect(explained.paragraphs.map(({ score }) => score)).toEqual(sharing.map(({ score }) => score));
        for (const { score, parts } of explained.paragraphs) {
          expect(parts.reduce((sum, { product }) => sum + product, 0)).toBeCloseTo(score, 9);
          for (const { value, weight, product } of parts) expect(product).toBe(value * weight);
        }
        const { confidence = 0 } = explained.confidence ?? {};
        expect(confidence).toBe(ranking.confidence);
      }),
      { numRuns: runs(60) },
    );
  });
});
