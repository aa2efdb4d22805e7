import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import type { Report } from '../../src/corpus/report.ts';
import type { Library } from '../../src/library/library.ts';
import { suggestQuestions } from '../../src/library/suggest-questions.ts';
import { loadReader } from '../../src/reader/open-reader.ts';
import { runs } from '../property-runs.ts';
import { paragraph as hostileParagraph } from '../support/hostile-text.ts';
import { reportOf } from '../support/report.ts';
import { serve } from '../support/serve-reports.ts';

const FILLER = [
  'Nobody on the quay had seen such a storm, and few wanted to talk about it.',
  'The wind fell in the afternoon, while children carried wood up from the beach.',
];

describe('suggestQuestions()', () => {
  it('takes a heading that asks as it is', async () => {
    const { prepared, library } = serve([
      reportOf([
        '## Why did the Estrella sink?',
        'The Estrella sank since a reef had torn her side.',
        '## Who saw it',
        ...FILLER,
      ]),
    ]);
    expect(prepared[0] && (await suggestQuestions(prepared[0], library))).toContain(
      'Why did the Estrella sink?',
    );
  });

  it('leaves out what another report answers, and what the report suggests already', async () => {
    const text = 'The Corvo Lighthouse was built in 1905 by two brothers.';
    const question = 'When was the Corvo Lighthouse built?';
    const own = reportOf([text, ...FILLER], { id: 'own' });
    const better = reportOf(['The Corvo Lighthouse was built in 1905.'], {
      id: 'better',
      title: 'The Corvo Lighthouse',
    });
    const asked = async (...reports: Report[]) => {
      const { prepared, library } = serve(reports);
      const found = prepared.find(({ report }) => report.id === 'own');
      return found && suggestQuestions(found, library);
    };
    expect(await asked(own)).toContain(question);
    expect(await asked(own, better)).not.toContain(question);
    expect(await asked({ ...own, questions: [question] })).not.toContain(question);
  });

  it('gives no more than the limit, spread over the report, and not two of one sentence', async () => {
    const names = ['Ana', 'Rui', 'Eva', 'Ines', 'Nora', 'Olga'];
    const report = reportOf(
      names.map(
        (name) =>
          `The ${name} Lighthouse was built in 1905 by ${name} Reis. The ${name} Mill was built in 1912.`,
      ),
    );
    const { prepared, library } = serve([report]);
    const questions = prepared[0] ? await suggestQuestions(prepared[0], library, { limit: 3 }) : [];
    expect(questions.map((question) => /The (\w+)/iu.exec(question)?.[1])).toEqual(['Ana', 'Eva', 'Nora']);
  });

  it('stops when it is told to, with what it has', async () => {
    const { prepared, library } = serve([reportOf(['The Corvo Lighthouse was built in 1905.', ...FILLER])]);
    const controller = new AbortController();
    let asked = 0;
    const answer: Library['answer'] = (...parts) => {
      asked += 1;
      controller.abort();
      return library.answer(...parts);
    };
    const { signal } = controller;
    const [first] = prepared;
    const suggest = () => first && suggestQuestions(first, { answer }, { signal });
    expect(await suggest()).toHaveLength(1);
    const before = asked;
    expect(await suggest()).toEqual([]);
    expect(asked).toBe(before);
  });

  it('proves every question about the project’s own reports, with the reader', async () => {
    const { reports } = await loadCorpus('data');
    const reader = await loadReader({
      info: () => undefined,
      error: ({ err }) => {
        throw err;
      },
    });
    const { prepared, library } = serve(
      reports.map((report) => ({ ...report, questions: [] })),
      reader,
    );
    for (const each of prepared) {
      const questions = await suggestQuestions(each, library);
      expect(questions.length).toBeGreaterThan(0);
      expect(new Set(questions).size).toBe(questions.length);
      let last = 0;
      for (const question of questions) {
        expect(question.length).toBeLessThanOrEqual(100);
        const answer = await library.answer(question);
        const first = answer.kind === 'quoted' ? answer.passages[0] : undefined;
        expect(first?.report.id).toBe(each.report.id);
        const number = first?.paragraph.number ?? 0;
        expect(number).toBeGreaterThanOrEqual(last);
        last = number;
      }
    }
  });

  const sentence = fc.constantFrom(
    'The Corvo Lighthouse was built in 1905 by two brothers.',
    '“The harbour of Corvo is no place for the Estrella,” said Ana Reis, the mayor of Corvo.',
    'Rui Sousa said that the Reis Mill had 27 wheels, and Eva Reis denied it.',
    'About 4.7 million children in Iraq are in need of help because of Rui Sousa, captain of the Estrella.',
    'Die Fähre Estrella wurde 1905 in Hamburg gebaut.',
    'Le phare de Corvo a été construit en 1892 par les frères Reis.',
  );
  const pieces = fc.oneof(
    sentence,
    hostileParagraph,
    hostileParagraph.map((text) => `## ${text.replaceAll('\n', ' ')}?`),
    fc
      .tuple(sentence, hostileParagraph, fc.nat())
      .map(([text, hostile, at]) =>
        [text.slice(0, at % text.length), hostile, text.slice(at % text.length)].join(''),
      ),
    fc.tuple(sentence, hostileParagraph).map((parts) => parts.join(' ')),
  );

  it('never throws, and never suggests what is not quoted, whatever the text', async () => {
    let suggested = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(pieces, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('en', 'en', 'en', 'de', 'fr', 'ja'),
        async (paragraphs, language) => {
          const { prepared, library } = serve([reportOf(paragraphs, { language })]);
          const questions = prepared[0] ? await suggestQuestions(prepared[0], library) : [];
          expect(questions.length).toBeLessThanOrEqual(10);
          for (const question of questions) {
            expect(question).toMatch(/^[¿\p{L}\p{N}].{0,98}[?？؟]$/u);
            expect(await library.answer(question)).toMatchObject({ kind: 'quoted' });
          }
          suggested += questions.length;
        },
      ),
      { numRuns: runs(60) },
    );
    expect(suggested).toBeGreaterThan(0);
  });
});
