/**
 * How many code units are segmented at once. Intl.Segmenter takes time in the square of its text's length (Node 20:
 * 1.2 s for 150,000 code units), so a long text goes through it in windows.
 */
const WINDOW = 2048;

/** The segmenter may not take these as ends: a hard-wrapped line goes on, and a footnote mark closes its sentence. */
const LINE_ENDS = /[\n\r\u0085\u2028\u2029]/gu;
const FOOTNOTE = /(?<=[.!?…"”’)\]])\[[^[\]]{1,40}\]/gu;

/**
 * The offsets at which a sentence begins by Unicode's rules (UAX #29) for a language, in order and without 0. They
 * know nothing of abbreviations.
 */
export function* sentenceBreaks(text: string, segmenter: Intl.Segmenter): Generator<number> {
  // Replaced by characters of the same length, so that offsets stay true.
  const plain = text
    .replaceAll(LINE_ENDS, ' ')
    .replaceAll('…', '.')
    .replaceAll(FOOTNOTE, (mark) => ')'.repeat(mark.length));
  let start = 0;
  let size = WINDOW;
  while (start < plain.length) {
    const end = start + size;
    const breaks = Array.from(segmenter.segment(plain.slice(start, end)), ({ index }) => start + index).slice(
      1,
    );
    yield* breaks;
    if (end >= plain.length) return;
    const last = breaks.at(-1);
    // What the window's end cut is segmented again, whole, from where it begins.
    size = last === undefined ? size * 2 : WINDOW;
    start = last ?? start;
  }
}
