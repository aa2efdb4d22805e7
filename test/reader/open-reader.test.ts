import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { openReader, type ReaderLog } from '../../src/reader/open-reader.ts';
import { READING_LIMIT, type Reading } from '../../src/reader/reader.ts';
import { slice } from '../../src/text/span.ts';
import { hostile } from '../support/hostile-text.ts';
import { runs } from '../property-runs.ts';

const silent: ReaderLog = { info: () => undefined, error: () => undefined };

describe('the shipped network', async () => {
  const reader = openReader({ log: silent, limit: Infinity });
  await reader.load();
  afterAll(() => reader.close());
  const read = async (question: string, text: string) =>
    (await reader.read(question, [text], () => false))?.[0];

  it.each([
    [
      'Who blamed the owners?',
      'The inquiry took two years. Captain Ida Holm blamed the owners.',
      'Captain Ida Holm',
    ],
    ['how many ppl were saved', 'The ferry sank in 1974. All 214 people on board were saved.', '214'],
    ['wen did it sink', 'The ferry Aurora, built for 4 million crowns, sank on 2 May 1974.', '2 May 1974'],
  ])('points at the words that answer %j', async (question, text, words) => {
    const reading = await read(question, text);
    expect(reading && slice(text, reading.span)).toContain(words);
  });

  it('tells a text that answers from one that shares its words', async () => {
    const question = 'How many civilians were killed?';
    const near = await read(question, 'Some 50,000 civilians live in the city, most of them without power.');
    const right = await read(
      question,
      'The ministry said that 120 civilians had been killed in the shelling.',
    );
    expect(right?.relevance).toBeGreaterThan(near?.relevance ?? Infinity);
  });

  it('reads any text for any question, and points inside it, at whole words', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (question, text) => {
        const reading = await read(question, text);
        expect(reading).toBeDefined();
        const { span, spanScore, relevance } = reading ?? { span: { start: 0, end: -1 } };
        const words = slice(text, span);
        expect(words).toBe(words.trim());
        expect(span.end - span.start).toBe(words.length);
        expect(Number.isFinite(spanScore) && Number.isFinite(relevance)).toBe(true);
      }),
      { numRuns: runs(30) },
    );
  });
});

/** A thread that reads each text, its length for a score, and ends at the text "stop". */
const THREAD = `
  const { parentPort } = require('node:worker_threads');
  parentPort.postMessage({ kind: 'ready' });
  parentPort.on('message', ({ text }) => {
    if (text === 'stop') process.exit(3);
    parentPort.postMessage({ kind: 'read', reading: { span: { start: 0, end: 1 }, spanScore: text.length, relevance: 1 } });
  });
`;

