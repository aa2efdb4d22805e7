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

const counter = startStepCounter();
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
  const most: Record<string, number> = {};
  const note = <Result>(
    name: string,
    counted: { readonly most: number; readonly result: Result },
  ): Result => {
    most[name] = Math.max(most[name] ?? 0, counted.most);
    return counted.result;
  };
  const parsed = note(
    'parse',
    counter.task(() => parseInSteps({ id: 'a', file: 'a.md' }, bytes), MOST_STEPS),
  );
  if (parsed.kind === 'faulty') return most;
  const { report } = parsed;
  for (const { span, sentences } of report.paragraphs) {
    expect(span.end - span.start).toBeLessThanOrEqual(LONGEST_PARAGRAPH);
    for (const { start, end } of sentences) expect(end - start).toBeLessThanOrEqual(LONGEST_SENTENCE);
  }
  const languageOf = createLanguages();
  const language = languageOf('en');
  const hash = note(
    'hash',
    counter.task(() => contentHash(report), MOST_STEPS),
  );
  const analysis = note(
    'analyse',
    counter.task(() => analyseReport(report, language), MOST_STEPS),
  );
  const prepared = prepareReport({ report, hash, analysis });
  note(
    'statements',
    counter.task(() => readStatements(report), MOST_STEPS),
  );
  note(
    'fold',
    counter.task(() => foldReport(report), MOST_STEPS),
  );
  const tokens = note(
    'tokens',
    counter.task(() => readReportTokens(report), MOST_STEPS),
  );
  const index = note(
    'index quotations',
    counter.task(() => createQuotationIndex([tokens]), MOST_STEPS),
  );
  const checks = [...QUOTES, body.slice(0, 3000)].map((quote) => ({
    quote,
    check: note(
      'check',
      counter.task(() => checkQuotation(quote, index), MOST_STEPS),
    ),
  }));
  const filters = SEARCHES.map((words) => createWordFilter(readSearchWords(words), language));
  for (const { span } of report.paragraphs.slice(0, 3))
    for (const filter of filters)
      note(
        'filter',
        counter.work(() => filter.allows(slice(report.body, span))),
      );
  const source = createMemorySource();
  const library = createLibrary([prepared], { source, languageOf, reader: noReader });
  await library.hold();
  await library.prepare([report]);
  await source.hold('counted', [prepared]);
  for (const scope of [{ generation: 'counted' }, { generation: 'counted', report: 'a' }]) {
    const statistics = await source.lookup([], scope);
    for (const text of QUESTIONS) {
      const reading = () => readQuestion(text, { language, statistics, acronyms: analysis.acronyms });
      const question = numberQuestion(note('question', counter.task(reading, MOST_STEPS)), statistics);
      if (question.question.terms.length === 0) continue;
      for (const at of [0, Math.floor(report.paragraphs.length / 2)]) {
        const ranked = counter.work(() =>
          observe(question, prepared, at, { statistics, isWholeLibrary: true }),
        );
        const observation = note('rank', ranked);
        for (const filter of text === QUESTIONS[0] ? filters : [])
          note(
            'present',
            counter.work(() => presentHit(observation, language, VECTORS, filter)),
          );
      }
    }
  }
  const paragraph = report.paragraphs[Math.floor(report.paragraphs.length / 2)];
  if (paragraph === undefined) return most;
  const context = { library, locale: 'en-US', audience: 'public' } as const;
  const passage = library.attribute({ report, paragraph, score: 0 });
  note(
    'show',
    counter.work(() => renderPassage(context, passage)),
  );
  note(
    'read',
    counter.work(() => renderReading(context, report, paragraph, 1)),
  );
  note(
    'section',
    counter.work(() => renderSection(context, report, paragraph, 0)),
  );
  note(
    'complete a question',
    counter.task(() => questionChoices([report], 'ferry 7'), MOST_STEPS),
  );
  note(
    'complete a report',
    counter.work(() => reportChoices([report], 'ferry')),
  );
  note(
    'outline',
    counter.work(() => renderOutline(context, report, 0)),
  );
  note(
    'sources',
    counter.task(() => renderSources(context, 0), MOST_STEPS),
  );
  for (const { check, quote } of checks)
    note(
      'verify',
      counter.work(() => renderQuotation(check, quote, context)),
    );
  for (const words of ['ferry sank', ...SEARCHES]) {
    const found = await library.search(words, { from: 0, limit: 5 });
    note(
      'search',
      counter.work(() => renderHits(found, { words, from: 0 }, context)),
    );
  }
  const [sentence] = paragraph.sentences;
  const answered = { report, paragraph, ...(sentence && { sentence }) };
  note(
    'remember',
    counter.work(() => {
      const passages = [library.attribute({ ...answered, score: 0 })] as const;
      const answer = { kind: 'quoted', passages, tied: false, confidence: 1 } as const;
      return completeQuestion('Why?', rememberAnswer('What did Ann Lee say?', answer));
    }),
  );
  return most;
}

describe('no step grows with a report', () => {
  it('counts what a loop does', () => {
    const [few, many] = ['It sank. '.repeat(10), 'It sank. '.repeat(1000)].map(
      (text) =>
        counter.task(
          () => parseInSteps({ id: 'a', file: 'a.md' }, Buffer.from(`---\ntitle: A\n---\n${text}`)),
          MOST_STEPS,
        ).most,
    );
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
