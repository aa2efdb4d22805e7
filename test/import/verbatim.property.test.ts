import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport } from '../../src/corpus/parse-report.ts';
import { removeBoilerplate } from '../../src/import/boilerplate/remove-boilerplate.ts';
import type { RawArticle } from '../../src/import/raw-article.ts';
import { readSource } from '../../src/import/read-article.ts';
import type { SourceFormat } from '../../src/import/source/source.ts';
import { normaliseSpace } from '../../src/text/white-space.ts';
import { bodyOf, reportText } from '../../src/import/report-file.ts';
import { createDocx } from '../support/docx-file.ts';
import { hostile } from '../support/hostile-text.ts';
import { runs } from '../property-runs.ts';

/** Parted behind hyphens too: a compound that a line's end broke is one word again. */
const words = (text: string): readonly string[] =>
  normaliseSpace(text.replaceAll('-', '- ')).split(' ').filter(Boolean);

/** The first word of `some` that does not occur in `all` after the ones before it. */
function findWordOutOfOrder(some: readonly string[], all: readonly string[]): string | undefined {
  let at = 0;
  return some.find((word) => {
    at = all.indexOf(word, at) + 1;
    return at === 0;
  });
}

const boilerplate = fc.constantFrom(
  'Share',
  'Advertisement',
  'Read also: a headline',
  '3 comments',
  'By Ana Reis',
  '30 June 2016',
  '---',
  '# 5',
  'Stay on topic – be kind.',
  'The ferry sank off Corvo on Monday, and nobody of the forty people on board was hurt.',
);
/** Lines as people paste them: prose, boilerplate, hostile text, blank lines. */
const pasted = fc
  .array(fc.oneof(boilerplate, hostile, fc.lorem({ maxCount: 30 }), fc.constant('')), {
    minLength: 1,
    maxLength: 12,
  })
  .map((lines) => lines.join('\n').replaceAll('\0', ''));

const text = ({ blocks }: Pick<RawArticle, 'blocks'>): string => blocks.map((block) => block.text).join('\n');

const escapeHtml = (line: string): string =>
  line
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[^\P{Cc}\t\n]/gu, '');

/** How a text becomes a source of a format. */
const SOURCES: readonly (readonly [SourceFormat, (text: string) => Uint8Array])[] = [
  ['text', (source) => Buffer.from(source)],
  [
    'html',
    (source) =>
      Buffer.from(
        `<meta charset=utf-8><body><main>${source
          .split('\n')
          .map((line) => `<p>${escapeHtml(line)}</p>`)
          .join('\n')}</main>`,
      ),
  ],
  ['docx', (source) => createDocx(source.split('\n').map((line) => ({ text: escapeHtml(line) })))],
];

describe.each(SOURCES)('an imported %s', (format, encode) => {
  it('holds words of the source only, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(pasted, async (source) => {
        const reading = { keepAll: false };
        const article = removeBoilerplate(
          await readSource({ format, bytes: encode(source) }, reading),
          reading,
        );
        // A hyphen at a line's end is the one sign that may go, and is listed.
        fc.pre(!article.removed.some(({ why }) => why.startsWith('a hyphen')));
        expect(findWordOutOfOrder(words(text(article)), words(source.replaceAll('\n', ' ')))).toBeUndefined();
      }),
      { numRuns: runs(format === 'text' ? 300 : 40) },
    );
  });

  it('lists every line that it lost', async () => {
    await fc.assert(
      fc.asyncProperty(pasted, async (source) => {
        const article = removeBoilerplate(
          await readSource({ format, bytes: encode(source) }, { keepAll: false }),
          {
            keepAll: false,
          },
        );
        const lost = article.removed
          .map((removal) => removal.text)
          .join(' ')
          .replaceAll('-/', '- ');
        const all = words(`${text(article)} ${lost}`).toSorted();
        fc.pre(!article.removed.some(({ why }) => why.startsWith('a hyphen')));
        expect(all).toEqual(words(source.replaceAll('\n', ' ')).toSorted());
      }),
      { numRuns: runs(format === 'text' ? 300 : 40) },
    );
  });
});

describe('reportText()', () => {
  const block = fc.record(
    {
      place: fc.constant('line 1'),
      text: hostile.map(normaliseSpace).filter((line) => line !== ''),
      paragraph: fc.nat(2),
    },
    { requiredKeys: ['place', 'text'] },
  );
  const line = hostile.map((each) => normaliseSpace(each)).filter((each) => /[a-z]/u.test(each));

  it('is read back as the same title and the same words, whatever signs are in them', () => {
    fc.assert(
      fc.property(line, fc.array(block, { minLength: 1, maxLength: 6 }), (title, blocks) => {
        fc.pre(blocks.some((each) => /\w/u.test(each.text)));
        const parsed = parseReport(
          { id: 'a', file: 'a.md' },
          Buffer.from(reportText({ title }, bodyOf(blocks))),
        );
        if (parsed.kind === 'faulty') throw new Error(parsed.faults.map(({ message }) => message).join('; '));
        expect(parsed.report.title).toBe(title);
        const read = parsed.report.paragraphs.map(({ span }) =>
          parsed.report.body.slice(span.start, span.end),
        );
        const visible = blocks.filter((each) => /[^\s\p{Default_Ignorable_Code_Point}]/u.test(each.text));
        expect(words(read.join('\n'))).toEqual(words(visible.map((each) => each.text).join('\n')));
      }),
    );
  });
});
