import type { PairTokens } from './pair-tokens.ts';
import type { Reading } from './reader.ts';

/** The network's output for one pair: a start and an end logit for each token, and one logit for the pair. */
export interface Logits {
  readonly start: ArrayLike<number>;
  readonly end: ArrayLike<number>;
  readonly relevance: number;
}

/** Less than any network says of a text. */
const NO_WORDS = -100;

/** In tokens. Of the answers learnt from, fewer than one in a hundred is longer. */
const LONGEST_ANSWER = 40;

/**
 * The span of the text with the largest sum of its start and end logits, against that of [CLS], which stands for "no
 * answer" (Devlin et al., 2019, on SQuAD 2.0). A text without words has an empty span.
 */
export function findSpan({ words, textFrom }: PairTokens, { start, end, relevance }: Logits): Reading {
  let best = -Infinity;
  let [from, to] = [0, 0];
  for (let first = 0; first < words.length; first++) {
    const until = Math.min(words.length, first + LONGEST_ANSWER);
    for (let last = first; last < until; last++) {
      const sum = (start[textFrom + first] ?? -Infinity) + (end[textFrom + last] ?? -Infinity);
      if (sum > best) [best, from, to] = [sum, first, last];
    }
  }
  const [head, tail] = [words[from], words[to]];
  if (head === undefined || tail === undefined)
    return { span: { start: 0, end: 0 }, spanScore: NO_WORDS, relevance: NO_WORDS };
  const none = (start[0] ?? 0) + (end[0] ?? 0);
  return { span: { start: head.start, end: tail.end }, spanScore: best - none, relevance };
}
