import { describe, expect, it } from 'vitest';
import { createAnswerer, MOST_PASSAGES } from '../../src/answer/answer.ts';
import { readStatements } from '../../src/attribution/find-statements.ts';
import type { Report } from '../../src/corpus/report.ts';
import { noReader, type Reader } from '../../src/reader/reader.ts';
import { rankerOver } from '../../src/search/ranking/lexical-ranker.ts';
import type { RankedParagraph } from '../../src/search/ranking/ranker.ts';
import { slice } from '../../src/text/span.ts';
import { reportOf } from '../support/report.ts';

const ferry = reportOf(
  [
    'The ferry Estrella sank off Corvo. Nobody was hurt.',
    'It was built in Porto in 1987.',
    'Divers raised the wreck.',
  ],
  { id: 'ferry' },
);
const bridge = reportOf(['The bridge over the Douro was closed.'], { id: 'bridge' });

const answererOf = async (reports: readonly Report[]) =>
  createAnswerer({ ranker: await rankerOver(reports), statementsOf: readStatements, reader: noReader });

/** Of a ranker that finds these paragraphs for any question. */
function answererOver(paragraphs: readonly RankedParagraph[], reader: Reader = noReader) {
  const ranking = { paragraphs, confidence: 1, missing: [], scopeSize: paragraphs.length, spelled: '' };
  return createAnswerer({
    ranker: { rank: async () => ranking },
    statementsOf: readStatements,
    reader,
  });
}

const ask = async (question: string, report?: string) =>
  (await answererOf([ferry, bridge])).answer(question, {
    ...(report !== undefined && { report }),
  });

describe('createAnswerer()', () => {
  it('quotes the paragraph that answers, with its sentence, as slices of the body', async () => {
    const answer = await ask('Which ferry sank off Corvo?');
    expect(answer.kind).toBe('quoted');
    const [passage] = answer.kind === 'quoted' ? answer.passages : [];
    expect(passage?.paragraph.number).toBe(1);
    expect(passage?.sentence && slice(ferry.body, passage.sentence)).toBe(
      'The ferry Estrella sank off Corvo.',
    );
  });

  it('names who the report says it is that speaks, in its own words', async () => {
    const report = reportOf([
      'Ana Reis, captain of the Estrella, said that the ferry had hit a rock.',
      'The ferry was insured.',
    ]);
    const { answer } = await answererOf([report]);
    const speakers = await Promise.all(
      ['What had the ferry hit?', 'Was the ferry insured?'].map(async (question) => {
        const found = await answer(question);
        const [passage] = 'passages' in found ? found.passages : [];
        return passage?.speaker && slice(report.body, passage.speaker);
      }),
    );
    expect(speakers).toEqual(['Ana Reis, captain of the Estrella', undefined]);
  });

  it('offers what is near as related, with the words that occur nowhere', async () => {
    const answer = await ask('Which submarine crushed the bridge in Lisbon?');
    expect(answer).toMatchObject({ kind: 'related', missing: ['submarine', 'crushed', 'Lisbon'] });
  });

  it.each([
    [
      'words that occur nowhere',
      'zebra marathon',
      { kind: 'none', missing: ['zebra', 'marathon'], confidence: 0 },
    ],
    ['nothing', '', { kind: 'none', missing: [], confidence: 0 }],
    ['question words only', 'What is it?', { kind: 'none', missing: [], confidence: 0 }],
  ])('has no answer to %s', async (_, question, expected) => expect(await ask(question)).toEqual(expected));

  it('stays inside the one report that is asked', async () => {
    const answer = await ask('bridge over the Douro', 'ferry');
    expect(answer.kind).not.toBe('quoted');
    expect('passages' in answer ? answer.passages : []).toEqual([]);
  });

  it(`offers at most ${MOST_PASSAGES} passages, best first`, async () => {
    const many = reportOf(Array.from({ length: 30 }, (_, i) => `The ferry left at ${i}.${'x'.repeat(i)}`));
    const answer = await (await answererOf([many])).answer('ferry');
    const scores = 'passages' in answer ? answer.passages.map(({ score }) => score) : [];
    expect(scores).toHaveLength(MOST_PASSAGES);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it.each([
    ['a clear lead', [3, 2], false],
    ['equal scores', [3, 3], true],
    ['scores within a quarter of the odds', [3, 2.79], true],
    ['scores just beyond', [3, 2.77], false],
    ['one passage', [3], false],
  ])('tells whether the first two passages fit equally well: %s', async (_, scores, tied) => {
    const found = [ferry, bridge].slice(0, scores.length).flatMap((report, at) => {
      const [paragraph] = report.paragraphs;
      return paragraph ? [{ report, paragraph, score: scores[at] ?? 0, sharesWords: true }] : [];
    });
    expect(await answererOver(found).answer('ferry')).toMatchObject({ tied });
  });

  const deaths = (count: string) => `On Monday the UN said ${count} children died in Aleppo, Syria.`;
  it.each([
    ['with another number', deaths('50'), deaths('60'), true],
    [
      'with another number in other words',
      deaths('50'),
      'In Aleppo 60 children had died, said the UN.',
      true,
    ],
    ['beside others', deaths('50'), `Nothing is said here. ${deaths('60')}`, true],
    ['to the letter', deaths('50'), deaths('50'), false],
    [
      'of other children',
      deaths('50'),
      'On Monday the UN said 60 children learnt to read in a school.',
      false,
    ],
    ['in another language', 'Die UN meldeten 50 Tote in Aleppo.', 'Die UN meldeten 60 Tote in Aleppo.', true],
  ])('shows what another report says nearly as the first: %s', async (_, one, other, tied) => {
    const found = [one, other].flatMap((text, at) => {
      const report = reportOf([text], { id: String(at) });
      const [paragraph] = report.paragraphs;
      const [sentence] = paragraph?.sentences ?? [];
      return paragraph && sentence ? [{ report, paragraph, sentence, score: -at, sharesWords: true }] : [];
    });
    expect(await answererOver(found).answer('ferry')).toMatchObject({ tied });
  });

  it('finds no tie of two passages of one section', async () => {
    const paragraphs = ferry.paragraphs.map((paragraph) => ({
      report: ferry,
      paragraph,
      score: 3,
      sharesWords: true,
    }));
    expect(await answererOver(paragraphs).answer('ferry')).toMatchObject({ tied: false });
  });
});
