import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Span } from '../../corpus/span.ts';
import type { Language } from '../../search/language.ts';
import { findStatements } from '../find-statements.ts';
import { type Amount, findAmounts } from './amounts.ts';
import { type DateClaim, findDates } from './dates.ts';
import { clausesOf } from './clauses.ts';
import { COUNTING_VERBS, SHIFTS } from './vocabulary.ts';
import { isCapital, readWords, type Word } from './words.ts';

/** Longer sentences are lists and tables: what belongs together in them cannot be told. */
const MOST_WORDS = 120;

/** A sentence, read for what it claims. Indexes are those of `words`. */
export interface Sentence {
  /** Id of its report. */
  readonly report: string;
  readonly span: Span;
  readonly words: readonly Word[];
  /** The clause of each word. */
  readonly clauses: readonly number[];
  readonly dates: readonly DateClaim[];
  readonly amounts: readonly Amount[];
  /** Statements that lie in it: what is claimed without who claims it. Read when first asked for. */
  readonly statements: () => readonly Span[];
}

/** Reads the sentences of a paragraph that pass `test`, given as text, and `touches`. Over-long ones are left out. */
export function readSentences(
  report: Report,
  paragraph: Paragraph,
  language: Language,
  test: (sentence: string, span: Span) => boolean,
  touches: (words: readonly Word[]) => boolean,
): readonly Sentence[] {
  let found: readonly Span[] | undefined;
  const statements = (): readonly Span[] =>
    (found ??= findStatements({ ...report, paragraphs: [paragraph] })
      .filter(({ words }) => words !== undefined)
      .map(({ span }) => span));
  return paragraph.sentences.flatMap((span): Sentence[] => {
    if (!test(report.body.slice(span.start, span.end), span)) return [];
    const words = readWords(report.body, span, language);
    if (words.length === 0 || words.length > MOST_WORDS || !touches(words)) return [];
    const dates = findDates(words);
    const dated = new Set(
      dates.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, n) => from + n)),
    );
    return [
      {
        report: report.id,
        span,
        words,
        dates,
        amounts: findAmounts(words, (at) => dated.has(at)),
        clauses: clausesOf(words, dates),
        statements: () => statements().filter(({ start, end }) => start >= span.start && end <= span.end),
      },
    ];
  });
}

/** What a sentence says around one of its words or phrases. */
export interface Claim {
  /** Indexes of the claim's words; who makes it is left out. */
  readonly region: readonly number[];
  /** Stems of the content words of the clause, dates and the phrase itself left out. */
  readonly clause: ReadonlySet<string>;
  /** Stems of all the region's words. */
  readonly stems: ReadonlySet<string>;
  /** Names of the region, in order, in their stem. */
  readonly names: readonly string[];
  readonly shifts: ReadonlySet<string>;
  readonly hasPronoun: boolean;
  /** The region's dates, the phrase itself left out. */
  readonly dates: readonly DateClaim[];
}

export interface Phrase {
  readonly from: number;
  readonly to: number;
}

/** The claim of `sentence` that holds the phrase. */
export function claimAround(sentence: Sentence, phrase: Phrase): Claim {
  const { words, clauses } = sentence;
  const region = regionOf(sentence, phrase);
  const clause = clauses[phrase.from];
  const outside = (at: number): boolean => at < phrase.from || at >= phrase.to;
  const inDate = (at: number): boolean => sentence.dates.some(({ from, to }) => at >= from && at < to);
  const pick = (test: (word: Word, at: number) => boolean): Word[] =>
    region.flatMap((at) => {
      const word = words[at];
      return word !== undefined && test(word, at) ? [word] : [];
    });
  const kept = new Set(region);
  return {
    region,
    clause: new Set(
      pick((word, at) => clauses[at] === clause && outside(at) && word.content && !inDate(at)).map(
        ({ stem }) => stem,
      ),
    ),
    stems: new Set(pick(() => true).map(({ stem }) => stem)),
    names: pick((_, at) => isName(words, at) && !inDate(at)).map(({ stem }) => stem),
    shifts: new Set(pick((word, at) => outside(at) && isShift(word)).map(({ folded }) => folded)),
    hasPronoun: pick(({ folded }) => PRONOUN.test(folded)).length > 0,
    dates: sentence.dates.filter(({ from }) => kept.has(from) && outside(from)),
  };
}

/** A sentence's first word says nothing by its capital, save in shouts such as "UNICEF". */
export function isName(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || !isCapital(word) || !word.content) return false;
  const opens = at === 0 || /["“‘«:]\s*$/u.test(word.gap);
  return !opens || /^\p{Lu}{2,}$/u.test(word.written);
}

const PRONOUN = /^(?:he|she|it|they|him|her|them|his|its|their|this|these|those|such)$/u;

const isShift = ({ folded }: Word): boolean => SHIFTS.has(folded) || /^\d+(?:st|nd|rd|th)$/u.test(folded);

function regionOf({ words, statements }: Sentence, { from, to }: Phrase): readonly number[] {
  const first = words[from];
  const last = words[to - 1];
  const all = words.map((_, at) => at);
  if (first === undefined || last === undefined) return all;
  const statement = statements().find(({ start, end }) => start <= first.start && last.end <= end);
  const said =
    statement === undefined
      ? all
      : all.filter(
          (at) => (words[at]?.start ?? 0) >= statement.start && (words[at]?.end ?? 0) <= statement.end,
        );
  const opening = said[0] ?? 0;
  for (let at = from - 1; at >= opening; at--) {
    const word = words[at];
    if (word !== undefined && COUNTING_VERBS.has(word.folded)) return said.filter((index) => index > at);
    if (word !== undefined && /^(?:and|but|while|who|which|that)$/u.test(word.folded)) break;
  }
  return said;
}
