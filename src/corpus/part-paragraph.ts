/** What a message of Discord holds, so that a paragraph can be quoted whole. In UTF-16 code units. */
const QUOTABLE = 4000;
/** A paragraph that is only a little longer is left as its author made it. */
export const LONGEST_PARAGRAPH = 1.25 * QUOTABLE;

/**
 * Parts a paragraph that is far too long to quote, between sentences: into parts of much the same length, in order, none
 * longer than LONGEST_PARAGRAPH unless one sentence is. One that is short enough is one part. The parts follow from the
 * sentences alone. `length` is the paragraph's, in UTF-16 code units; that of a sentence without the blank after it.
 */
export function* partParagraph<Sentence>(
  sentences: readonly Sentence[],
  length: number,
  lengthOf: (sentence: Sentence) => number,
): Generator<readonly Sentence[]> {
  if (length <= LONGEST_PARAGRAPH) return yield sentences;
  let left = length;
  let part: Sentence[] = [];
  let used = 0;
  for (const sentence of sentences) {
    const added = lengthOf(sentence) + 1;
    // The sentence that passes the even share of what is left still belongs to a part, unless that would be too long.
    const even = Math.ceil(left / Math.ceil(left / QUOTABLE));
    if (used > 0 && (used >= even || used + added > QUOTABLE)) {
      yield part;
      left -= used;
      part = [];
      used = 0;
    }
    part.push(sentence);
    used += added;
  }
  yield part;
}
