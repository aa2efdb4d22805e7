import type { Report } from '../corpus/report.ts';
import { isEnglish } from '../text/language-tag.ts';
import { slice, type Span } from '../text/span.ts';
import type { Statement } from './find-statements.ts';

/** First words that point back to what was said before. "This week" points to the calendar. */
const POINTS_BACK =
  /^["“„«‘'\s]*(?:he|she|it|they|his|her|its|their|him|them|these|those|(?:this|that)(?!\s+(?:day|week|month|year|morning|afternoon|evening|night|spring|summer|autumn|winter)))(?![\p{L}\p{N}])/iu;
const PRONOUN = /^(?:he|she|it|they|we|i)$/iu;
/** "The source", "the ministry": known only to who has read the sentence before. A capital after "the" makes a name. */
const KNOWN_FROM_BEFORE = /^[Tt]he\s[^\p{Lu}]+$/u;

/**
 * The sentence right before a paragraph, when the paragraph cannot be understood without it: its first sentence opens
 * with a pronoun, in a quotation or out of it, or is said by "he" or by "the source". Absent when it is clear on its
 * own, when there is no sentence before, and in languages other than English.
 *
 * @param number the paragraph, counted from 1
 * @param statements those of the whole report, from `findStatements`
 */
export const sentenceBefore = (
  { body, language, paragraphs }: Report,
  number: number,
  statements: readonly Statement[],
): Span | undefined => {
  const paragraph = paragraphs.find((each) => each.number === number);
  const first = paragraph?.sentences[0];
  const before = paragraphs.find((each) => each.number === number - 1)?.sentences.at(-1);
  if (first === undefined || before === undefined || !isEnglish(language)) return undefined;
  const unclear = statements.some(
    ({ paragraph: own, span, words }) =>
      own === number &&
      span.start < first.end &&
      words !== undefined &&
      words.start >= first.start &&
      (PRONOUN.test(slice(body, words)) || KNOWN_FROM_BEFORE.test(slice(body, words))),
  );
  return unclear || POINTS_BACK.test(body.slice(first.start, Math.min(first.end, first.start + 60)))
    ? before
    : undefined;
};
