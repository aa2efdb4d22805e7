import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hearSpeakers } from '../../src/answer/asked-speech.ts';
import { readStatements } from '../../src/attribution/find-statements.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { runs } from '../property-runs.ts';
import { reportOf } from '../support/report.ts';

const spoken = reportOf([
  'Rui Lima, the mate, is from Corvo.',
  'Lima said that a lifeboat was locked. “We heard a bang. Then she sank,” said Ana Silva.',
  '“The repairs were done in Porto,” he said.',
]);

function heardIn(question: string, report = spoken) {
  const searched = report.paragraphs.map((paragraph) => ({ report, paragraph }));
  return Array.from(runSync(hearSpeakers(question, searched, readStatements)), ([{ number }, heard]) => ({
    number,
    topicHeld: heard.topicHeld,
    places: heard.places.map(({ start, end }) => report.body.slice(start, end)),
  }));
}

const LIMA = 'Lima said that a lifeboat was locked.';
const SILVA = '“We heard a bang. Then she sank,” said Ana Silva.';

describe('hearSpeakers()', () => {
  it.each([
    ['What did Lima say?', 1, LIMA],
    ['what has rui lima said about lifeboats', 1, LIMA],
    ["what's Lima saying about the lifeboat and the paint", 0.5, LIMA],
    ['What does Silva think about lifeboats?', 0, SILVA],
    ['Did Silva say anything about a bang?', 1, SILVA],
  ])('finds for "%s" a statement with %d of its topic', (question, topicHeld, place) => {
    expect(heardIn(question)).toContainEqual({ number: 2, topicHeld, places: [place] });
  });

  it.each([
    'Who said that a lifeboat was locked?',
    'What did Lima find?',
    'What did Pereira say about the lifeboat?',
    'What was said?',
    '',
  ])('finds nothing for "%s"', (question) => {
    expect(heardIn(question)).toEqual([]);
  });

  it('stays in the paragraph, whatever the text and the question', () => {
    const words = fc.constantFrom(
      'what',
      'did',
      'Lee',
      'Ann',
      'say',
      'said',
      '“It leaks',
      'dam.”',
      'about',
      '.',
      'he',
    );
    const text = fc
      .array(fc.oneof({ weight: 5, arbitrary: words }, fc.string({ unit: 'binary' })), { maxLength: 40 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, text, (question, body) => {
        const report = reportOf([body, `Ann Lee said that ${body}`]);
        const searched = report.paragraphs.map((paragraph) => ({ report, paragraph }));
        for (const [{ span }, { places, topicHeld }] of runSync(
          hearSpeakers(`what did Lee say ${question}`, searched, readStatements),
        )) {
          expect(topicHeld >= 0 && topicHeld <= 1).toBe(true);
          for (const { start, end } of places)
            expect(span.start <= start && start < end && end <= span.end).toBe(true);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
