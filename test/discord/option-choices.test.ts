import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionChoices } from '../../src/discord/option-choices.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { reportOf } from '../support/report.ts';

const ferry = reportOf(['The ferry sank.'], {
  questions: ['Where did the ferry sink?', 'Who was hurt?'],
});
const keeper = reportOf(['The keeper wrote.'], { questions: ['Who kept the lighthouse?'] });
const headed = reportOf(['## The café', 'It burned.', '## Findings', 'Nobody knew.'], {});

const offered = (typed: string, reports = [ferry, keeper, headed]) =>
  runSync(questionChoices(reports, typed)).map(({ value }) => value);

describe('questionChoices()', () => {
  it.each([
    [
      'suggests each report’s questions in turn',
      '',
      ['Where did the ferry sink?', 'Who kept the lighthouse?', 'Who was hurt?'],
    ],
    ['finds the words typed in any order', 'ferry where', ['Where did the ferry sink?']],
    ['finds the beginning of a word', 'light', ['Who kept the lighthouse?']],
    ['finds headings once something is typed', 'find', ['Findings']],
    ['overlooks case and accents', 'CAFE', ['The café']],
    ['offers nothing that does not fit', 'zebra', []],
    [
      'takes white space for nothing',
      '  ',
      ['Where did the ferry sink?', 'Who kept the lighthouse?', 'Who was hurt?'],
    ],
  ])('%s', (_, typed, expected) => {
    expect(offered(typed)).toEqual(expected);
  });

  it('offers each text once', () => {
    expect(offered('', [ferry, ferry])).toEqual(['Where did the ferry sink?', 'Who was hurt?']);
  });

  it('offers for any text only what it would offer without', () => {
    const all = new Set([...offered(''), 'The café', 'Findings']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(offered(typed).every((text) => all.has(text))).toBe(true);
      }),
    );
  });
});
