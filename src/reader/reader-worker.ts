import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { findSpan } from './find-span.ts';
import { createPairTokenizer, type PairTokens } from './pair-tokens.ts';
import type { Reading } from './reader.ts';

/** What the thread is asked, one pair at a time. */
export interface Pair {
  readonly question: string;
  readonly text: string;
}

/** The thread's answer to each pair, and its first message once it can read. */
export type ThreadMessage = { readonly kind: 'ready' } | { readonly kind: 'read'; readonly reading: Reading };

const MODEL = new URL('model/', import.meta.url);

const tokenizer = createPairTokenizer(await readFile(new URL('tokenizer.json', MODEL), 'utf8'));
// One thread: pairs come one by one, and the machine's other cores belong to Discord and to other programs.
const session = await InferenceSession.create(fileURLToPath(new URL('reader.onnx', MODEL)), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
  executionMode: 'sequential',
});

async function read({ question, text }: Pair): Promise<Reading> {
  const tokens = tokenizer.pair(question, text);
  const { start, end, relevance } = await session.run(feedsOf(tokens));
  if (!start || !end || !relevance) throw new Error('The model has no output start, end or relevance');
  return findSpan(tokens, {
    start: numbersOf(start),
    end: numbersOf(end),
    relevance: numbersOf(relevance)[0] ?? 0,
  });
}

function feedsOf({ ids, textFrom }: PairTokens): Record<string, Tensor> {
  const row = (valueAt: (at: number) => number) =>
    new Tensor(
      'int64',
      BigInt64Array.from(ids, (_, at) => BigInt(valueAt(at))),
      [1, ids.length],
    );
  return {
    input_ids: row((at) => ids[at] ?? 0),
    attention_mask: row(() => 1),
    token_type_ids: row((at) => (at < textFrom ? 0 : 1)),
  };
}

function numbersOf({ data }: Tensor): Float32Array {
  if (data instanceof Float32Array) return data;
  throw new TypeError('The model gives other numbers than 32-bit floats');
}

const post = (message: ThreadMessage): void => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  parentPort?.postMessage(message);
};

parentPort?.on('message', (pair: Pair) => {
  void read(pair).then((reading) => post({ kind: 'read', reading }));
});
post({ kind: 'ready' });
