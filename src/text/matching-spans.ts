import { type Span, slice } from './span.ts';
import type { Language } from './language.ts';

const SPACE_ONLY = /^\s*$/u;

/**
 * The ranges of `text` whose words are sought, in order. Words that only white space parts are one range, as a phrase,
 * so no two ranges touch; their edges are never white space. `isSought` gets each word as the language folds it.
 */
export function matchingSpans(
  text: string,
  language: Language,
  isSought: (folded: string) => boolean,
): readonly Span[] {
  const spans: Span[] = [];
  for (const { folded, start, end } of language.read(text)) {
    if (!isSought(folded)) continue;
    const last = spans.at(-1);
    if (last !== undefined && SPACE_ONLY.test(slice(text, { start: last.end, end: start }))) {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else spans.push({ start, end });
  }
  return spans;
}
