import type { Language } from '../../text/language.ts';
import { type Span, slice } from '../../text/span.ts';
import type { SentenceEvidence } from './evidence.ts';
import { matchingSpans } from '../../text/matching-spans.ts';
import type { Observation } from './observation.ts';
import type { Question } from '../query/question.ts';
import { dot, type WeightVectors } from './score.ts';
import type { SearchHit } from './ranker.ts';

/** The excerpt is the sentence with the most weight of the words sought; between equals the ranking decides. */
export function presentHit(observation: Observation, language: Language, weights: WeightVectors): SearchHit {
  const { report, paragraph, question } = observation;
  const excerpt = paragraph.sentences[bestSentence(observation, weights)] ?? paragraph.span;
  return { report, paragraph, excerpt, matches: findMatches(slice(report.body, excerpt), excerpt) };

  function findMatches(text: string, { start }: Span): readonly Span[] {
    const isSought = (folded: string): boolean =>
      !language.functionWords.has(folded) && question.matches.has(language.stem(folded));
    return matchingSpans(text, language, isSought).map((span) => ({
      start: start + span.start,
      end: start + span.end,
    }));
  }
}

function bestSentence({ evidence, question, sentenceValues }: Observation, weights: WeightVectors): number {
  const ranked = evidence.sentences.map((sentence, at) => ({
    at,
    held: heldWeight(sentence, question),
    score: dot(sentenceValues[at] ?? new Float64Array(), weights.sentence),
  }));
  const [best] = ranked.sort((a, b) => b.held - a.held || b.score - a.score);
  return best?.at ?? 0;
}

function heldWeight({ hits }: SentenceEvidence, { terms }: Question): number {
  const strengths = terms.map(() => 0);
  for (const { at, strength } of hits) strengths[at] = Math.max(strengths[at] ?? 0, strength);
  return strengths.reduce((sum, strength, at) => sum + strength * (terms[at]?.weight ?? 0), 0);
}
