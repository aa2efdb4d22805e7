import { setImmediate } from 'node:timers/promises';
import { type Span, slice } from '../corpus/span.ts';
import type { Paragraph, Report } from '../corpus/report.ts';
import { type Acronym, findAcronyms } from './acronyms.ts';
import { createIntegerList } from './integer-list.ts';
import { createLexiconBuilder, type Lexicon } from './lexicon.ts';
import { createScope, type Scope } from './scope.ts';

export interface Place {
  readonly report: Report;
  readonly paragraph: Paragraph;
}

/** An acronym that some report explains, as terms. */
export interface AcronymTerms {
  readonly short: number;
  /** The content words of the long form; at least one. */
  readonly long: readonly number[];
}

/** All paragraphs as word numbers. A paragraph's key is its index in `places`. */
export interface ParagraphIndex {
  readonly lexicon: Lexicon;
  readonly places: readonly Place[];
  /** Every word of every sentence, in order, as numbers of the lexicon. */
  readonly words: Int32Array;
  /** Sentence s is `words[sentenceStarts[s] .. sentenceStarts[s + 1])`. */
  readonly sentenceStarts: Int32Array;
  /** Paragraph p is the sentences `paragraphStarts[p] .. paragraphStarts[p + 1]`. */
  readonly paragraphStarts: Int32Array;
  /** By paragraph: the terms of its heading, and of its report's title. */
  readonly headings: readonly (readonly number[])[];
  readonly titles: readonly (readonly number[])[];
  readonly acronyms: readonly AcronymTerms[];
  /** The reports' language tags, one for each language. */
  readonly languages: readonly string[];
  readonly library: Scope;
  /** By report id. */
  readonly reports: ReadonlyMap<string, Scope>;
}

/** Paragraphs read before the event loop gets a turn: a few milliseconds of work. */
const CHUNK = 4;

/** Reads all paragraphs once, giving the event loop a turn after every few. */
export async function createParagraphIndex(reports: readonly Report[]): Promise<ParagraphIndex> {
  const builder = createLexiconBuilder();
  const places: Place[] = [];
  const words = createIntegerList();
  const sentenceStarts = createIntegerList();
  const paragraphStarts = createIntegerList();
  sentenceStarts.push(0);
  paragraphStarts.push(0);
  const languages = new Map<string, string>();
  const acronyms: TaggedAcronym[] = [];
  const ranges: { readonly id: string; readonly from: number; readonly to: number }[] = [];

  for (const report of reports) {
    const language = builder.languageOf(report.language);
    if (!languages.has(language.code)) languages.set(language.code, report.language);
    const from = places.length;
    for (const paragraph of report.paragraphs) {
      for (const found of findAcronyms(slice(report.body, paragraph.span)))
        acronyms.push({ ...found, tag: report.language });
      for (const sentence of sentencesOf(paragraph)) {
        for (const [at, word] of language.read(slice(report.body, sentence)).entries()) {
          words.push(builder.add(language, word, at === 0));
        }
        sentenceStarts.push(words.length);
      }
      paragraphStarts.push(sentenceStarts.length - 1);
      if (places.push({ report, paragraph }) % CHUNK === 0) await setImmediate();
    }
    ranges.push({ id: report.id, from, to: places.length });
  }

  const lexicon = await builder.finish();
  const texts = {
    lexicon,
    words: words.toArray(),
    sentenceStarts: sentenceStarts.toArray(),
    paragraphStarts: paragraphStarts.toArray(),
  };
  const scopes = new Map<string, Scope>();
  for (const { id, from, to } of ranges) {
    scopes.set(id, await createScope(texts, from, to));
  }
  const titles = new Map(
    reports.map((report) => [report, knownTerms(lexicon, report.language, report.title)]),
  );
  const headings = new Map<string, readonly number[]>();
  // Paragraphs of a section share their heading: it is read once.
  const headingTerms = ({ language }: Report, { heading = '' }: Paragraph): readonly number[] => {
    const key = `${language} ${heading}`;
    const terms = headings.get(key) ?? knownTerms(lexicon, language, heading);
    headings.set(key, terms);
    return terms;
  };
  return {
    ...texts,
    places,
    headings: places.map(({ report, paragraph }) => headingTerms(report, paragraph)),
    titles: places.map(({ report }) => titles.get(report) ?? []),
    acronyms: acronymTerms(lexicon, acronyms),
    languages: [...languages.values()],
    library: await createScope(texts, 0, places.length),
    reports: scopes,
  };
}

/** A paragraph without sentences is one. */
const sentencesOf = ({ sentences, span }: Paragraph): readonly Span[] =>
  sentences.length > 0 ? sentences : [span];

interface TaggedAcronym extends Acronym {
  readonly tag: string;
}

/** Each once, though every report of a subject explains it again. */
function acronymTerms(lexicon: Lexicon, acronyms: readonly TaggedAcronym[]): readonly AcronymTerms[] {
  const found = new Map<string, AcronymTerms>();
  for (const { short: written, long: words, tag } of acronyms) {
    const [short] = knownTerms(lexicon, tag, written);
    const long = [...new Set(knownTerms(lexicon, tag, words))];
    if (short !== undefined && long.length > 0) found.set([short, ...long].join(' '), { short, long });
  }
  return [...found.values()];
}

/** A heading's words count only where some paragraph holds them too. */
function knownTerms(lexicon: Lexicon, tag: string, text: string): readonly number[] {
  const language = lexicon.languageOf(tag);
  return language.read(text).flatMap(({ folded }) => lexicon.findTerm(language.stem(folded)) ?? []);
}
