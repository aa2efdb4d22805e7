import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  placeFeatures,
  placeParagraphs,
  fuse,
  type FusionWeights,
  shippedFusion,
} from '../../src/answer/fusion.ts';
import { judge, QUOTE_FROM, QUOTE_FROM_BY_WORDS } from '../../src/answer/judge.ts';
import { markReading } from '../../src/answer/read-nearest.ts';
import { readStatements } from '../../src/attribution/find-statements.ts';
import type { Report } from '../../src/corpus/report.ts';
import type { Reader, Reading, ReaderState } from '../../src/reader/reader.ts';
import { rankerOver } from '../../src/search/ranking/lexical-ranker.ts';
import { slice } from '../../src/text/span.ts';
import { runs } from '../property-runs.ts';
import { reportOf } from '../support/report.ts';

const ferry = reportOf(
  [
    'The ferry Estrella sank off Corvo on Friday. Nobody was hurt.',
    'It was built in Porto in 1987.',
    'Some 400 cans of paint went down with her.',
  ],
  { id: 'ferry' },
);

/** Finds `words` in a text and is as sure as `score` says; elsewhere it is sure that there is no answer. */
function readerOf(words: string, score = 9, state: ReaderState = 'ready') {
  const read: string[] = [];
  const readOne = (text: string): Reading => {
    const start = text.indexOf(words);
    const sure = start < 0 ? -9 : score;
    return {
      span: { start: Math.max(0, start), end: Math.max(0, start) + words.length },
      spanScore: sure,
      relevance: sure / 2,
    };
  };
  const reader: Reader = {
    state,
    async read(_, texts, isEnough) {
      if (state !== 'ready') return undefined;
      const readings: Reading[] = [];
      for (const text of texts) {
        read.push(text);
        const reading = readOne(text);
        readings.push(reading);
        if (isEnough(readings)) break;
      }
      return readings;
    },
  };
  return { reader, read };
}

const judgeOver = async (question: string, reader: Reader, reports: readonly Report[] = [ferry]) =>
  judge(
    question,
    {},
    {
      ranker: await rankerOver(reports),
      reader,
      statementsOf: readStatements,
    },
  );

describe('judge()', () => {
  it('puts the paragraph first that the reader is sure of, though it shares no word, with the words that answer', async () => {
    const { paragraphs, confidence } = await judgeOver('what was lost', readerOf('400 cans').reader);
    const [first] = paragraphs;
    expect(first?.paragraph.number).toBe(3);
    expect(first?.answer && slice(ferry.body, first.answer)).toBe('400 cans');
    expect(first?.sentence && slice(ferry.body, first.sentence)).toBe(
      'Some 400 cans of paint went down with her.',
    );
    expect(confidence).toBeGreaterThan(QUOTE_FROM);
  });

  it('is not sure of a paragraph that shares all words when the reader finds no answer there', async () => {
    const question = 'Which ferry sank off Corvo?';
    const doubted = await judgeOver(question, readerOf('no such words').reader);
    const believed = await judgeOver(question, readerOf('Estrella').reader);
    expect(doubted.confidence).toBeLessThan(believed.confidence / 2);
    expect(believed.confidence).toBeGreaterThan(QUOTE_FROM);
  });

  it('reads all paragraphs of a small library, until one is certain', async () => {
    const { reader, read } = readerOf('no such words');
    await judgeOver('Where was the ferry built?', reader);
    expect(read).toHaveLength(3);
    const sure = readerOf('Estrella');
    await judgeOver('Which ferry sank off Corvo?', sure.reader);
    expect(sure.read).toHaveLength(1);
  });

  it.each([
    ['eight of a large one', 'no such words', 8],
    ['five, where one of them is likely', 'pier 2.', 5],
    ['on from the fifth, where the likely one comes later', 'pier 6.', 7],
  ])('reads %s', async (_, words, count) => {
    const { reader, read } = readerOf(words, 2);
    const many = reportOf(Array.from({ length: 40 }, (_, at) => `The ferry left pier ${at}.`));
    await judgeOver('When did the ferry leave?', reader, [many]);
    expect(read).toHaveLength(count);
  });

  it('reads on where another report comes as near, for it may say something else', async () => {
    const { reader, read } = readerOf('Estrella');
    const copy = { ...ferry, id: 'copy' };
    await judgeOver('Which ferry sank off Corvo?', reader, [ferry, copy]);
    expect(read.filter((text) => text.includes('Estrella'))).toHaveLength(2);
  });

  it('reads of a long paragraph only what is around its likeliest sentence', async () => {
    const { reader, read } = readerOf('no such words');
    const filler = Array.from({ length: 200 }, (_, at) => `Boat ${at} came home late.`).join(' ');
    const long = reportOf([`${filler} The ferry Estrella sank off Corvo. ${filler}`]);
    await judgeOver('Which ferry sank off Corvo?', reader, [long]);
    expect(Math.max(...read.map(({ length }) => length))).toBeLessThanOrEqual(1400);
    expect(read.join('')).toContain('Estrella sank off Corvo');
  });

  it.each<[string, ReaderState, number]>([
    ['turned off', 'off', QUOTE_FROM_BY_WORDS],
    ['failed', 'failed', QUOTE_FROM_BY_WORDS],
    ['loading', 'loading', 0.5],
  ])('goes by words alone while the reader is %s', async (_, state, quoteFrom) => {
    const ranker = await rankerOver([ferry]);
    const question = 'Which ferry sank off Corvo?';
    const { reader } = readerOf('Estrella', 9, state);
    const judged = await judge(question, {}, { ranker, reader, statementsOf: readStatements });
    const { confidence } = await ranker.rank(question, { limit: 12 });
    expect(judged).toMatchObject({ confidence, quoteFrom, isRead: false });
    expect(judged.paragraphs.every(({ sharesWords }) => sharesWords)).toBe(true);
  });

  describe('asked for what somebody says', () => {
    const spoken = reportOf([
      'Rui Lima and Ana Silva were on the lifeboats that were found on Friday.',
      'The Estrella sank. “We heard a bang,” said Rui Lima, the mate.',
      'Two of the lifeboats were locked, Lima said. Nobody was hurt.',
      '“The repairs were done in Porto,” said Ana Silva, who owns her.',
    ]);
    const { reader } = readerOf('no such words', -2);

    it.each([
      ['What did Silva say?', '“The repairs were done in Porto,” said Ana Silva, who owns her.'],
      ['what does lima say about the bang', '“We heard a bang,” said Rui Lima, the mate.'],
      ['Did Lima say anything about the lifeboats?', 'Two of the lifeboats were locked, Lima said.'],
    ])('quotes for "%s" the sentence in which that is said', async (question, sentence) => {
      const { paragraphs, confidence } = await judgeOver(question, reader, [spoken]);
      const [first] = paragraphs;
      expect(first?.sentence && slice(spoken.body, first.sentence)).toBe(sentence);
      expect(confidence).toBeGreaterThan(QUOTE_FROM);
    });

    it.each([
      ['surer where that is said', 'What did Silva say about the repairs?', 1],
      ['less sure where it is not', 'What did Silva say about Lisbon?', -1],
    ])('is %s', async (_, question, sign) => {
      const { parts } = await judgeOver(question, reader, [spoken]);
      expect(Math.sign(parts.find(({ feature }) => feature === 'heard')?.product ?? 0)).toBe(sign);
    });

    it('does not quote the words of another speaker', async () => {
      const { confidence } = await judgeOver('What did Silva say about the lifeboats?', reader, [spoken]);
      expect(confidence).toBeLessThan(QUOTE_FROM);
    });
  });

  it('goes by words alone in a language that the reader has not learnt', async () => {
    const { reader, read } = readerOf('Fähre');
    const german = reportOf(['Die Fähre sank vor Corvo.'], { id: 'de', language: 'de' });
    const judged = await judgeOver('Welche Fähre sank?', reader, [german]);
    expect(judged).toMatchObject({ isRead: false, quoteFrom: QUOTE_FROM_BY_WORDS });
    expect(read).toEqual([]);
  });
});

