/** Longer than any character people write; Intl.Segmenter takes time in the square of its text's length. */
const REACH = 64;
/** These never join with each other; line ends are LF only. */
const PLAIN = /^[\n -~]$/;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * Whether a text may be cut at `offset` without parting what people see as one character: a letter from its marks,
 * the halves of a surrogate pair, the members of a joined emoji (UAX #29).
 */
export function isGraphemeBorder(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  if (PLAIN.test(text.charAt(offset - 1)) && PLAIN.test(text.charAt(offset))) return true;
  const from = Math.max(0, offset - REACH);
  const around = text.slice(from, offset + REACH);
  return graphemes.segment(around).containing(offset - from)?.index === offset - from;
}
