import type { Statement } from '../../attribution/find-statements.ts';
import { findMentions } from '../../attribution/people/names.ts';
import { bare, isPersonNoun, PREPOSITIONS } from '../../attribution/words/lexicon.ts';
import { isCapital } from '../../attribution/words/name-words.ts';
import { readTokens, type Token } from '../../attribution/words/tokens.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { isEnglish } from '../../text/language-tag.ts';
import { slice } from '../../text/span.ts';
import { questionsOfStatement } from './said-questions.ts';
import { questionsOfSentence } from './told-questions.ts';
import { readWrittenForms, type WrittenForms } from './written-forms.ts';

/** A question that a paragraph may answer. */
export interface Candidate {
  readonly question: string;
  /** A larger one means a better question. */
  readonly weight: number;
  /** Whom or what it asks about. */
  readonly about: string;
  /** What it is made from; `told` by the report itself. */
  readonly kind: 'said' | 'person' | 'told' | 'section';
  /** Counted from 1. */
  readonly paragraph: number;
}

/** Of a longer report every second paragraph is looked at, or every third, and so on. */
const MOST_PARAGRAPHS = 300;
/** In UTF-16 code units: what one message shows. */
const LONGEST_PARAGRAPH = 4000;

/** Questions made of the report's own words, in order. */
export function* findCandidates(
  report: Report,
  readStatements: () => Task<readonly Statement[]>,
): Task<readonly Candidate[]> {
  const step = Math.ceil(report.paragraphs.length / MOST_PARAGRAPHS);
  const looked = report.paragraphs.filter(
    ({ span }, at) => at % step === 0 && span.end - span.start <= LONGEST_PARAGRAPH,
  );
  const forms = yield* readWrittenForms(report);
  const statements = isEnglish(report.language) ? yield* readStatements() : [];
  const candidates = questionsOfSections(report);
  for (const paragraph of looked) {
    const said = statements.filter((statement) => statement.paragraph === paragraph.number);
    candidates.push(...questionsOfTold(report, paragraph, said, forms));
    if (isEnglish(report.language)) candidates.push(...questionsOfPeople(report, paragraph, said, forms));
    yield;
  }
  return candidates;
}

const ASKS = /[?？؟]$/u;

/** A heading that asks, in any language; or a question for the one paragraph below a heading. */
function questionsOfSections({ paragraphs, language }: Report): Candidate[] {
  return paragraphs.flatMap(({ heading, number }) => {
    if (heading === undefined || paragraphs[number - 2]?.heading === heading) return [];
    const asks = ASKS.test(heading);
    const isAlone = paragraphs[number]?.heading !== heading && isEnglish(language);
    if (!asks && !isAlone) return [];
    const question = asks ? heading : `What does the section “${heading}” say?`;
    return [{ question, weight: asks ? 8 : 1, about: question, kind: 'section', paragraph: number }];
  });
}

/** From the sentences of a paragraph, what it says itself. */
const questionsOfTold = (
  { body, language }: Report,
  { sentences, number }: Paragraph,
  said: readonly Statement[],
  forms: WrittenForms,
): readonly Candidate[] =>
  sentences
    .filter((sentence) => !said.some(({ span }) => span.start < sentence.end && span.end > sentence.start))
    .flatMap((sentence) => questionsOfSentence(slice(body, sentence), language, forms))
    .map((made) => ({ ...made, weight: 6, kind: 'told', paragraph: number }));

/** Who said what, and who somebody is. */
function questionsOfPeople(
  { body }: Report,
  paragraph: Paragraph,
  said: readonly Statement[],
  forms: WrittenForms,
): readonly Candidate[] {
  const tokens = readTokens(body, paragraph, []);
  const borders = tokens.flatMap(({ kind }, at) => (kind === 'border' ? [at] : []));
  const persons = borders.flatMap((to, at) => whoIs(body, tokens.slice((borders[at - 1] ?? -1) + 1, to)));
  return [
    ...said
      .flatMap((statement) => questionsOfStatement(body, tokens, statement, forms))
      .map((made) => ({ ...made, kind: 'said' as const, paragraph: paragraph.number })),
    ...persons.map((about) => ({
      question: `Who is ${about}?`,
      weight: 4.5,
      about,
      kind: 'person' as const,
      paragraph: paragraph.number,
    })),
  ];
}

/** "Ann Lee", where "Ann Lee, the mayor of York," stands. */
const whoIs = (body: string, sentence: readonly Token[]): readonly string[] =>
  findMentions(sentence).flatMap(({ span, fullName }) => {
    const [name = '', office = ''] = slice(body, span).split(/,\s/u);
    const words = office.toLowerCase().split(/\s+/u);
    const link = words.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word));
    const isOffice =
      !office.startsWith('who') &&
      words.slice(0, link === -1 ? undefined : link).some((word) => isPersonNoun(bare(word)));
    // "Interestingly Blocher, a farmer,"
    const isAdverb = /ly\b/u.test(name.split(' ', 1)[0] ?? '') && span.start === sentence[0]?.start;
    const before = sentence.findLast(({ start }) => start < span.start);
    const isPerson = fullName !== undefined && isOffice && !isAdverb && !isCapital(before);
    return isPerson ? [name.replaceAll(/\s+/gu, ' ')] : [];
  });
