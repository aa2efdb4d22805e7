import { maySpeak } from '../attribution/find-statements.ts';
import { sentenceBefore } from '../attribution/sentence-before.ts';
import { speakerOf } from '../attribution/speaker-of.ts';
import type { Paragraph, Report } from '../corpus/report.ts';
import type { FoundParagraph, RankOptions } from '../search/ranking/ranker.ts';
import { type Span, slice } from '../text/span.ts';
import { splitWords } from '../text/split-words.ts';
import { runSync, runCooperatively, type Task } from '../text/cooperative-task.ts';
import { judge, type JudgeParts } from './judge.ts';

/** A paragraph offered as an answer. */
export interface Passage {
  readonly report: Report;
  readonly paragraph: Paragraph;
  /** The sentence that answers, or those of a quotation, as a range of the report's body; absent when none clearly leads. */
  readonly sentence?: Span;
  /** The words of the sentence that answer, as a range of the report's body; absent unless the reader is sure of them. */
  readonly answer?: Span;
  /** Who the paragraph itself names as saying the sentence, as a range of the report’s body. */
  readonly speaker?: Span;
  /** The sentence right before the paragraph, when the paragraph cannot be understood without it. */
  readonly before?: Span;
  /** Compares passages of one answer; larger is better. */
  readonly score: number;
}

/**
 * `quoted`: the first passage answers, and we stand behind it. `related`: the nearest passages, offered as
 * "not an answer". `none`: nothing in the reports comes near. `missing` holds the words of the question, as
 * written, that occur nowhere in the reports searched. `confidence`, 0 to 1, decided between the first two.
 */
export type Answer =
  | {
      readonly kind: 'quoted';
      readonly passages: readonly [Passage, ...Passage[]];
      /** The first two passages fit as good as equally well, or say nearly the same, and differ in report or subject. */
      readonly tied: boolean;
      readonly confidence: number;
    }
  | {
      readonly kind: 'related';
      readonly passages: readonly Passage[];
      readonly missing: readonly string[];
      /** The reader has read the nearest passages, and is sure that none gives what was asked. */
      readonly noneAnswers: boolean;
      readonly confidence: number;
    }
  | { readonly kind: 'none'; readonly missing: readonly string[]; readonly confidence: number };

/** `report`: the id of the one report to answer from; absent: all of them. */
export interface AnswerOptions extends Omit<RankOptions, 'limit'> {
  /** Find out who says the passages that no message shows, too, which reads the reports of each. */
  readonly attributesAll?: boolean;
}

/** With a lower confidence, we say that no passage gives what was asked. */
const NONE_ANSWERS_BELOW = 0.07;

/** Nearest passages that are shown when none answers. */
const MOST_RELATED = 3;

/** The passages that a message shows; it only names the others. */
export function shownIn(answer: Answer): readonly Passage[] {
  switch (answer.kind) {
    case 'quoted':
      return answer.passages.slice(0, answer.tied ? 2 : 1);
    case 'related':
      return answer.passages.slice(0, MOST_RELATED);
    case 'none':
      return [];
  }
}

/** No answer offers more passages than this. */
export const MOST_PASSAGES = 10;

/** Answers questions from the paragraphs of a ranker. */
export interface Answerer {
  /** An empty question, or one of question words only, has no answer. */
  answer(question: string, options?: AnswerOptions): Promise<Answer>;
  /** Adds to a found paragraph who says it, and what must be read before it. Quick once its report's statements are found. */
  attribute(found: FoundParagraph): Passage;
}

export function createAnswerer({ ranker, statementsOf, reader }: JudgeParts): Answerer {
  function* attribute(found: FoundParagraph): Task<Passage> {
    const { report, paragraph, sentence } = found;
    const statements = maySpeak(report, paragraph) ? yield* statementsOf(report) : [];
    const speaker = speakerOf(statements, paragraph.number, sentence ?? paragraph.span);
    const before = sentenceBefore(report, paragraph.number, statements);
    return { ...found, ...(speaker && { speaker }), ...(before && { before }) };
  }

  /** The answer with who says `some` of its passages. */
  function* attributeIn(answer: Answer, some: readonly Passage[]): Task<Answer> {
    const attributed = new Map<Passage, Passage>();
    for (const found of some) {
      attributed.set(found, yield* attribute(found));
      yield;
    }
    const known = (passage: Passage): Passage => attributed.get(passage) ?? passage;
    switch (answer.kind) {
      case 'quoted': {
        const [first, ...others] = answer.passages;
        return { ...answer, passages: [known(first), ...others.map(known)] };
      }
      case 'related':
        return { ...answer, passages: answer.passages.map(known) };
      case 'none':
        return answer;
    }
  }

  async function decide(question: string, scope: AnswerOptions): Promise<Answer> {
    const judgement = await judge(question, scope, { ranker, reader, statementsOf });
    const { paragraphs, confidence, quoteFrom, isRead, missing } = judgement;
    const passages: readonly Passage[] = paragraphs.slice(0, MOST_PASSAGES);
    const [first, ...others] = passages;
    if (!first) return { kind: 'none', missing, confidence };
    if (confidence < quoteFrom) {
      const noneAnswers = isRead && confidence < NONE_ANSWERS_BELOW;
      return { kind: 'related', passages, missing, noneAnswers, confidence };
    }
    const tied = await runCooperatively(areTied(paragraphs));
    return { kind: 'quoted', passages: [first, ...others], tied, confidence };
  }

  return {
    attribute: (found) => runSync(attribute(found)),
    async answer(question, { attributesAll = false, ...scope } = {}) {
      const answer = await decide(question, scope);
      const all = attributesAll && answer.kind !== 'none' ? answer.passages : shownIn(answer);
      return runCooperatively(attributeIn(answer, all));
    },
  };
}

/** Scores are natural logarithms of odds: within this of the first, a paragraph is up to 1.25 times less likely. */
const TIE = Math.log(1.25);

/**
 * Whether the second passage fits as well as the first, and is of another report or section: by its score, or since it
 * says in another report nearly what the first one answers, maybe with another number.
 */
function* areTied([first, second]: readonly FoundParagraph[]): Task<boolean> {
  if (!first || !second) return false;
  if (first.score - second.score <= TIE)
    return first.report !== second.report || first.paragraph.heading !== second.paragraph.heading;
  if (!first.sentence || first.report === second.report) return false;
  const said = slice(first.report.body, first.sentence);
  for (const sentence of second.paragraph.sentences) {
    if (isRetold(said, slice(second.report.body, sentence), second.report.language)) return true;
    yield;
  }
  return false;
}

/**
 * Sentences about the same share so much of their words (Jaccard index). Of 1,764 questions over 16 encyclopedia articles,
 * none had an answer that came nearer than 0.32 to a sentence of another article.
 */
const SAME_SHARE = 0.5;

/** Whether two sentences say nearly the same, and not just the same. */
function isRetold(one: string, other: string, language: string): boolean {
  // Reading words takes a hundred times as long.
  if (one === other || one.length > 3 * other.length || other.length > 3 * one.length) return false;
  const wordsOf = (text: string) =>
    new Set(splitWords(text.toLowerCase(), language).map(({ written }) => written));
  const [words, others] = [wordsOf(one), wordsOf(other)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared >= SAME_SHARE * (words.size + others.size - shared);
}
