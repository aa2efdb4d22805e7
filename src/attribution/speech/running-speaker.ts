import type { Span } from '../../text/span.ts';
import type { Range } from '../people/subject.ts';
import type { Token } from '../words/tokens.ts';

/** A statement found earlier in the paragraph. */
export interface Spoken {
  readonly span: Span;
  readonly speaker: Range | undefined;
}

/** A quotation that is a sentence of its own. */
export const isBare = (tokens: readonly Token[], at: number): boolean => {
  let next = at + 1;
  while (tokens[next]?.kind === 'stop') next += 1;
  return (
    (at === 0 || tokens[at - 1]?.kind === 'border' || tokens[at - 1]?.kind === 'quote') &&
    (tokens[next]?.kind === 'border' || tokens[next]?.kind === 'quote')
  );
};

/** Tokens; a longer sentence is not read to its start. */
const LOOK_BACK = 400;

const sameRange = (a: Range | undefined, b: Range | undefined): boolean =>
  a?.from === b?.from && a?.to === b?.to;

/** The speaker of the sentence before, or of this sentence up to a colon, when all that is said there has one speaker. */
export const runningSpeaker = (
  tokens: readonly Token[],
  at: number,
  found: readonly Spoken[],
  body: string,
): Range | undefined => {
  const bareQuote = isBare(tokens, at);
  if (!bareQuote && tokens[at - 1]?.kind !== 'colon') return undefined;
  let border = tokens[at - 1]?.kind === 'border' ? at - 2 : at - 1;
  while (border >= 0 && at - border < LOOK_BACK && tokens[border]?.kind !== 'border') border -= 1;
  const start = tokens[border + 1]?.start ?? Infinity;
  const end = tokens[at]?.start ?? 0;
  const near: Spoken[] = [];
  for (let index = found.length - 1; index >= 0; index -= 1) {
    const draft = found[index];
    if (draft === undefined || draft.span.start < start) break;
    if (draft.span.end <= end) near.push(draft);
  }
  const [last] = near;
  if (last === undefined || near.some(({ speaker }) => !sameRange(speaker, last.speaker))) return undefined;
  // After a question the answer may be another's.
  return /\?\s*$/u.test(body.slice(last.span.start, last.span.end).slice(-3)) ? undefined : last.speaker;
};
