import { type Abbreviations, createAbbreviations } from './abbreviations.ts';
import { findCut } from './cut-text.ts';
import { cacheByLanguage } from './language-tag.ts';
import { type Span, trimSpan } from './span.ts';
import type { Task } from './cooperative-task.ts';

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
/** In UTF-16 code units: a text that goes on for longer without an end is cut between two words. */
export const LONGEST_SENTENCE = 2 * WINDOW;

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
 * covering all but white space, none longer than LONGEST_SENTENCE. A line end inside a paragraph ends no sentence.
 * Takes time linear in the text.
 *
 * @throws RangeError when `language` is not a language tag (BCP 47)
 */
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
    if (!hasWord && last !== undefined && span.end - last.start <= LONGEST_SENTENCE)
      spans[spans.length - 1] = { start: last.start, end: span.end };
    else spans.push(span);
    hasWord = false;
  };
  const read = (at: number): void => {
    if (at - start > LONGEST_SENTENCE && piece > start) add(piece);
    hasWord ||= WORD.test(text.slice(piece, at));
    piece = at;
  };
  for (const at of sentenceBreaks(text, segmenter, language)) {
    yield;
    read(at);
    const leads = !hasWord && spans.length === 0;
    if (!leads && !joinsSentence(text, start, at, abbreviations)) add(at);
  }
  read(text.length);
  add(text.length);
  return spans;
}

/**
 * The offsets at which a sentence begins by Unicode's rules (UAX #29) for a language, in order and without 0; and where
 * there is none for too long, a place to cut. They know nothing of abbreviations.
 */
function* sentenceBreaks(text: string, segmenter: Intl.Segmenter, language: string): Generator<number> {
  let start = 0;
  let size = WINDOW;
  while (start < text.length) {
    const end = start + size;
    const plain = plainText(text, { start, end });
    const breaks = Array.from(segmenter.segment(plain), ({ index }) => start + index).slice(1);
    yield* breaks;
    const last = breaks.at(-1);
    if (end >= text.length && text.length - (last ?? start) <= LONGEST_SENTENCE) return;
    if (last !== undefined) {
      // What the window's end cut is segmented again, whole, from where it begins.
      start = last;
      size = WINDOW;
    } else if (size < LONGEST_SENTENCE) size *= 2;
    else {
      start = findCut(text, { start, end }, language);
      size = WINDOW;
      yield start;
    }
  }
}

/** A footnote mark has no more characters. */
const LONGEST_MARK = 42;

/** What the segmenter gets to see of `span`: as many characters, so that offsets stay true. */
function plainText(text: string, { start, end }: Span): string {
  const from = Math.max(0, start - 1);
  return text
    .slice(from, end + LONGEST_MARK)
    .replaceAll(LINE_ENDS, ' ')
    .replaceAll('…', '.')
    .replaceAll(FOOTNOTE, (mark) => ')'.repeat(mark.length))
    .slice(start - from, end - from);
}

/** How many code units the rules look at on both sides of a break: more than any abbreviation, little for any text. */
const REACH = 40;

const OPENING = /^[\s"'“”‘’«»„‚([{¿¡]+/u;
/** The marks after which Unicode's rules may break too soon. Those of Chinese, Hindi and others always end. */
const ENDED_BY_SIGN = /[.!?…]["'”’»)\]]*$/u;
/** The word before a full stop, its inner full stops included; brackets may close after it, quotation marks not. */
const LAST_WORD = /(?:^|[\s"'“‘’«„‚([{\-–—/])((?:[\p{L}\p{M}\p{N}]+\.)*[\p{L}\p{M}\p{N}]+)\.[)\]]*$/u;
/** The gap in "z. B." and "J. R. R.", which are written without it as often. */
const GAP_BETWEEN_LETTERS = /(?<![\p{L}\p{M}])(\p{L}\.)\s+(?=\p{L}\.)/gu;
const LIST_NUMBER = /^\(?(?:\p{N}{1,3}|\p{L})[.)]$/u;
const LETTERS_WITH_STOPS = /^\p{L}(?:\.\p{L})+$/u;
const CAPITAL = /^\p{Lu}$/u;
const SHORT_NUMBER = /^\p{N}{1,2}$/u;

/**
 * Whether the sentence that begins at `start` continues at `at`, where Unicode's rules would end it. `at` is the offset
 * of the first character after the break and its white space.
 */
function joinsSentence(text: string, start: number, at: number, abbreviations: Abbreviations): boolean {
  const before = text.slice(Math.max(start, at - REACH), at).trimEnd();
  if (!ENDED_BY_SIGN.test(before)) return false;
  const next = text.slice(at, at + REACH).replace(OPENING, '');
  // “It fell!” he said.
  if (/^\p{Ll}/u.test(next)) return true;
  // "uses .NET", "Why?[a]": people put a space between sentences, save in scripts without capitals.
  if (!/\s/u.test(text.charAt(at - 1)) && !/^\p{Lo}/u.test(next)) return true;
  if (LIST_NUMBER.test(before) && at - start <= REACH && opensLine(text, start)) return true;
  const word = LAST_WORD.exec(before.replaceAll(GAP_BETWEEN_LETTERS, '$1'))?.[1];
  return word !== undefined && joinsAfter(word, next, abbreviations);
}

function joinsAfter(word: string, next: string, rules: Abbreviations): boolean {
  if (rules.beforeNumber.has(word)) return /^[#\p{N}]/u.test(next);
  if (rules.inner.has(word)) return true;
  if (word.length > 1 && rules.inner.has(word.charAt(0).toLowerCase() + word.slice(1))) return true;
  const ambiguous =
    rules.either.has(word) ||
    CAPITAL.test(word) ||
    LETTERS_WITH_STOPS.test(word) ||
    (rules.ordinals === true && SHORT_NUMBER.test(word));
  return ambiguous && !beginsWithOpener(next, rules);
}

/** "A" opens a sentence, the initial "A." does not. */
function beginsWithOpener(next: string, { openers }: Abbreviations): boolean {
  const word = /^(?!\p{L}\.)\p{L}[\p{L}\p{M}]*/u.exec(next)?.[0];
  return word !== undefined && openers.has(word);
}

function opensLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  return at === 0 || before.slice(before.trimEnd().length).includes('\n');
}
