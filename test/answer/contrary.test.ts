import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as contrary from '../../src/answer/contrary.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { reportOf } from '../support/report.ts';
import { runs } from '../property-runs.ts';

type Answered = Parameters<typeof contrary.findContrary>[0];
const findContrary = <Each extends Answered>(first: Each, others: readonly Each[]): Each | undefined =>
  runSync(contrary.findContrary(first, others));

/** A passage whose answer is what stands in brackets in `marked`. */
function passage(id: string, marked: string, language = 'en') {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const report = reportOf([marked.replaceAll(/[[\]]/g, '')], { id, language });
  const paragraph = report.paragraphs[0];
  const sentence = paragraph?.sentences.find((each) => each.start <= start && each.end >= end);
  if (!paragraph || !sentence) throw new Error(`no sentence of "${marked}" has the answer`);
  return { report, paragraph, sentence, answer: { start, end } };
}

/** Whether two reports contradict each other; throws when that depends on which comes first. */
function contradict(one: string, other: string): boolean {
  const [a, b] = [passage('one', one), passage('other', other)];
  const [there, back] = [findContrary(a, [b]), findContrary(b, [a])];
  expect(there).toBe(back === undefined ? undefined : b);
  return there !== undefined;
}

const deaths = (count: string) => `The UN said that [${count}] children died in Aleppo in that week.`;
const sinking = (date: string) => `The ferry Estrella sank off Corvo [${date}], its owner said.`;
const share = (count: string) => `[${count}] of the people of Corvo left the island by ship.`;
const founder = (name: string) =>
  `The harbour of Corvo was founded as a company by [${name}], its owner said.`;

