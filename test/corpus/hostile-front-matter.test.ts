import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { parseReport } from '../../src/corpus/parse-report.ts';
import { REPORT_KEYS } from '../../src/corpus/report-schema.ts';
import { hostile } from '../support/hostile-text.ts';
import { runs } from '../property-runs.ts';

const name = { id: 'ferry', file: 'data/ferry.md' };
const parse = (text: string) => parseReport(name, Buffer.from(text));

const value = fc.oneof(
  hostile,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '2016-07-01',
    'https://news.example/ferry',
    'javascript:alert(1)',
    'en',
    'de-CH',
    '../../etc/passwd',
  ),
  fc.array(hostile, { maxLength: 3 }),
  fc.jsonValue(),
);
const keys = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...REPORT_KEYS) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', 'Title', 'tite', '<<') },
);
const entries = fc.uniqueArray(fc.tuple(keys, value), { selector: ([key]) => key, maxLength: 8 });

/** YAML written by a machine, and by a person who does not quote. */
const frontMatter = fc.oneof(
  entries.map((all) => all.map((each) => stringify(Object.fromEntries([each]))).join('')),
  entries.map((all) =>
    all.map(([key, each]) => `${key}: ${typeof each === 'string' ? each : JSON.stringify(each)}\n`).join(''),
  ),
  fc
    .array(
      fc.constantFrom(
        'a: &a [*a]',
        '- x',
        '? y',
        '!!js/function x',
        '&x',
        '*x',
        '---',
        '...',
        '\t',
        '"',
        '{',
      ),
    )
    .map((all) => `${all.join('\n')}\n`),
);

describe('front matter of any kind', () => {
  it('makes a report, or faults that name a line of the file', () => {
    fc.assert(
      fc.property(frontMatter, hostile, (head, body) => {
        const text = `---\ntitle: x\n${head}---\n\nStart. ${body}\n`;
        const parsed = parse(text);
        const faults = parsed.kind === 'faulty' ? parsed.faults : [];
        expect(faults.length > 0).toBe(parsed.kind === 'faulty');
        const lines = text.split('\n').length;
        expect(faults.filter(({ file, line = 0 }) => file !== name.file || line < 1 || line > lines)).toEqual(
          [],
        );
        const { url = 'https://', body: kept } = parsed.kind === 'report' ? parsed.report : { body: '' };
        expect(url).toMatch(/^https?:\/\//iu);
        expect(text.endsWith(kept)).toBe(true);
      }),
      { numRuns: runs(500) },
    );
  });

  it('keeps a title as it was written', () => {
    const title = fc
      .string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 80 })
      .filter((text) => text.trim() !== '');
    fc.assert(
      fc.property(title, (each) => {
        const parsed = parse(`---\n${stringify({ title: each })}---\n\nText.\n`);
        expect(parsed).toMatchObject({ kind: 'report', report: { title: each.trim() } });
      }),
    );
  });

  it('never reaches into the prototype of anything', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    parse(
      '---\ntitle: x\n__proto__:\n  polluted: 1\nconstructor:\n  prototype:\n    polluted: 1\n---\n\nText.\n',
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect({}).not.toHaveProperty('polluted');
  });
});
