import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findStatements, maySpeak } from '../../src/attribution/find-statements.ts';
import type { Report } from '../../src/corpus/report.ts';
import { reportOf } from '../support/report.ts';
import { runs } from '../property-runs.ts';

const marks = '“ ” " \' ‘ ’ « » „ ‹ › , . ? ! : ; — ( )'.split(' ');
const verbs =
  'said|told reporters|according to|that|who said|was told|did not say|he said|she added|called it|as|report';
const others =
  'Ann Lee|Lee|Col. Bo Yu|the mayor of York|UNICEF|the source|and|but|if|5"|\'tis|U.S.|the dam will hold|On Monday';
const odd = ['\n\n', 'قال الوزير', '\u202Eabc\u202C', '🙂', 'e\u0301', '\u200B'];
const pieces = [...marks, ...verbs.split('|'), ...others.split('|'), ...odd];
const speech = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...pieces) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(' '));

/** A report of any text; the text may hold no paragraph at all. */
const anyReport = (text: string): Report => reportOf([text]);

function faults(report: Report): string[] {
  let end = 0;
  return findStatements(report).flatMap(({ paragraph, span, speaker, words }) => {
    const own = report.paragraphs.find(({ number }) => number === paragraph)?.span;
    const found = [
      ...(own && own.start <= span.start && span.end <= own.end ? [] : ['a statement outside its paragraph']),
      ...(span.start < span.end ? [] : ['an empty statement']),
      ...(span.start >= end ? [] : ['a statement that overlaps the one before']),
      ...(/^\s|\s$/u.test(report.body.slice(span.start, span.end)) ? ['white space at an edge'] : []),
      ...[speaker, words].flatMap((range) =>
        range === undefined ||
        (range.start >= 0 && range.start < range.end && range.end <= report.body.length)
          ? []
          : ['words outside the body'],
      ),
      ...(speaker === undefined || words !== undefined
        ? []
        : ['a speaker without words beside the statement']),
    ];
    end = span.end;
    return found;
  });
}

describe('findStatements() on any text', () => {
  it('gives statements in order, inside their paragraph, and speakers inside the body', () => {
    fc.assert(
      fc.property(speech, (text) => {
        expect(faults(anyReport(text))).toEqual([]);
      }),
      { numRuns: runs(600) },
    );
  });

  it('finds none in a paragraph that maySpeak() says has none', () => {
    fc.assert(
      fc.property(fc.array(speech, { minLength: 1, maxLength: 4 }), (texts) => {
        const report = reportOf(texts);
        const spoken = new Set(findStatements(report).map(({ paragraph }) => paragraph));
        const silent = report.paragraphs.filter((paragraph) => !maySpeak(report, paragraph));
        expect(silent.filter(({ number }) => spoken.has(number))).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives the same for the same report', () => {
    fc.assert(
      fc.property(speech, (text) => {
        expect(findStatements(anyReport(text))).toEqual(findStatements(anyReport(text)));
      }),
      { numRuns: runs(100) },
    );
  });

  it.each([
    ['open marks', '“'],
    ['close marks', '”'],
    ['straight marks', '"a" '],
    ['apostrophes', "'a "],
    ['all marks in turn', '“"‘„«'],
    ['verbs of speech', 'he claimed '],
    ['commas', 'Lee, the mayor, said, '],
    ['sources', 'according to Lee '],
    ['initials', 'U.S. '],
    ['split quotations', '“It is,” he said, '],
    ['stops', '“A b c.”....'],
    ['one word', 'a'],
  ])('reads a paragraph of 20,000 characters of %s', (_, unit) => {
    const body = unit.repeat(Math.ceil(20_000 / unit.length)).slice(0, 20_000);
    const span = { start: 0, end: body.length };
    // One sentence, however long: the worst case for whatever looks back.
    const report = reportOf([''], { body, paragraphs: [{ number: 1, span, sentences: [span] }] });
    expect(faults(report)).toEqual([]);
  });
});
