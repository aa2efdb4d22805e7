import type { Steps } from '../../text/steps.ts';

/** The texts of all paragraphs as word numbers; see `ParagraphIndex`. */
export interface Texts {
  readonly wordTerms: Int32Array;
  readonly termCount: number;
  readonly words: Int32Array;
  readonly sentenceStarts: Int32Array;
  readonly paragraphStarts: Int32Array;
}

/** Where each term stands. Its entries are `starts[term] .. starts[term + 1]`, in order of the paragraph. */
export interface Postings {
  readonly starts: Int32Array;
  /** By entry: the paragraph's key; how often it holds the term; and in how many of its sentences. */
  readonly paragraphs: Int32Array;
  readonly counts: Int32Array;
  readonly sentences: Int32Array;
  /** By paragraph: how many different terms it has. */
  readonly widths: Int32Array;
  /** The terms before paragraph p, repeated ones too; one longer than there are paragraphs. */
  readonly lengthBefore: Int32Array;
}

/** Counts the entries of each term in a first pass over the texts, and fills them in during a second one. */
export function* createPostings(texts: Texts): Steps<Postings> {
  const { starts, widths, lengthBefore } = yield* measure(texts);
  const size = starts.at(-1) ?? 0;
  const paragraphs = new Int32Array(size);
  const counts = new Int32Array(size);
  const sentences = new Int32Array(size);
  const next = starts.slice();
  const lastSentence = new Int32Array(texts.termCount).fill(-1);
  for (let paragraph = 0; paragraph < widths.length; paragraph++) {
    for (const { sentence, from, to } of sentencesOf(texts, paragraph)) {
      for (let at = from; at < to; at++) {
        const term = texts.wordTerms[texts.words[at] ?? -1] ?? -1;
        if (term < 0) continue;
        const open = (next[term] ?? 0) - 1;
        const isNew = open < (starts[term] ?? 0) || paragraphs[open] !== paragraph;
        const entry = isNew ? open + 1 : open;
        if (isNew) {
          paragraphs[entry] = paragraph;
          next[term] = entry + 1;
        }
        counts[entry] = (counts[entry] ?? 0) + 1;
        if (lastSentence[term] !== sentence) sentences[entry] = (sentences[entry] ?? 0) + 1;
        lastSentence[term] = sentence;
      }
    }
    yield;
  }
  return { starts, paragraphs, counts, sentences, widths, lengthBefore };
}

function* measure(texts: Texts): Steps<Pick<Postings, 'starts' | 'widths' | 'lengthBefore'>> {
  const paragraphCount = texts.paragraphStarts.length - 1;
  const starts = new Int32Array(texts.termCount + 1);
  const widths = new Int32Array(paragraphCount);
  const lengthBefore = new Int32Array(paragraphCount + 1);
  const lastParagraph = new Int32Array(texts.termCount).fill(-1);
  for (let paragraph = 0; paragraph < paragraphCount; paragraph++) {
    let [width, length] = [0, 0];
    for (const { from, to } of sentencesOf(texts, paragraph)) {
      for (let at = from; at < to; at++) {
        const term = texts.wordTerms[texts.words[at] ?? -1] ?? -1;
        if (term < 0) continue;
        length++;
        if (lastParagraph[term] === paragraph) continue;
        lastParagraph[term] = paragraph;
        starts[term + 1] = (starts[term + 1] ?? 0) + 1;
        width++;
      }
    }
    widths[paragraph] = width;
    lengthBefore[paragraph + 1] = (lengthBefore[paragraph] ?? 0) + length;
    yield;
  }
  for (let term = 0; term < texts.termCount; term++)
    starts[term + 1] = (starts[term + 1] ?? 0) + (starts[term] ?? 0);
  return { starts, widths, lengthBefore };
}

function* sentencesOf(
  { sentenceStarts, paragraphStarts }: Texts,
  paragraph: number,
): Generator<{ readonly sentence: number; readonly from: number; readonly to: number }> {
  const last = paragraphStarts[paragraph + 1] ?? 0;
  for (let sentence = paragraphStarts[paragraph] ?? 0; sentence < last; sentence++)
    yield { sentence, from: sentenceStarts[sentence] ?? 0, to: sentenceStarts[sentence + 1] ?? 0 };
}

/** The first entry of the term whose paragraph is not before `paragraph`. */
export function entryFrom({ starts, paragraphs }: Postings, term: number, paragraph: number): number {
  let low = starts[term] ?? 0;
  let high = starts[term + 1] ?? low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((paragraphs[middle] ?? 0) < paragraph) low = middle + 1;
    else high = middle;
  }
  return low;
}
