import { cacheByLanguage } from './language-tag.ts';
import { type Span, slice } from './span.ts';

/** Longer than any character people write; Intl.Segmenter takes time in the square of its text's length. */
const GRAPHEME_REACH = 64;
/** Far more than any word or few words. */
const WORD_REACH = 256;
/** These never join with each other; line ends are LF only. */
const PLAIN = /^[\n -~]$/;
const OPENS = /[\p{Ps}\p{Pi}"'\p{M}]$/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** English serves for a language the runtime has no rules for; else the machine's own locale would decide. */
const wordSegmenter = cacheByLanguage(
  (language) => new Intl.Segmenter([language, 'en'], { granularity: 'word' }),
);

/**
 * Whether a text may be cut at `offset` without separating what people see as one character: a letter from its marks,
 * the halves of a surrogate pair, the members of a joined emoji (UAX #29).
 */
export function isGraphemeBorder(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  if (PLAIN.test(text.charAt(offset - 1)) && PLAIN.test(text.charAt(offset))) return true;
  const from = Math.max(0, offset - GRAPHEME_REACH);
  const around = text.slice(from, offset + GRAPHEME_REACH);
  return graphemes.segment(around).containing(offset - from)?.index === offset - from;
}

/** Whether a word begins or ends at `offset` of `block` (UAX #29); white space and punctuation count as words. */
export function isWordBorder(text: string, block: Span, offset: number, language: string): boolean {
  if (offset <= block.start || offset >= block.end) return true;
  const from = Math.max(block.start, offset - WORD_REACH);
  const around = text.slice(from, Math.min(block.end, offset + WORD_REACH));
  const segments = wordSegmenter(language).segment(around);
  return segments.containing(offset - from)?.index === offset - from;
}

/**
 * The words of `span` (UAX #29, with a dictionary for scripts without spaces); punctuation and white space left out.
 *
 * @throws RangeError when `language` is not a language tag (BCP 47)
 */
export function findWords(text: string, span: Span, language: string): readonly Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of wordSegmenter(language).segment(slice(text, span))) {
    const start = span.start + index;
    if (isWordLike === true) words.push({ start, end: start + segment.length });
  }
  return words;
}

/** The first words of `span`, at most those in its first 256 characters. */
export function firstWords(text: string, span: Span, language: string): readonly Span[] {
  const end = Math.min(span.end, span.start + WORD_REACH);
  const words = findWords(text, { start: span.start, end }, language);
  // The last one may be cut.
  return end < span.end ? words.slice(0, -1) : words;
}

/** The last words of `span`, in order, at most those in its last 256 characters. */
export function lastWords(text: string, span: Span, language: string): readonly Span[] {
  const start = Math.max(span.start, span.end - WORD_REACH);
  const words = findWords(text, { start, end: span.end }, language);
  return start > span.start ? words.slice(1) : words;
}

/**
 * The last offset inside `span` at which a word begins, by the rules of a language that may write words without white
 * space between them. An opening bracket or quotation mark stays with the word after it.
 */
export function findWordStart(text: string, { start, end }: Span, language: string): number | undefined {
  const around = { start: Math.max(start, end - WORD_REACH), end: end + WORD_REACH };
  return findWords(text, around, language)
    .map((word) => word.start)
    .findLast(
      (at) =>
        at > around.start &&
        at <= end &&
        text.charAt(at - 1).trim() !== '' &&
        !OPENS.test(text.slice(at - 2, at)) &&
        isGraphemeBorder(text, at),
    );
}
