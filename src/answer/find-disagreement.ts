import type { Report } from '../corpus/report.ts';
import type { Span } from '../corpus/span.ts';
import { createLanguage, type Language } from '../search/language.ts';
import type { Passage } from './answer.ts';
import { touchesQuestion } from './disagreement/alike.ts';
import { type Asked, readAsked } from './disagreement/asked.ts';
import { readSentences } from './disagreement/claims.ts';
import { compareDenial } from './disagreement/compare-denial.ts';
import { compareAmounts, compareDates, type Difference, type Placed } from './disagreement/compare-values.ts';
import { createFilter } from './disagreement/may-differ.ts';
import { createSetting } from './disagreement/setting.ts';

/** One of the statements that cannot all be true. Spans are of the body of the passage's report. */
export interface Side {
  readonly passage: Passage;
  /** A sentence of the passage's paragraph. */
  readonly sentence: Span;
  /** Inside the sentence: the words that differ, such as "more than 200", "1 July" or "denied that". */
  readonly differing: Span;
}

/** Sentences about one thing that differ in a number or a date, or of which one denies the other. No verdict. */
export interface Disagreement {
  readonly kind: 'number' | 'date' | 'denial';
  /** The quoted sentence first, then the others as the passages stand; each differs from the first. */
  readonly sides: readonly [Side, Side, ...Side[]];
}

/** More sides than these tell a reader nothing more. */
const MOST_SIDES = 4;

/**
 * Looks for passages that contradict the answering sentence of the first one, in English reports. The sentences must be
 * about the same thing by strict signs, and about what `question` asks: a missed disagreement costs less than a false
 * one. A first passage without an answering sentence is compared only when its paragraph is one sentence.
 * `english` remembers stems: with one that is kept from call to call, most calls take less than a millisecond.
 */
export function findDisagreement(
  question: string,
  passages: readonly Passage[],
  english: Language = createLanguage('en'),
): Disagreement | undefined {
  const [first] = passages;
  if (first === undefined || !isEnglish(first.report)) return undefined;
  const asked = readAsked(question, english);
  const { sentences } = first.paragraph;
  const quoted = first.sentence ?? (sentences.length === 1 ? sentences[0] : undefined);
  const [anchor] = place(first, asked, english, (_, span) => span.start === quoted?.start);
  if (anchor === undefined) return undefined;
  const others = findOthers(passages, anchor, asked, english);
  for (const compare of [compareAmounts, compareDates, compareDenial]) {
    const met = others.flatMap(({ passage, placed }) => {
      const difference = compare(asked, anchor, placed);
      return difference === undefined ? [] : [{ passage, sentence: placed.sentence.span, difference }];
    });
    const [leading] = met;
    if (leading === undefined) continue;
    const alike = met.filter(({ difference }) => difference.first.start === leading.difference.first.start);
    return collect(first, anchor, leading, alike);
  }
  return undefined;
}

interface Other {
  readonly passage: Passage;
  readonly placed: Placed;
}

/** All sentences that may contradict the anchor, those of its own paragraph too. */
function findOthers(
  passages: readonly Passage[],
  anchor: Placed,
  asked: Asked,
  english: Language,
): readonly Other[] {
  const { span } = anchor.sentence;
  const mayDiffer = createFilter(asked, anchor.sentence);
  return passages
    .filter(({ report }) => isEnglish(report))
    .flatMap((passage) => {
      const isOther = (at: Span): boolean =>
        passage.report !== passages[0]?.report || at.start !== span.start;
      return place(passage, asked, english, (text, at) => isOther(at) && mayDiffer(text)).map((placed) => ({
        passage,
        placed,
      }));
    });
}

interface Met {
  readonly passage: Passage;
  readonly sentence: Span;
  readonly difference: Difference;
}

function collect(first: Passage, anchor: Placed, leading: Met, met: readonly Met[]): Disagreement {
  const toSide = ({ passage, sentence, difference }: Met): Side => ({
    passage,
    sentence,
    differing: difference.second,
  });
  const said = new Set([textOf(leading)]);
  const rest = met.filter((one) => {
    const text = textOf(one);
    const fresh = !said.has(text);
    said.add(text);
    return fresh;
  });
  const { kind, first: differing } = leading.difference;
  const quoted: Side = { passage: first, sentence: anchor.sentence.span, differing };
  return { kind, sides: [quoted, toSide(leading), ...rest.slice(0, MOST_SIDES - 2).map(toSide)] };
}

/** Sides that say the same in the same words are shown once. */
const textOf = ({ passage, difference }: Met): string =>
  passage.report.body.slice(difference.second.start, difference.second.end).toLowerCase();

/** The sentences of a passage that pass `test` and deal with what is asked. */
const place = (
  { report, paragraph }: Passage,
  asked: Asked,
  english: Language,
  test: (text: string, span: Span) => boolean,
): readonly Placed[] =>
  readSentences(report, paragraph, english, test, (words) =>
    touchesQuestion(asked, new Set(words.map(({ stem }) => stem))),
  ).map((sentence) => ({ sentence, setting: createSetting(report, paragraph, english) }));

const isEnglish = ({ language }: Report): boolean => /^en(?:-|$)/iu.test(language);