describe('findContrary()', () => {
  it.each([
    ['another count', deaths('50'), deaths('60')],
    ['a count that differs by one', deaths('50'), deaths('51')],
    ['a count in words', deaths('fifty'), deaths('60')],
    ['a count of millions', deaths('50 million'), deaths('60m')],
    ['a count far from a rounded one', deaths('about 50,000'), deaths('70,000')],
    ['less than the least', deaths('more than 200'), deaths('150')],
    ['more than the most', deaths('up to 200'), deaths('250')],
    ['another least', deaths('more than 200'), deaths('over 300')],
    ['another most', deaths('up to 200'), deaths('fewer than 300')],
    [
      'another count in a copy that names nothing',
      'His [16] opponents were politicians who had debated in public all their lives, on regular occasions.',
      'His [30] opponents were politicians who had debated in public all their lives, on regular occasions.',
    ],
    [
      'another sum',
      'Corvo paid [$5 million] for the ferry Estrella.',
      'Corvo paid [$7m] for the ferry Estrella.',
    ],
    ['another share', share('5 %'), share('seven per cent')],
    ['another day', sinking('on 12 May 2024'), sinking('on May 13, 2024')],
    ['another month', sinking('in May 2024'), sinking('in June 2024')],
    ['another month than the day’s', sinking('on 12 May 2024'), sinking('in June 2024')],
    ['another year', sinking('in 1987'), sinking('in 1990')],
    ['another date before which it was', sinking('before 1990'), sinking('before 1987')],
    ['another date in digits', sinking('on 2024-05-12'), sinking('on 13 May 2024')],
    ['another name', founder('Maria Silva'), founder('Rui Costa')],
    [
      'another count in other words',
      'On Monday the UN said [50] children died in Aleppo, Syria.',
      'In Aleppo [60] children had died, said the UN.',
    ],
  ])('finds %s', (_, one, other) => expect(contradict(one, other)).toBe(true));

  it.each([
    ['the same count', deaths('50'), deaths('50')],
    ['thousands in digits and in words', deaths('1,200'), deaths('1.2 thousand')],
    ['thousands told as hundreds', deaths('1,200'), deaths('twelve hundred')],
    ['a letter for millions', deaths('50 million'), deaths('50m')],
    ['a rounded count', deaths('about 50,000'), deaths('49,800')],
    ['a count that is nearly reached', deaths('nearly 50,000'), deaths('49,800')],
    ['a count rounded without a word on it', deaths('50,000'), deaths('49,800')],
    ['a rounded fraction', deaths('4.7 million'), deaths('4,650,000')],
    ['what the least includes', deaths('more than 200'), deaths('250')],
    ['what the most includes', deaths('fewer than 200'), deaths('150')],
    ['none, which the most includes', deaths('fewer than 200'), deaths('0')],
    ['a number too large to be one', deaths(`${'9'.repeat(400)}m`), deaths('50 million')],
    ['a range', deaths('50 to 60'), deaths('70')],
    ['one end of a range', deaths('50').replace('50]', '50] to 60'), deaths('70')],
    ['an open end', deaths('50').replace('50]', '50] or more'), deaths('70')],
    ['shares and counts', share('5 %'), share('70')],
    [
      'other currencies',
      'Corvo paid [$5m] for the ferry Estrella.',
      'Corvo paid [€7m] for the ferry Estrella.',
    ],
    ['counts of other things', deaths('50'), deaths('60').replace('children', 'soldiers')],
    ['one day, told otherwise', sinking('on 12 May 2024'), sinking('on May 12th, 2024')],
    ['one day, in digits', sinking('on 12 May 2024'), sinking('on 2024-05-12')],
    ['the month of the day', sinking('on 12 May 2024'), sinking('in May 2024')],
    ['the year of the day', sinking('on 12 May 2024'), sinking('in 2024')],
    ['a day without its year', sinking('on 12 May'), sinking('on 12 May 2024')],
    ['a date before which it was', sinking('before 1990'), sinking('in 1987')],
    ['a part of a name', founder('Maria Silva'), founder('Silva')],
    ['a name in another spelling', founder('Fallujah'), founder('Falluja')],
    ['the letters of a name', founder('the United Nations'), founder('the UN')],
    [
      'a name that the other report has, too',
      `${founder('Maria Silva')} Rui was there.`,
      founder('Rui Costa'),
    ],
    ['a name and a description', founder('Maria Silva'), founder('a fisherman')],
    ['another place', deaths('50'), deaths('60').replace('Aleppo', 'Mosul')],
    [
      'another year of counting',
      deaths('50').replace('that week', '2015'),
      deaths('60').replace('that week', '2016'),
    ],
    ['another subject', deaths('50'), 'The UN said that [60] children learnt to read and write in a school.'],
    [
      'sentences that name nothing',
      'The margin of error is [4] points.',
      'The margin of error is [6] points.',
    ],
    ['short sentences', 'In Corvo [5] people died.', 'In Corvo [6] people died.'],
  ])('finds no contradiction in %s', (_, one, other) => expect(contradict(one, other)).toBe(false));

  it('gives the first passage that contradicts', () => {
    const others = [deaths('50'), deaths('60'), deaths('70')].map((each, at) => passage(`other-${at}`, each));
    expect(findContrary(passage('one', deaths('50')), others)).toBe(others[1]);
  });

  it.each([
    ['in the first', deaths('50'), deaths('60').replaceAll(/[[\]]/g, ''), true],
    [
      'with another number that is the same',
      `${deaths('50').slice(0, -1)} of 2016.`,
      'The UN said that 60 children died in Aleppo in that week of 2016.',
      true,
    ],
    [
      'with two other numbers',
      `${deaths('50').slice(0, -1)} of 2016.`,
      'The UN said that 60 children died in Aleppo in that week of 2015.',
      false,
    ],
    ['of another matter', deaths('50'), 'A ship carried 60 children home to school, the owner said.', false],
    [
      'in the first, elsewhere',
      'The [UN] said that 50 children died in Aleppo in that week.',
      deaths('60').replaceAll(/[[\]]/g, ''),
      false,
    ],
  ])('compares the one other number where only one answer is marked: %s', (_, one, other, isFound) => {
    const first = passage('one', one);
    const report = reportOf([`Nothing is said here. ${other}`], { id: 'other' });
    const [paragraph] = report.paragraphs;
    const each = paragraph && { report, paragraph };
    expect(each && findContrary<Omit<typeof first, 'sentence' | 'answer'>>(first, [each])).toBe(
      isFound ? each : undefined,
    );
  });

  it('needs the sentence that answers', () => {
    const { sentence: _, ...first } = passage('one', deaths('50'));
    expect(findContrary<typeof first>(first, [passage('other', deaths('60'))])).toBeUndefined();
  });

  it('says nothing on a language whose numbers it cannot read', () => {
    const [one, other] = ['50', '60'].map((count) => passage(count, deaths(count), 'de'));
    expect(one && other && findContrary(one, [other])).toBeUndefined();
  });

  const amount = fc.integer({ min: 1, max: 999 });
  const spelling = fc.constantFrom<(millions: number) => string>(
    (millions) => `${millions} million`,
    (millions) => `${millions}m`,
    (millions) => (millions * 1_000_000).toLocaleString('en'),
    (millions) => `${millions * 1000} thousand`,
    (millions) => `about ${millions} million`,
    (millions) => `${millions * 10} hundred thousand`,
  );
  const text = fc.string({ unit: fc.constantFrom('a', 'T', ' ', '5', ',', '.', '%', '$', '-', 'é', '\n') });

  it('never finds one amount in two spellings', () => {
    fc.assert(
      fc.property(amount, spelling, spelling, (millions, say, sayAgain) => {
        expect(contradict(deaths(say(millions)), deaths(sayAgain(millions)))).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });

  it('finds amounts that are far from each other, in any spelling', () => {
    fc.assert(
      fc.property(amount, spelling, spelling, (millions, say, sayAgain) => {
        expect(contradict(deaths(say(millions)), deaths(sayAgain(millions * 2)))).toBe(true);
      }),
      { numRuns: runs(300) },
    );
  });

  it('sees the same whichever comes first, and nothing in one report, whatever stands there', () => {
    fc.assert(
      fc.property(text, text, fc.boolean(), (one, other, isDate) => {
        const say = isDate ? sinking : deaths;
        const [a, b] = [`in ${one}`, `in ${other}`].map((each) => say(each.replaceAll(/\s+/g, ' ').trim()));
        if (a === undefined || b === undefined) return;
        fc.pre([a, b].every((each) => reportOf([each]).paragraphs[0]?.sentences.length === 1));
        contradict(a, b);
        expect(findContrary(passage('one', a), [passage('one', b)])).toBeUndefined();
      }),
      { numRuns: runs(500) },
    );
  });
});