describe('openReader()', () => {
  const openOver = (program: string, now?: () => number) => {
    const error = vi.fn<ReaderLog['error']>();
    const start = () => new Worker(program, { eval: true, stderr: true });
    return { error, reader: openReader({ log: { ...silent, error }, start, ...(now && { now }) }) };
  };
  const scores = (readings: Awaited<ReturnType<ReturnType<typeof openReader>['read']>>) =>
    readings?.map(({ spanScore }) => spanScore);

  it('reads the texts in order, and no further than is enough', async () => {
    const { reader } = openOver(THREAD);
    await reader.load();
    expect(reader.state).toBe('ready');
    const isEnough = (done: readonly Reading[]) => done.length >= 3;
    expect(scores(await reader.read('?', ['a', 'bb', 'ccc', 'dddd'], isEnough))).toEqual([1, 2, 3]);
    expect(scores(await reader.read('?', [], isEnough))).toEqual([]);
    await reader.close();
    expect(reader.state).toBe('off');
    expect(await reader.read('?', ['a'], isEnough)).toBeUndefined();
  });

  it('does not read before it is loaded', async () => {
    const { reader } = openOver(THREAD);
    expect(await reader.read('?', ['a'], () => false)).toBeUndefined();
    expect(reader.state).toBe('loading');
  });

  it('gives up a question that waited too long, and reads the next', async () => {
    let now = 0;
    const { reader } = openOver(THREAD, () => now);
    await reader.load();
    const slow = reader.read('?', ['a', 'b'], () => {
      now += READING_LIMIT + 1;
      return false;
    });
    const waiting = reader.read('?', ['a'], () => false);
    expect(await slow).toBeUndefined();
    expect(await waiting).toBeUndefined();
    expect(scores(await reader.read('?', ['a'], () => false))).toEqual([1]);
    await reader.close();
  });

  it('turns away at once who could not be read in time', async () => {
    const { reader } = openOver(THREAD);
    await reader.load();
    const asked = Array.from({ length: 40 }, () => reader.read('?', ['a'], () => false));
    const readings = await Promise.all(asked);
    expect(readings.filter((each) => each === undefined).length).toBeGreaterThan(20);
    expect(scores(readings[0])).toEqual([1]);
    expect(scores(await reader.read('?', ['a'], () => false))).toEqual([1]);
    await reader.close();
  });

  it.each([
    ['a thread that breaks while it loads', 'throw new Error("no such library")'],
    ['a thread that ends without a word', 'process.exit(1)'],
  ])('says once that it failed: %s', async (_, program) => {
    const { reader, error } = openOver(program);
    await reader.load();
    expect(reader.state).toBe('failed');
    expect(await reader.read('?', ['a'], () => false)).toBeUndefined();
    expect(error).toHaveBeenCalledOnce();
  });

  it('lets go of what waits as soon as there is a crowd, and reads again when it is gone', async () => {
    let isCrowded = false;
    const start = () => new Worker(THREAD, { eval: true });
    const reader = openReader({ log: silent, start, isCrowded: () => isCrowded });
    await reader.load();
    const waiting = reader.read('Why?', ['a', 'bb'], () => {
      isCrowded = true;
      return false;
    });
    expect(await waiting).toBeUndefined();
    expect(await reader.read('Why?', ['a'], () => false)).toBeUndefined();
    isCrowded = false;
    expect(scores(await reader.read('Why?', ['ccc'], () => false))).toEqual([3]);
    await reader.close();
  });

  it('ends its thread only when that has done what it is at', async () => {
    const gate = new Int32Array(new SharedArrayBuffer(4));
    const program = `
      const { parentPort, workerData } = require('node:worker_threads');
      Atomics.wait(workerData, 0, 0);
      parentPort.postMessage({ kind: 'ready' });
      parentPort.on('message', () => undefined);
    `;
    const thread = new Worker(program, { eval: true, workerData: gate });
    const said: unknown[] = [];
    thread.on('message', (message) => said.push(message));
    const reader = openReader({ log: silent, start: () => thread });
    const loading = reader.load();
    const closing = reader.close();
    await loading;
    Atomics.store(gate, 0, 1);
    Atomics.notify(gate, 0);
    await closing;
    expect(said).toEqual([{ kind: 'ready' }]);
  });

  it('says once that it failed: a platform without threads for it', async () => {
    const error = vi.fn<ReaderLog['error']>();
    const start = () => {
      throw new Error('no thread');
    };
    const reader = openReader({ log: { ...silent, error }, start });
    await reader.load();
    expect(reader.state).toBe('failed');
    expect(error).toHaveBeenCalledOnce();
  });

  it('loses the question that breaks it, and says so once', async () => {
    const { reader, error } = openOver(THREAD);
    await reader.load();
    const broken = reader.read('?', ['a', 'stop', 'b'], () => false);
    const next = reader.read('?', ['a'], () => false);
    expect(await broken).toBeUndefined();
    expect(await next).toBeUndefined();
    expect(reader.state).toBe('failed');
    expect(error).toHaveBeenCalledOnce();
  });
});
