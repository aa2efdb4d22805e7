import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { completeQuestion } from '../../src/answer/follow-up/complete-question.ts';
import { rememberAnswer } from '../../src/answer/follow-up/remember-answer.ts';
import { readStatements } from '../../src/attribution/find-statements.ts';
import { foldReport } from '../../src/corpus/folded-report.ts';
import { parseInSteps } from '../../src/corpus/parse-report.ts';
import { LONGEST_PARAGRAPH } from '../../src/corpus/part-paragraph.ts';
import { contentHash } from '../../src/library/hashes.ts';
import { createLibrary } from '../../src/library/library.ts';
import { prepareReport } from '../../src/library/prepared-report.ts';
import { checkQuotation } from '../../src/quotation/check-quotation.ts';
import { createQuotationIndex, readReportTokens } from '../../src/quotation/quotation-index.ts';
import { noReader } from '../../src/reader/reader.ts';
import { questionChoices, reportChoices } from '../../src/discord/option-choices.ts';
import { renderHits } from '../../src/render/render-hits.ts';
import { renderOutline } from '../../src/render/render-outline.ts';
import { renderPassage } from '../../src/render/render-passage.ts';
import { renderQuotation } from '../../src/render/render-quotation.ts';
import { renderReading, renderSection } from '../../src/render/render-reading.ts';
import { renderSources } from '../../src/render/render-sources.ts';
import { createMemorySource } from '../../src/search/index/memory-source.ts';
import { analyseReport } from '../../src/search/index/report-analysis.ts';
import { readQuestion } from '../../src/search/query/question.ts';
import { createWordFilter, readSearchWords } from '../../src/search/query/search-words.ts';
import { numberQuestion } from '../../src/search/ranking/numbered-question.ts';
import { observe } from '../../src/search/ranking/observation.ts';
import { presentHit } from '../../src/search/ranking/present-hit.ts';
import { toVectors } from '../../src/search/ranking/score.ts';
import { shippedWeights } from '../../src/search/ranking/weights.ts';
import { createLanguages } from '../../src/text/language.ts';
import { LONGEST_SENTENCE } from '../../src/text/sentence-spans.ts';
import { slice } from '../../src/text/span.ts';
import { runs } from '../property-runs.ts';
import { startStepCounter } from '../support/count-steps.ts';
import { fill, HOSTILE } from '../support/hostile-bodies.ts';

/**
 * Steps between two chances for the event loop: some 10 ms. The reports of data/ take a tenth. A step that grows with the
 * report, or with the square of a paragraph, takes far more.
 */
const MOST_STEPS = 1_000_000;

/** Several paragraphs of the longest kind. In UTF-16 code units. */
const SIZE = 10_000;

const counter = startStepCounter(MOST_STEPS);
afterAll(() => counter.stop());

const QUESTIONS = [
  'How many people did the ferry save in 1912?',
  'ferry sank '.repeat(15),
  'the ferry '.repeat(200),
  'ferry'.repeat(400),
];
const QUOTES = [
  'The ferry sank',
  'ferry '.repeat(600),
  'ferry … sank … ferry … sank',
  'sank ferry a b '.repeat(300),
];

const SEARCHES = ['"ferry" '.repeat(25), '"a ferry" -ferries -"ferry sank"', '-sank '.repeat(33)];
const VECTORS = toVectors(shippedWeights.ranking);

