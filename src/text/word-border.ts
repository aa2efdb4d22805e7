import { type Span, slice } from './span.ts';
import { isGraphemeBorder } from './grapheme-border.ts';

/** Far more than any word or few words; Intl.Segmenter takes time in the square of its text's length. */
const REACH = 256;
const OPENS = /[\p{Ps}\p{Pi}"'\p{M}]$/u;

/** Creating a segmenter costs more than using it. Holds one entry for each language met. */
const segmenters = new Map<string, Intl.Segmenter>();

/** Whether a word begins or ends at `offset` of `block` (UAX #29); white space and punctuation count as words. */
export function isWordBorder(text: string, block: Span, offset: number, language: string): boolean {
  if (offset <= block.start || offset >= block.end) return true;
  const from = Math.max(block.start, offset - REACH);
  const around = text.slice(from, Math.min(block.end, offset + REACH));
  return (
    wordSegmenter(language)
      .segment(around)
      .containing(offset - from)?.index ===
    offset - from
  );
}

/** The first words of `span`, at most those in its first 256 characters; punctuation and white space left out. */
export function firstWords(text: string, span: Span, language: string): readonly Span[] {
  const end = Math.min(span.end, span.start + REACH);
  const words = wordsOf(text, { start: span.start, end }, language);
  // The last one may be cut.
  return end < span.end ? words.slice(0, -1) : words;
}

/** The last words of `span`, in order, at most those in its last 256 characters. */
export function lastWords(text: string, span: Span, language: string): readonly Span[] {
  const start = Math.max(span.start, span.end - REACH);
  const words = wordsOf(text, { start, end: span.end }, language);
  return start > span.start ? words.slice(1) : words;
}

/**
 * The last offset inside `span` at which a word begins, by the rules of a language that may write words without white
 * space between them. What opens a bracket or a quotation stays with the word behind it.
 */
export function findWordStart(text: string, { start, end }: Span, language: string): number | undefined {
  const around = { start: Math.max(start, end - REACH), end: end + REACH };
  return wordsOf(text, around, language)
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

function wordsOf(text: string, span: Span, language: string): readonly Span[] {
  const words: Span[] = [];
  for (const { index, segment, isWordLike } of wordSegmenter(language).segment(slice(text, span))) {
    const start = span.start + index;
    if (isWordLike === true) words.push({ start, end: start + segment.length });
  }
  return words;
}

function wordSegmenter(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  // English stands in for a language the runtime has no rules for; else the machine's own locale would decide.
  const segmenter = new Intl.Segmenter([language, 'en'], { granularity: 'word' });
  segmenters.set(language, segmenter);
  return segmenter;
}
