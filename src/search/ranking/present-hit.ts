import type { Language } from '../../text/language.ts';
import { shiftSpan, type Span, slice } from '../../text/span.ts';
import type { SentenceEvidence } from './evidence.ts';
import { type Observation, sharesTerms } from './observation.ts';
import type { Question } from '../query/question.ts';
import type { WordFilter } from '../query/search-words.ts';
import { dot, type Scored, type WeightVectors } from './score.ts';
import type { RankedParagraph, SearchHit } from './ranker.ts';

/**
 * A sentence is marked from this share of its paragraph's odds on; see `Scored`. At this point, on the evaluation
 * questions, some 92 % of marked sentences hold the answer, and 9 of 10 first paragraphs have one marked.
 */
const MARK_FROM = 0.6;

/** A ranked paragraph, with the sentence that answers where one clearly leads. */
export function present({ observation, score, sentence, sentenceShare }: Scored): RankedParagraph {
  const { report, paragraph } = observation;
  const span = paragraph.sentences[sentence];
  const sharesWords = sharesTerms(observation);
  const isClear = sharesWords && span !== undefined && sentenceShare >= MARK_FROM;
  return { report, paragraph, score, sharesWords, ...(isClear && { sentence: span }) };
}

/**
 * The excerpt is the sentence with the most of the phrases that `filter` asks for, then with the most weight of the
 * words sought; between equals the ranking decides.
 */
export function presentHit(
  observation: Observation,
  language: Language,
  weights: WeightVectors,
  filter?: WordFilter,
): SearchHit {
  const { report, paragraph, question } = observation;
  const excerpt = paragraph.sentences[bestSentence(observation, weights, filter)] ?? paragraph.span;
  const text = slice(report.body, excerpt);
  const isInPhrase = coveredBy(filter?.find(text) ?? []);
  const isSought = (folded: string, word: Span): boolean =>
    isInPhrase(word) || (!language.functionWords.has(folded) && question.matches.has(language.stem(folded)));
  const matches = matchingSpans(text, language, isSought);
  return { report, paragraph, excerpt, matches: matches.map((span) => shiftSpan(span, excerpt.start)) };
}

/** Whether one of `spans` holds a word. Words are to be asked for in order: all of them take one walk through the spans. */
function coveredBy(spans: readonly Span[]): (word: Span) => boolean {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  let [next, reach] = [0, 0];
  return ({ start, end }) => {
    for (let span = ordered[next]; span && span.start <= start; span = ordered[++next])
      reach = Math.max(reach, span.end);
    return end <= reach;
  };
}

/**
 * The ranges of `text` whose words are sought, in order. Words that only white space parts are one range, as a phrase,
 * so no two ranges touch; their edges are never white space. `isSought` gets each word as the language folds it.
 */
export function matchingSpans(
  text: string,
  language: Language,
  isSought: (folded: string, word: Span) => boolean,
): readonly Span[] {
  const spans: Span[] = [];
  for (const { folded, start, end } of language.read(text)) {
    if (!isSought(folded, { start, end })) continue;
    const last = spans.at(-1);
    if (last !== undefined && text.slice(last.end, start).trim() === '') {
      spans[spans.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else spans.push({ start, end });
  }
  return spans;
}

function bestSentence(
  { report, paragraph, evidence, question, sentenceValues }: Observation,
  weights: WeightVectors,
  filter?: WordFilter,
): number {
  const ranked = evidence.sentences.map((sentence, at) => ({
    at,
    phrases: filter?.find(slice(report.body, paragraph.sentences[at] ?? paragraph.span)).length ?? 0,
    held: heldWeight(sentence, question),
    score: dot(sentenceValues[at] ?? new Float64Array(), weights.sentence),
  }));
  const [best] = ranked.sort((a, b) => b.phrases - a.phrases || b.held - a.held || b.score - a.score);
  return best?.at ?? 0;
}

function heldWeight({ hits }: SentenceEvidence, { terms }: Question): number {
  const strengths = terms.map(() => 0);
  for (const { at, strength } of hits) strengths[at] = Math.max(strengths[at] ?? 0, strength);
  return strengths.reduce((sum, strength, at) => sum + strength * (terms[at]?.weight ?? 0), 0);
}
