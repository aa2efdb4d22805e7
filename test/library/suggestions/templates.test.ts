import { expect, it } from 'vitest';
import type { Report } from '../../../src/corpus/report.ts';
import { suggestQuestions } from '../../../src/library/suggest-questions.ts';
import { reportOf } from '../../support/report.ts';
import { serve } from '../../support/serve-reports.ts';

const FILLER = [
  'Nobody on the quay had seen such a storm, and few wanted to talk about it.',
  'The wind fell in the afternoon, while children carried wood up from the beach.',
];

/** What is suggested for a report of the paragraph and others. */
async function suggestedFor(paragraph: string, fields: Partial<Report> = {}): Promise<readonly string[]> {
  const { prepared, library } = serve([reportOf([paragraph, ...FILLER], fields)]);
  return prepared[0] === undefined ? [] : suggestQuestions(prepared[0], library);
}

it.each([
  [
    'who said what about a name',
    '“The harbour of Corvo is no place for the Estrella,” said Ana Reis, the mayor of Corvo.',
    'What did Ana Reis say about the harbour of Corvo?',
  ],
  [
    'what somebody without a name said',
    'The storm took the Estrella, said the widow of Rui Sousa.',
    'What did the widow of Rui Sousa say about the Estrella?',
  ],
  [
    'who somebody is',
    'Rui Sousa, captain of the ferry, slept on the bridge that night.',
    'Who is Rui Sousa?',
  ],
  [
    'about a name without its verb',
    'The harbour of Corvo stays closed, the transport ministry said.',
    'What did the transport ministry say about the harbour of Corvo?',
  ],
  [
    'what somebody said who names nothing',
    '“We would not do that again,” said Ana Reis, the mayor of Corvo.',
    'What did Ana Reis say?',
  ],
  [
    'by whom something was done',
    'The lighthouse was funded by the Sousa brothers.',
    'Who funded the lighthouse?',
  ],
  ['what a name stands for', 'The Estrella is a ferry of forty metres.', 'What is the Estrella?'],
  [
    'when something was done',
    'The Corvo Lighthouse was built in 1905 by two brothers.',
    'When was the Corvo Lighthouse built?',
  ],
  [
    'when something was done, said first',
    'In May 1912, the Estrella was sold to a mill of Porto.',
    'When was the Estrella sold to a mill of Porto?',
  ],
])('suggestQuestions() asks %s', async (_, paragraph, question) => {
  expect(await suggestedFor(paragraph)).toContain(question);
});

it.each([
  ['a pronoun', 'He was born in 1905. It is a ferry. They have three wheels.'],
  ['a denial', 'The Corvo Lighthouse was never built in 1905.'],
  ['a condition', 'If the Reis Mill was built in 1905, it had three wheels.'],
  ['a speaker without a name', '“The Estrella is lost,” he said. “The Estrella sank,” said aides.'],
])('suggestQuestions() asks nothing of %s', async (_, paragraph) => {
  expect(await suggestedFor(paragraph)).toEqual([]);
});

it.each([
  [
    'de',
    'Die Fähre Estrella wurde 1905 in Hamburg gebaut.',
    ['Wann wurde die Fähre Estrella in Hamburg gebaut?'],
  ],
  ['de', 'Die Fähre Estrella wurde 1905 nicht in Hamburg gebaut.', []],
  ['de', 'Seine Fähre wurde 1905 in Hamburg gebaut.', []],
  [
    'fr',
    'Le phare de Corvo a été construit en 1892 par les frères Reis.',
    ['Quand a été construit le phare de Corvo\u00A0?'],
  ],
  ['fr', 'L’université de Lyon fut fondée en mai 1896.', ['Quand fut fondée l’université de Lyon\u00A0?']],
  ['es', 'El puente de Corvo fue inaugurado en 1905.', ['¿Cuándo fue inaugurado el puente de Corvo?']],
  ['pt-BR', 'A ponte de Corvo foi inaugurada em maio de 1905.', ['Quando foi inaugurada a ponte de Corvo?']],
  ['it', 'Il ponte di Corvo fu costruito nel 1905.', []],
  ['ja', '橋は1905年に建てられた。', []],
])(
  'suggestQuestions() asks in the language of the report, %s, or not at all: %s',
  async (language, paragraph, questions) => {
    const others = ['…', '…'];
    const { prepared, library } = serve([reportOf([paragraph, ...others], { language })]);
    expect(prepared[0] && (await suggestQuestions(prepared[0], library))).toEqual(questions);
  },
);
