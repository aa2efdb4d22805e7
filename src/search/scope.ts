import { setImmediate } from 'node:timers/promises';
import type { Lexicon } from './lexicon.ts';

/** The paragraphs that one question is asked of, one report's or all, and how common each term is in them. */
export interface Scope {
  /** Keys `from .. to` (without `to`). */
  readonly from: number;
  readonly to: number;
  readonly paragraphCount: number;
  readonly sentenceCount: number;
  /** Terms in a paragraph, and in a sentence, on average. */
  readonly paragraphLength: number;
  readonly sentenceLength: number;
  /** How many paragraphs, and sentences, hold the term. */
  paragraphsWith(term: number): number;
  sentencesWith(term: number): number;
}

export interface Texts {
  readonly lexicon: Lexicon;
  readonly words: Int32Array;
  readonly sentenceStarts: Int32Array;
  readonly paragraphStarts: Int32Array;
}

/** Paragraphs counted before the event loop gets a turn. */
const CHUNK = 10;

export async function createScope(texts: Texts, from: number, to: number): Promise<Scope> {
  const counts = await countTerms(texts, from, to);
  const terms = Int32Array.from(counts.paragraphs.keys()).sort();
  const inParagraphs = Int32Array.from(terms, (term) => counts.paragraphs.get(term) ?? 0);
  const inSentences = Int32Array.from(terms, (term) => counts.sentences.get(term) ?? 0);
  const sentenceCount = (texts.paragraphStarts[to] ?? 0) - (texts.paragraphStarts[from] ?? 0);
  return {
    from,
    to,
    paragraphCount: to - from,
    sentenceCount,
    paragraphLength: counts.length / Math.max(1, to - from),
    sentenceLength: counts.length / Math.max(1, sentenceCount),
    paragraphsWith: (term) => inParagraphs[find(terms, term)] ?? 0,
    sentencesWith: (term) => inSentences[find(terms, term)] ?? 0,
  };
}

interface Counts {
  readonly paragraphs: ReadonlyMap<number, number>;
  readonly sentences: ReadonlyMap<number, number>;
  readonly length: number;
}

async function countTerms(
  { lexicon, words, sentenceStarts, paragraphStarts }: Texts,
  from: number,
  to: number,
): Promise<Counts> {
  const paragraphs = new Map<number, number>();
  const sentences = new Map<number, number>();
  const count = (counts: Map<number, number>, terms: ReadonlySet<number>): void => {
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  };
  let length = 0;
  for (let paragraph = from; paragraph < to; paragraph++) {
    const inParagraph = new Set<number>();
    for (
      let sentence = paragraphStarts[paragraph] ?? 0;
      sentence < (paragraphStarts[paragraph + 1] ?? 0);
      sentence++
    ) {
      const inSentence = new Set<number>();
      for (let at = sentenceStarts[sentence] ?? 0; at < (sentenceStarts[sentence + 1] ?? 0); at++) {
        const term = lexicon.wordTerms[words[at] ?? -1] ?? -1;
        if (term < 0) continue;
        length++;
        inSentence.add(term);
        inParagraph.add(term);
      }
      count(sentences, inSentence);
    }
    count(paragraphs, inParagraph);
    if ((paragraph - from) % CHUNK === 0) await setImmediate();
  }
  return { paragraphs, sentences, length };
}

/** Where `term` stands in the ascending `terms`, or -1. */
function find(terms: Int32Array, term: number): number {
  let low = 0;
  let high = terms.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = terms[middle] ?? 0;
    if (value === term) return middle;
    if (value < term) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
