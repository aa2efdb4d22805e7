import { type AskedKind, findAskedKind } from '../../search/asked-kind.ts';
import { everydayWords } from '../../search/everyday-words.ts';
import type { Language } from '../../search/language.ts';
import { stemOf } from './words.ts';
import { LIGHT } from './vocabulary.ts';

/** What a question is about, for comparing the sentences that may answer it. */
export interface Asked {
  readonly kind: AskedKind;
  /** Its content words: for each the stems of any of which will do, its own first. */
  readonly terms: readonly (readonly [stem: string, ...others: string[]])[];
}

/** The kinds of question that a number may answer. */
export const COUNTED: ReadonlySet<AskedKind> = new Set(['number', 'thing', 'yes-no']);

export function readAsked(question: string, language: Language): Asked {
  const words = language.read(question).map(({ folded }) => folded);
  const terms = words
    .filter((word) => !language.functionWords.has(word) && !LIGHT.has(stemOf(word, language)))
    .map((word) => {
      const others = everydayWords.get(word) ?? everydayWords.get(language.stem(word)) ?? [];
      return [stemOf(word, language), ...others.map((other) => stemOf(other, language))] as const;
    });
  const unique = [...new Map(terms.map((term) => [term[0], term])).values()];
  return { kind: findAskedKind(words, 'en'), terms: unique };
}

/** How many of the question's terms `stems` holds. */
export const coveredBy = ({ terms }: Asked, stems: ReadonlySet<string>): number =>
  terms.filter((term) => term.some((stem) => stems.has(stem))).length;

/** Whether the question names the stem, in its own words or in like ones. */
export const asksFor = ({ terms }: Asked, stem: string): boolean => terms.some((term) => term.includes(stem));
