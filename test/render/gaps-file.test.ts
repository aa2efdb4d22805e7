import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, renderGapsFile } from '../../src/render/gaps-file.ts';
import { textDisplay } from '../../src/render/reply.ts';
import type { Gap } from '../../src/store/store.ts';
import { runSync } from '../../src/text/cooperative-task.ts';
import { hostile } from '../support/hostile-text.ts';

/** A cell of RFC 4180, quoted or not, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/uy;

function parseCsv(text: string): readonly string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (CELL.lastIndex = 0; CELL.lastIndex < text.length;) {
    const at = CELL.lastIndex;
    const [, quoted, plain, end] = CELL.exec(text) ?? [];
    if (end === undefined) throw new Error(`no cell ends behind ${JSON.stringify(text.slice(at, at + 20))}`);
    line.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === ',') continue;
    lines.push(line);
    line = [];
  }
  return lines;
}

const isFormula = (text: string): boolean => /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(text);
/** As whoever reads the file by program gets a text back. */
const unguarded = (cell: string): string =>
  /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/u.test(cell) ? cell.slice(1) : cell;

const signs = ['=', '+', '-', '@', "'", '"', ',', '\r', '\n', '\t', '\uFF1D', ' ', 'a', '1'];
const cell = fc.oneof(hostile, fc.string({ unit: fc.constantFrom(...signs) }));
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 4 });

describe('csvLine()', () => {
  it('gives a plain parser every text back, and a spreadsheet no formula', () => {
    fc.assert(
      fc.property(table, (lines) => {
        const parsed = parseCsv(lines.map(csvLine).join(''));
        expect(parsed.flat().filter(isFormula)).toEqual([]);
        expect(parsed.map((line) => line.map(unguarded))).toEqual(lines);
      }),
    );
  });

  it.each([
    ['plain text', ['Who sank?', 3], 'Who sank?,3\r\n'],
    ['commas, quotes and line breaks', ['a,b', 'say "x"', 'a\nb'], '"a,b","say ""x""","a\nb"\r\n'],
    ['formulas', ['=HYPERLINK("x")', '-1', '+1', '@A1'], `"'=HYPERLINK(""x"")",'-1,'+1,'@A1\r\n`],
    ['a text that looks guarded', ["'=1"], "''=1\r\n"],
    ['a number below zero, which is no formula', [-3], '-3\r\n'],
  ])('writes %s', (_, cells, line) => expect(csvLine(cells)).toBe(line));
});

const [FIRST, LAST] = [Date.UTC(2026, 7, 1, 14, 5, 59), Date.UTC(2026, 7, 3)];
const TIMES = ['2026-08-01 14:05', '2026-08-03 00:00'];
const asked = (question: string): Gap => ({
  kind: 'unanswered',
  question,
  count: 2,
  first: FIRST,
  last: LAST,
  seen: false,
});
const wrong: Gap = {
  ...asked('Wer ertrank?'),
  kind: 'wrong passage',
  passage: { report: 'ferry', paragraph: 3 },
  seen: true,
};
const fileOf = (gaps: readonly Gap[], locale = 'en-US', most?: number) => {
  const { components, files = [] } = runSync(renderGapsFile(gaps, locale, most));
  return { said: components[0], text: files[0]?.text ?? '' };
};

describe('renderGapsFile()', () => {
  it('has a line for each gap, under names of the columns that the reader knows', () => {
    const { said, text } = fileOf([asked('Where did she sink?'), wrong], 'de');
    expect(said).toEqual(textDisplay('**2 Einträge** stehen in der Datei, die häufigsten zuerst.'));
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [columns, ...lines] = parseCsv(text.slice(1));
    expect(columns?.join(' ')).toBe(
      'Frage Als falsch markierte Stelle Anzahl Zuerst (UTC) Zuletzt (UTC) Gesehen',
    );
    expect(lines).toEqual([
      ['Where did she sink?', '', '2', ...TIMES, ''],
      ['Wer ertrank?', 'ferry ¶ 3', '2', ...TIMES, 'gesehen'],
    ]);
  });

  it('says how many do not fit', () => {
    const gaps = Array.from({ length: 30 }, (_, at) => asked(`Question ${at} \u{1F6A2}?`));
    const { said, text } = fileOf(gaps, 'en-US', 1000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000);
    const held = parseCsv(text.slice(1)).length - 1;
    expect(held).toBeGreaterThan(5);
    expect(JSON.stringify(said)).toContain(`${30 - held} entries less frequent than these do not fit`);
  });

  it('says that there are none', () => {
    expect(JSON.stringify(fileOf([]).said)).toContain('**No gaps.**');
  });
});
