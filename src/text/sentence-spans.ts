import { type Abbreviations, createAbbreviations } from './abbreviations.ts';
import { joinsSentence } from './joins-sentence.ts';
import { sentenceBreaks } from './sentence-breaks.ts';
import type { Span } from './span.ts';
import { runSync, type Task } from './cooperative-task.ts';

interface Rules {
  readonly segmenter: Intl.Segmenter;
  readonly abbreviations: Abbreviations;
}

const WORD = /[\p{L}\p{N}]/u;

/** Creating a segmenter costs more than using it on a paragraph. Holds one entry for each language met. */
const rulesByLanguage = new Map<string, Rules>();

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
  const { segmenter, abbreviations } = findRules(language);
  const spans: Span[] = [];
  let start = 0;
  let piece = 0;
  let hasWord = false;
  const add = (end: number): void => {
    const span = trim(text, start, end);
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

function findRules(language: string): Rules {
  const known = rulesByLanguage.get(language);
  if (known !== undefined) return known;
  // English stands in for a language the runtime has no rules for; else the machine's own locale would decide.
  const segmenter = new Intl.Segmenter([language, 'en'], { granularity: 'sentence' });
  const rules = { segmenter, abbreviations: createAbbreviations(language) };
  rulesByLanguage.set(language, rules);
  return rules;
}

function trim(text: string, start: number, end: number): Span {
  const raw = text.slice(start, end);
  const from = start + raw.length - raw.trimStart().length;
  return { start: from, end: Math.max(from, start + raw.trimEnd().length) };
}
