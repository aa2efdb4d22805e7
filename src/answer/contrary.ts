import type { Paragraph, Report } from '../corpus/report.ts';
import { createLanguage, type Language } from '../text/language.ts';
import { isEnglish } from '../text/language-tag.ts';
import type { PlainWord } from '../text/read-numbers.ts';
import type { Task } from '../text/cooperative-task.ts';
import { shiftSpan, type Span, slice } from '../text/span.ts';
import { isNumber, readValue, type SentenceWords, type Value, valuesDiffer } from './answer-value.ts';

/** A passage, and the words of its sentence that answer, as ranges of the report's body. */
interface Answered {
  readonly report: Pick<Report, 'id' | 'body' | 'language'>;
  readonly paragraph: Pick<Paragraph, 'sentences'>;
  readonly sentence?: Span;
  readonly answer?: Span;
}

/** A sentence, and those of its words that answer; none when no answer is marked in it. */
interface Sentence extends SentenceWords {
  readonly inAnswer: readonly PlainWord[];
}

/** The stems of what a sentence is about beside the value that it gives. */
interface Subject {
  readonly about: ReadonlySet<string>;
  /** Of these, the numbers, and the words with a capital: other times, places and people are other matters. */
  readonly particulars: ReadonlySet<string>;
  /** Of these, all but the first word of the sentence, which has a capital whatever it is. */
  readonly anchors: ReadonlySet<string>;
}

/**
 * Two sentences about the same share so much of their stems (Jaccard index), at least so many, and a particular: "the
 * margin of error is six points" names no poll. Chosen on 13,000 numbers and years in sentences of news, encyclopedia
 * articles and reviews: of all pairs from two sources these keep none; with 0.4, two polls of one race.
 */
const SAME_SHARE = 0.5;
const LEAST_SHARED = 4;
/** Of a copy, in which little else was changed, no particular is asked. */
const COPY = { share: 0.8, shared: 6 };
/** But not "I've". */
const PARTICULAR = /^(?:(?!I['’])\p{Lu}|\p{N})/u;

/**
 * The first of `others` that is of another report and gives another number, date or name than `first` in a sentence
 * about the same; undefined when none does, when what they give may be one thing in two spellings, rounded, or a part
 * of the other, and for what it cannot read. Where the answer is not marked in both sentences, it is the one number in
 * which they differ. It knows how English writes numbers and dates, and reads no other language.
 */
export function* findContrary<Each extends Answered>(
  first: Each,
  others: readonly Each[],
): Task<Each | undefined> {
  const language = createLanguage('en');
  if (!first.sentence || !isEnglish(first.report.language)) return undefined;
  const one = readSentence(first, first.sentence, language);
  const stems = [...subjectOf(one).about];
  // Reading the words of every sentence of ten passages would take 14 ms.
  const mayBeAboutTheSame = (text: string): boolean =>
    stems.filter((stem) => text.includes(stem)).length >= LEAST_SHARED;
  const contradicts = (each: Each, sentence: Span): boolean => {
    const isMarked = each.answer !== undefined && each.sentence?.start === sentence.start;
    const text = slice(each.report.body, sentence).toLowerCase();
    if (!isMarked && !mayBeAboutTheSame(text)) return false;
    const other = readSentence(each, sentence, language);
    const [value, otherValue] = valuesOf(one, other);
    return (
      value !== undefined &&
      otherValue !== undefined &&
      valuesDiffer(value, otherValue) &&
      areAboutTheSame(subjectOf(one, value), subjectOf(other, otherValue)) &&
      !knows(first, otherValue) &&
      !knows(each, value)
    );
  };
  for (const each of others) {
    if (each.report.id === first.report.id || !isEnglish(each.report.language)) continue;
    for (const sentence of each.paragraph.sentences) {
      if (contradicts(each, sentence)) return each;
      yield;
    }
  }
  return undefined;
}

function readSentence({ report, answer }: Answered, sentence: Span, language: Language): Sentence {
  const text = slice(report.body, sentence);
  const words = language.read(text);
  const span = answer ? shiftSpan(answer, -sentence.start) : { start: 0, end: 0 };
  const inAnswer = words.filter(({ start, end }) => start < span.end && end > span.start);
  return { text, words, language, inAnswer };
}

/** What each of two sentences gives as the answer, as far as that can be read. */
function valuesOf(one: Sentence, other: Sentence): readonly [Value | undefined, Value | undefined] {
  if (one.inAnswer.length > 0 && other.inAnswer.length > 0)
    return [readValue(one.inAnswer, one), readValue(other.inAnswer, other)];
  return [readValue(oddNumber(one, other), one), readValue(oddNumber(other, one), other)];
}

/** The one number of a sentence that the other has not, unless the answer is marked elsewhere; none where there are several. */
function oddNumber({ words, inAnswer }: Sentence, other: Sentence): readonly PlainWord[] {
  const known = new Set(other.words.map(({ folded }) => folded));
  const odd = words.filter((word) => isNumber(word) && !known.has(word.folded));
  const isAsked = odd.every((word) => inAnswer.length === 0 || inAnswer.includes(word));
  return odd.length === 1 && isAsked ? odd : [];
}

/** A report that has a name of the other's may give another side of the same: the town, not the country. */
const knows = ({ report }: Answered, { kind, words }: Value): boolean =>
  kind === 'name' && words.some(({ written }) => report.body.includes(written));

function subjectOf({ words, language }: Sentence, value?: Value): Subject {
  const rest = words.filter(
    (word) => !value?.words.includes(word) && !language.functionWords.has(word.folded),
  );
  const stems = (some: readonly PlainWord[]) => new Set(some.map(({ folded }) => language.stem(folded)));
  const particular = rest.filter(({ written }) => PARTICULAR.test(written));
  return {
    about: stems(rest),
    particulars: stems(particular),
    anchors: stems(particular.filter((word) => word !== words[0])),
  };
}

function areAboutTheSame(one: Subject, other: Subject): boolean {
  const shared = [...one.about].filter((stem) => other.about.has(stem)).length;
  const all = one.about.size + other.about.size - shared;
  const lacks = (from: Subject, to: Subject) => [...from.particulars].some((word) => !to.about.has(word));
  const areOther = lacks(one, other) && lacks(other, one);
  const isAnchored = [...one.anchors].some((word) => other.anchors.has(word));
  const isCopy = shared >= COPY.shared && shared / all >= COPY.share;
  return shared >= LEAST_SHARED && shared / all >= SAME_SHARE && (isAnchored || isCopy) && !areOther;
}
