import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findOutlineAsked } from '../../src/answer/outline-question.ts';
import { reportOf } from '../support/report.ts';
import { englishQuestions } from '../support/english-questions.ts';

const convoys = reportOf(['Two convoys.'], {
  id: 'fallujah-convoy-strikes',
  title: 'ISIS militants killed in air attack',
});
const inquiry = reportOf(['It sank.'], { id: 'ferry-inquiry', title: 'The ferry inquiry' });
const costs = reportOf(['It cost much.'], { id: 'ferry-costs', title: 'Ferry: what it cost' });
const all = [convoys, inquiry, costs];
const asked = [convoys, inquiry];

const found = (question: string) => findOutlineAsked(question, asked, all);

describe('findOutlineAsked()', () => {
  it.each([
    'What is the report about?',
    'what is this about',
    'whats this about',
    "What's it about?",
    'What is this article all about?',
    'what are the reports about',
    'summarize',
    'Summarise the report, please',
    'can you summarise this for me?',
    'summary',
    'Summary of the report',
    'tl;dr',
    'TLDR',
    'tl;dr please',
    'give me an overview',
    'Could you give me a short summary of the document?',
    'I want a quick recap',
    'what does the report cover',
    'What do these reports say?',
    'what are the main points?',
    'What is the summary of this report?',
    'what is in the report?',
    'Tell me about the report',
    'sum it up',
    'table of contents',
    'Worum geht es in dem Bericht?',
    'Worum geht es?',
    'Fass den Bericht zusammen',
    'Gib mir eine kurze Zusammenfassung',
    'De quoi parle le rapport ?',
    'Résumé du rapport',
    '¿De qué trata el informe?',
    'Dame un resumen',
    'Do que trata o relatório?',
    'Me dê um resumo',
    'この報告書は何についてですか？',
    '要約',
    'عمَّ يتحدث التقرير؟',
    'ملخص التقرير',
  ])('takes "%s" for a question about what is asked', (question) => expect(found(question)).toEqual(asked));

  it.each([
    ['its title', 'What is the ferry inquiry about?', [inquiry]],
    ['its title, in another case', 'summarize THE FERRY INQUIRY', [inquiry]],
    ['its id', 'overview of fallujah-convoy-strikes', [convoys]],
    ['words of its id beside "report"', 'summarize the report on Fallujah', [convoys]],
    ['words of its title before "report"', 'what is the militants report about?', [convoys]],
    ['words of two titles', 'Summarize the ferry report', [inquiry, costs]],
  ])('finds a report by %s', (_, question, expected) => expect(found(question)).toEqual(expected));

  it.each([
    'What is the report about the ferry?',
    'What is the report about Fallujah about to say?',
    'What is the operation about?',
    'What is this war about?',
    'What was the UNICEF report about?',
    'What is the story about the ferry?',
    'What is in the video?',
    'what is in Fallujah',
    'Summary of casualties',
    'summarize the UNICEF appeal',
    'Give me an overview of the strikes',
    'What was the summary of the court?',
    'What does the report say about children?',
    'What does the report cover in Anbar?',
    'What did Garver say?',
    'What did they say?',
    'What does it say?',
    'What did that include?',
    'what do the officers say',
    'Tell me about Garver',
    'Describe the helicopter',
    'Who wrote the report?',
    'How many reports are there?',
    'When was the summary published?',
    'What are the main towns of Anbar?',
    'Was steht in Fallujah?',
    'Worum geht es bei den Kindern?',
    'De quoi parle Garver ?',
    'what',
    'please',
    'about',
    '',
    '?',
  ])('leaves "%s" as it is', (question) => expect(found(question)).toBeUndefined());

  it('leaves every question of the project’s own as it is', () => {
    const questions = englishQuestions();
    expect(questions.length).toBeGreaterThan(700);
    expect(questions.filter((question) => question === '' || found(question) !== undefined)).toEqual([]);
  });

  it('gives what is asked or known, and nothing else, for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('What is # about?', 'summarize #', '#'),
        (text, form) => {
          for (const each of found(form.replace('#', () => text)) ?? []) expect(all).toContain(each);
        },
      ),
    );
  });
});