describe('markReading()', () => {
  const [paragraph] = ferry.paragraphs;
  const mark = (words: string, spanScore: number) => {
    const start = ferry.body.indexOf(words);
    const span = { start, end: start + words.length };
    const marked = paragraph && markReading(paragraph, { span, spanScore, relevance: 1 });
    return marked && [slice(ferry.body, marked.sentence), marked.answer && slice(ferry.body, marked.answer)];
  };

  it.each([
    ['a sure span', 'Corvo', 9, ['The ferry Estrella sank off Corvo on Friday.', 'Corvo']],
    ['a likely span', 'Corvo', 0.5, ['The ferry Estrella sank off Corvo on Friday.', undefined]],
    ['an unlikely span', 'Corvo', -0.5, undefined],
    ['a span over two sentences', 'Friday. Nobody', 9, undefined],
  ])('marks %s', (_, words, spanScore, marked) => expect(mark(words, spanScore)).toEqual(marked));
});

describe('fuse()', () => {
  const reading = fc.record({
    span: fc.constant({ start: 0, end: 1 }),
    spanScore: fc.double({ min: -100, max: 40, noNaN: true }),
    relevance: fc.double({ min: -100, max: 40, noNaN: true }),
  });

  it('keeps every paragraph once, by falling score, and a confidence between 0 and 1', async () => {
    const ranker = await rankerOver([ferry]);
    const ranking = await ranker.rank('Where was the ferry built?', { limit: 12 });
    fc.assert(
      fc.property(fc.array(reading, { maxLength: 3 }), (readings) => {
        const read = new Map(
          readings.flatMap((each, at) => {
            const found = ranking.paragraphs[at];
            return found ? [[found.paragraph, each] as const] : [];
          }),
        );
        const { paragraphs, confidence } = fuse(ranking, read);
        expect(new Set(paragraphs.map((each) => each.paragraph))).toEqual(
          new Set(ranking.paragraphs.map((each) => each.paragraph)),
        );
        const scores = paragraphs.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: runs(100) },
    );
  });

  it('has a score that is the sum of value times weight', async () => {
    const ranking = await (await rankerOver([ferry])).rank('Where was the ferry built?', { limit: 12 });
    const only = (name: keyof typeof placeFeatures): FusionWeights => ({
      ...shippedFusion,
      place: { words: 0, read: 0, span: 0, spanAboveNone: 0, relevance: 0, [name]: 2 },
    });
    const placed = placeParagraphs(ranking.paragraphs, only('words'));
    expect(placed.map(({ score }) => score)).toEqual(ranking.paragraphs.map(({ score }) => 2 * score));
  });
});
