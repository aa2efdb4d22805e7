import { type Span, slice } from '../../text/span.ts';
import { isGraphemeBorder } from '../../text/segmentation.ts';

/** Each is one of the elements after which Discord stops rendering, and more would mark nothing. */
export const MOST_MARKED = 8;

/**
 * The ranges inside `span` that can be set in bold, at most 8: widened to whole characters (a joiner belongs to the
 * letter before it), one where that makes two touch, and none with white space at an edge. `words` are ranges of
 * `body`, in order, without overlap.
 */
export function markWords(body: string, span: Span, words: readonly Span[]): readonly Span[] {
  const marked: Span[] = [];
  for (const word of words) {
    if (word.start < span.start || word.end > span.end) continue;
    let { start, end } = word;
    while (start > span.start && !isGraphemeBorder(body, start)) start -= 1;
    while (end < span.end && !isGraphemeBorder(body, end)) end += 1;
    const last = marked.at(-1);
    if (last !== undefined && start <= last.end) marked[marked.length - 1] = { start: last.start, end };
    else marked.push({ start, end });
  }
  return marked
    .filter((each) => {
      const text = slice(body, each);
      return text === text.trim();
    })
    .slice(0, MOST_MARKED);
}
