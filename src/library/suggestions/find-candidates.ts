import type { Statement } from '../../attribution/find-statements.ts';
import { findMentions } from '../../attribution/people/names.ts';
import { bare, isPersonNoun, PREPOSITIONS } from '../../attribution/words/lexicon.ts';
import { isCapital } from '../../attribution/words/name-words.ts';
import { readTokens, type Token } from '../../attribution/words/tokens.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { isEnglish } from '../../text/language-tag.ts';
import { slice } from '../../text/span.ts';
import { askForDate } from './date-questions.ts';
import { readReportWords, type ReportWords } from './report-words.ts';
import { questionsOfSentence } from './sentence-questions.ts';
import { type Made, questionsOfStatement } from './statement-questions.ts';

/** A question that a paragraph may answer. */
export interface Candidate extends Made {
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
  const candidates = questionsOfSections(report);
  if (isEnglish(report.language))
    return [...candidates, ...(yield* readEnglish(report, looked, readStatements))];
  for (const paragraph of looked) {
    for (const sentence of paragraph.sentences) {
      const question = askForDate(slice(report.body, sentence), report.language);
      if (question !== undefined)
        candidates.push({ question, weight: 6, about: question, kind: 'told', paragraph: paragraph.number });
    }
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

function* readEnglish(
  report: Report,
  looked: readonly Paragraph[],
  readStatements: () => Task<readonly Statement[]>,
): Task<readonly Candidate[]> {
  const read: { readonly paragraph: Paragraph; readonly tokens: readonly Token[] }[] = [];
  for (const paragraph of looked) {
    read.push({ paragraph, tokens: readTokens(report.body, paragraph, []) });
    yield;
  }
  const words = yield* readReportWords(
    report.title,
    read.map(({ tokens }) => tokens),
  );
  const statements = yield* readStatements();
  const candidates: Candidate[] = [];
  for (const { paragraph, tokens } of read) {
    const said = statements.filter((statement) => statement.paragraph === paragraph.number);
    const made = [
      ...said.flatMap((statement) => questionsOfStatement(report, paragraph, tokens, statement, words)),
      ...questionsOfTold(report.body, tokens, said, words),
    ];
    candidates.push(...made.map((each) => ({ ...each, paragraph: paragraph.number })));
    yield;
  }
  return candidates;
}

/** From the sentences of a paragraph, what it says itself. */
function questionsOfTold(
  body: string,
  tokens: readonly Token[],
  said: readonly Statement[],
  words: ReportWords,
): readonly Made[] {
  const made: Made[] = [];
  let from = 0;
  for (const [to, { kind, end }] of tokens.entries()) {
    if (kind !== 'border') continue;
    const sentence = tokens.slice(from, to);
    const start = tokens[from]?.start ?? end;
    from = to + 1;
    made.push(...whoIs(body, sentence));
    const isQuoted = said.some(({ span }) => span.start < end && span.end > start);
    if (!isQuoted) made.push(...questionsOfSentence(body, sentence, words));
  }
  return made;
}

/** "Who is Ann Lee?", where "Ann Lee, the mayor of York," stands. */
function whoIs(body: string, sentence: readonly Token[]): readonly Made[] {
  return findMentions(sentence).flatMap(({ span, fullName }) => {
    const [name = '', office = ''] = slice(body, span).split(/,\s/u);
    const words = office.toLowerCase().split(/\s+/u);
    const link = words.findIndex((word, at) => at > 0 && PREPOSITIONS.has(word));
    const isOffice =
      !office.startsWith('who') &&
      words.slice(0, link === -1 ? undefined : link).some((word) => isPersonNoun(bare(word)));
    // "Interestingly Blocher, a farmer,"
    const isAdverb = /ly\b/u.test(name.split(' ', 1)[0] ?? '') && span.start === sentence[0]?.start;
    const before = sentence.findLast(({ start }) => start < span.start);
    if (fullName === undefined || !isOffice || isAdverb || isCapital(before)) return [];
    return [
      { question: `Who is ${name.replaceAll(/\s+/gu, ' ')}?`, weight: 4.5, about: name, kind: 'person' },
    ];
  });
}
