import type { Report } from '../corpus/report.ts';
import { createLanguage, type Language } from '../text/language.ts';
import type { PlainWord } from '../text/read-numbers.ts';
import { shiftSpan, type Span, slice } from '../text/span.ts';
import { readValue, type Value, valuesDiffer } from './answer-value.ts';

/** A passage, and the words of its sentence that answer, as ranges of the report's body. */
interface Answered {
  readonly report: Pick<Report, 'id' | 'body' | 'language'>;
  readonly sentence?: Span;
  readonly answer?: Span;
}

/** What a sentence gives as the answer, and the stems of what else it is about. */
interface Statement {
  readonly value: Value;
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
/** But not "I've". */
const PARTICULAR = /^(?:(?!I['’])\p{Lu}|\p{N})/u;

/**
 * The first of `others` that is of another report and gives another number, date or name than `first` in a sentence
 * about the same; undefined when none does, when what they give may be one thing in two spellings, rounded, or a part
 * of the other, and for what it cannot read. It knows how English writes numbers and dates, and reads no other
 * language. Sees the same between two passages, whichever comes first.
 */
export function findContrary<Each extends Answered>(first: Each, others: readonly Each[]): Each | undefined {
  const language = createLanguage('en');
  const one = readStatement(first, language);
  if (one === undefined) return undefined;
  return others.find((each) => {
    const other = each.report.id === first.report.id ? undefined : readStatement(each, language);
    if (other === undefined || !areAboutTheSame(one, other)) return false;
    return valuesDiffer(one.value, other.value) && !knows(first, other.value) && !knows(each, one.value);
  });
}

/** A report that has a name of the other's may give another side of the same: the town, not the country. */
const knows = ({ report }: Answered, { kind, words }: Value): boolean =>
  kind === 'name' && words.some(({ written }) => report.body.includes(written));

function readStatement({ report, sentence, answer }: Answered, language: Language): Statement | undefined {
  if (!sentence || !answer || new Intl.Locale(report.language).language !== 'en') return undefined;
  const text = slice(report.body, sentence);
  const words = language.read(text);
  const span = shiftSpan(answer, -sentence.start);
  const inAnswer = words.filter(({ start, end }) => start < span.end && end > span.start);
  const value = readValue(inAnswer, { text, words, language });
  if (value === undefined) return undefined;
  const rest = words.filter(
    (word) => !value.words.includes(word) && !language.functionWords.has(word.folded),
  );
  const stems = (some: readonly PlainWord[]) => new Set(some.map(({ folded }) => language.stem(folded)));
  const particular = rest.filter(({ written }) => PARTICULAR.test(written));
  return {
    value,
    about: stems(rest),
    particulars: stems(particular),
    anchors: stems(particular.filter((word) => word !== words[0])),
  };
}

function areAboutTheSame(one: Statement, other: Statement): boolean {
  const shared = [...one.about].filter((stem) => other.about.has(stem)).length;
  const all = one.about.size + other.about.size - shared;
  const lacks = (from: Statement, to: Statement) => [...from.particulars].some((word) => !to.about.has(word));
  const areOther = lacks(one, other) && lacks(other, one);
  const isAnchored = [...one.anchors].some((word) => other.anchors.has(word));
  return shared >= LEAST_SHARED && shared / all >= SAME_SHARE && isAnchored && !areOther;
}
