import { type Abbreviations, createAbbreviations } from './abbreviations.ts';
import { joinsSentence } from './joins-sentence.ts';
import { cacheByLanguage } from './language-tag.ts';
import { type Span, trimSpan } from './span.ts';
import { runSync, type Task } from './cooperative-task.ts';

interface Rules {
  readonly segmenter: Intl.Segmenter;
  readonly abbreviations: Abbreviations;
}

const WORD = /[\p{L}\p{N}]/u;
/**
 * How many code units are segmented at once. Intl.Segmenter takes time in the square of its text's length (Node 20:
 * 1.2 s for 150,000 code units), so a long text goes through it in windows.
 */
const WINDOW = 2048;

/** The segmenter may not take these as ends: a hard-wrapped line continues, and a footnote mark closes its sentence. */
const LINE_ENDS = /[\n\r\u0085\u2028\u2029]/gu;
const FOOTNOTE = /(?<=[.!?…"”’)\]])\[[^[\]]{1,40}\]/gu;

/** English serves for a language the runtime has no rules for; else the machine's own locale would decide. */
const rulesOf = cacheByLanguage((language): Rules => ({
  segmenter: new Intl.Segmenter([language, 'en'], { granularity: 'sentence' }),
  abbreviations: createAbbreviations(language),
}));

/**
 * The sentences of one paragraph, as ranges of `text`: trimmed of white space, in order, never overlapping, together
 * covering all but white space. A line end inside a paragraph ends no sentence.
 *
 * @throws RangeError when `language` is not a language tag (BCP 47)
 */
export const sentenceSpans = (text: string, language: string): readonly Span[] =>
  runSync(findSentences(text, language));

/** As `sentenceSpans`, as a task. */
export function* findSentences(text: string, language: string): Task<readonly Span[]> {
  const { segmenter, abbreviations } = rulesOf(language);
  const spans: Span[] = [];
  let start = 0;
  let piece = 0;
  let hasWord = false;
  const add = (end: number): void => {
    const span = trimSpan(text, { start, end });
    const last = spans.at(-1);
    start = end;
    if (span.start === span.end) return;
    // A lone "[…]" or "***" is no sentence: it belongs to the one before it.
    if (!hasWord && last !== undefined) spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
    hasWord = false;
  };
  for (const at of sentenceBreaks(text, segmenter)) {
    yield;
    hasWord ||= WORD.test(text.slice(piece, at));
    piece = at;
    const leads = !hasWord && spans.length === 0;
    if (!leads && !joinsSentence(text, start, at, abbreviations)) add(at);
  }
  hasWord ||= WORD.test(text.slice(piece));
  add(text.length);
  return spans;
}

/**
 * The offsets at which a sentence begins by Unicode's rules (UAX #29) for a language, in order and without 0. They
 * know nothing of abbreviations.
 */
function* sentenceBreaks(text: string, segmenter: Intl.Segmenter): Generator<number> {
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