/** Everything that reading, asking, checking and showing a report does, each counted. */
async function mostSteps(body: string): Promise<Readonly<Record<string, number>>> {
  const bytes = Buffer.from(`---\ntitle: The ferry\nurl: https://a.example/b\n---\n\n${body}\n`);
  const parsed = counter.task('parse', () => parseInSteps({ id: 'a', file: 'a.md' }, bytes));
  if (parsed.kind === 'faulty') return counter.most();
  const { report } = parsed;
  for (const { span, sentences } of report.paragraphs) {
    expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
    for (const { start, end } of sentences) expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE);
  }
  const languageOf = createLanguages();
  const language = languageOf('en');
  const hash = counter.task('hash', () => contentHash(report));
  const analysis = counter.task('analyse', () => analyseReport(report, language));
  const prepared = prepareReport({ report, hash, analysis });
  counter.task('statements', () => readStatements(report));
  counter.task('fold', () => foldReport(report));
  const tokens = counter.task('tokens', () => readReportTokens(report));
  const index = counter.task('index quotations', () => createQuotationIndex([tokens]));
  const checks = [...QUOTES, body.slice(0, 3000)].map((quote) => ({
    quote,
    check: counter.task('check', () => checkQuotation(quote, index)),
  }));
  const filters = SEARCHES.map((words) => createWordFilter(readSearchWords(words), language));
  for (const { span } of report.paragraphs.slice(0, 3))
    for (const filter of filters) counter.work('filter', () => filter.allows(slice(report.body, span)));
  const source = createMemorySource();
  const library = createLibrary([prepared], { source, languageOf, reader: noReader });
  await counter.aside(async () => {
    await library.hold();
    await library.prepare([report]);
    await source.hold('counted', [prepared]);
  });
  for (const scope of [{ generation: 'counted' }, { generation: 'counted', report: 'a' }]) {
    const statistics = await source.lookup([], scope);
    for (const text of QUESTIONS) {
      const reading = () => readQuestion(text, { language, statistics, acronyms: analysis.acronyms });
      const question = numberQuestion(counter.task('question', reading), statistics);
      if (question.question.terms.length === 0) continue;
      const observations = [0, Math.floor(report.paragraphs.length / 2)].map((at) =>
        counter.work('rank', () => observe(question, prepared, at, { statistics, isWholeLibrary: true })),
      );
      if (text !== QUESTIONS[0]) continue;
      for (const observation of observations)
        for (const filter of filters)
          counter.work('present', () => presentHit(observation, language, VECTORS, filter));
    }
  }
  const paragraph = report.paragraphs[Math.floor(report.paragraphs.length / 2)];
  if (paragraph === undefined) return counter.most();
  const context = { library, locale: 'en-US', audience: 'public' } as const;
  const passage = library.attribute({ report, paragraph, score: 0 });
  counter.work('show', () => renderPassage(context, passage));
  counter.work('read', () => renderReading(context, report, paragraph, 1));
  counter.work('section', () => renderSection(context, report, paragraph, 0));
  counter.task('complete a question', () => questionChoices([report], 'ferry 7'));
  counter.work('complete a report', () => reportChoices([report], 'ferry'));
  counter.work('outline', () => renderOutline(context, report, 0));
  counter.task('sources', () => renderSources(context, 0));
  for (const [nth, { check, quote }] of checks.entries())
    counter.work(`verify ${nth}`, () => renderQuotation(check, quote, context));
  for (const words of ['ferry sank', ...SEARCHES]) {
    const found = await counter.aside(() => library.search(words, { from: 0, limit: 5 }));
    counter.work('search', () => renderHits(found, { words, from: 0 }, context));
  }
  const [sentence] = paragraph.sentences;
  const answered = { report, paragraph, ...(sentence && { sentence }) };
  counter.work('remember', () => {
    const passages = [library.attribute({ ...answered, score: 0 })] as const;
    const answer = { kind: 'quoted', passages, tied: false, confidence: 1 } as const;
    return completeQuestion('Why?', rememberAnswer('What did Ann Lee say?', answer));
  });
  return counter.most();
}

describe('no step grows with a report', () => {
  it('counts what a loop does', () => {
    const [few, many] = ['It sank. '.repeat(10), 'It sank. '.repeat(1000)].map((text) => {
      const bytes = Buffer.from(`---\ntitle: A\n---\n${text}`);
      counter.task('parse', () => parseInSteps({ id: 'a', file: 'a.md' }, bytes));
      return counter.most()['parse'];
    });
    expect(few).toBeGreaterThan(100);
    expect(many).toBeGreaterThan(few ?? Infinity);
  });

  it.each(HOSTILE)('made of %s', async (_, body) => {
    const most = await mostSteps(body(SIZE));
    const held = Object.entries(most).filter(([, steps]) => steps > MOST_STEPS);
    expect(Object.fromEntries(held)).toEqual({});
  });

  it('made of 100,000 headings over 1,000 paragraphs', async () => {
    const parts = Array.from(
      { length: 1000 },
      (_, at) =>
        `${Array.from({ length: 100 }, (__, nth) => `# Ferry ${at} ${nth}\n`).join('')}\nFerry ${at} sank.\n`,
    );
    const most = await mostSteps(parts.join('\n'));
    expect(Object.entries(most).filter(([, steps]) => steps > MOST_STEPS)).toEqual([]);
  });

  it('made of any hostile pieces in turn', async () => {
    const unit = fc.constantFrom(
      'ferry',
      'sank',
      'a',
      '7',
      '“',
      '”',
      '"',
      "'",
      '. ',
      ', ',
      ' ',
      '\n',
      '\n\n',
      '# ',
      '(ABC)',
      '…',
      'Ann Lee',
      ' said ',
      '\u0301',
      '漢',
      '\u{1F600}',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(unit, { minLength: 1, maxLength: 8 }), async (units) => {
        const most = await mostSteps(fill(units.join(''), SIZE));
        expect(Math.max(...Object.values(most))).toBeLessThanOrEqual(MOST_STEPS);
      }),
      { numRuns: runs(3) },
    );
  });
});
