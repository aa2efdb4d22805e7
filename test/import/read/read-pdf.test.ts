import { describe, expect, it } from 'vitest';
import { readSource } from '../../../src/import/read-article.ts';
import { createPdf, FI, type PrintedLine } from '../../support/pdf-file.ts';

async function read(pages: readonly (readonly PrintedLine[])[], keepAll = false) {
  const { blocks, removed } = await readSource({ format: 'pdf', bytes: createPdf(pages) }, { keepAll });
  return {
    texts: blocks.map(({ text }) => text),
    removed: removed.map(({ place, text, why }) => `${place}: ${text} (${why})`),
  };
}

/** Lines below each other, from `base` down; one that begins with a tab is indented. */
const column = (left: number, base: number, lines: readonly string[]): readonly PrintedLine[] =>
  lines.map((line, at) => ({
    text: line.trimStart(),
    size: 10,
    left: line.startsWith('\t') ? left + 15 : left,
    base: base - 12 * at,
    set: true,
  }));

/** Two columns of TeX: paragraphs begin with an indentation and nothing else, words break, "fi" is one letter. */
const LEFT = [
  'The harbour took in four hundred ships this year,',
  'which is the highest number since the of' + FI + 'ce began',
  'to count them, and the lines to other coun-',
  'tries alone brought ninety thousand people to it.',
  '\tUntil the end of the summer everybody spoke',
  'of nothing but the works on the outer wall. They',
];
const RIGHT = [
  'went on until May, when the money ended and the',
  'builders left. Nobody knows when they return.',
  '\tThe wall cost six million, one more than was',
  'planned, and a fund of the much-loved US-',
  'backed bank paid for half of it, as the of' + FI + 'cials say.',
  'No other bank did so.',
];
const PARAGRAPHS = [
  'The harbour took in four hundred ships this year, which is the highest number since the office began to count them, and the lines to other countries alone brought ninety thousand people to it.',
  'Until the end of the summer everybody spoke of nothing but the works on the outer wall. They went on until May, when the money ended and the builders left. Nobody knows when they return.',
  'The wall cost six million, one more than was planned, and a fund of the much-loved US-backed bank paid for half of it, as the officials say. No other bank did so.',
];
const HEAD = [
  { text: 'The year of the harbour and of all who work in it', size: 17, left: 110, base: 700, set: true },
  { text: 'Ana Reis', size: 10, left: 280, base: 670, set: true },
];
const [left, right] = [column(50, 640, LEFT), column(310, 640, RIGHT)];
const across = left.flatMap((line, at) => [line, ...right.slice(at, at + 1)]);

describe('readPdf()', () => {
  it.each([
    ['column by column', [...HEAD, ...left, ...right]],
    ['line by line across the page', [...HEAD, ...across]],
    ['from the bottom up', [...HEAD, ...left, ...right].toReversed()],
  ])('reads two columns in order, below a title that spans them, when they are drawn %s', async (_, page) => {
    const number = { text: '1', size: 10, left: 297, base: 30 };
    const { texts, removed } = await read([[...page, number]]);
    expect(texts).toEqual(['The year of the harbour and of all who work in it', 'Ana Reis', ...PARAGRAPHS]);
    expect(removed).toEqual([
      'page 1, line 9: 1 (a page number)',
      'page 1, line 5: coun-/tries (a hyphen at the end of a line)',
    ]);
  });

  it('reads each part of a page between what spans its columns', async () => {
    const heading = { text: 'What spans both columns stands between their parts', size: 14, base: 540 };
    const below = [
      ...column(50, 500, [
        'The keeper of the light',
        'wrote about the storm,',
        'and nobody read what',
        'he wrote until May.',
      ]),
      ...column(310, 500, [
        'Then a boat came round',
        'the western point, and',
        'the keeper of the light',
        'wept for nine weeks.',
      ]),
    ];
    const { texts } = await read([[...HEAD, ...across, heading, ...below]]);
    expect(texts.slice(2)).toEqual([
      ...PARAGRAPHS,
      'What spans both columns stands between their parts',
      'The keeper of the light wrote about the storm, and nobody read what he wrote until May.',
      'Then a boat came round the western point, and the keeper of the light wept for nine weeks.',
    ]);
  });

  it('leaves a table its rows', async () => {
    const rows = ['Wall', 'Pier', 'Light', 'Ferry', 'Inn'].flatMap((name, at) => [
      { text: name, base: 600 - 15 * at },
      { text: `${at + 1} million`, left: 300, base: 600 - 15 * at },
    ]);
    const { texts } = await read([rows]);
    expect(texts).toContain('Pier 2 million');
  });

  it('joins the paragraphs of an office program over lines and pages, and takes its heads and feet out', async () => {
    const page = (number: number, lines: readonly string[]): readonly PrintedLine[] => [
      { text: number % 2 === 0 ? 'The Harbour Office' : 'Annual report', size: 9, base: 770 },
      ...lines.flatMap((text, at) => (text === '' ? [] : [{ text, base: 700 - 14 * at }])),
      { text: `Page ${number} of 4`, size: 9, left: 270, base: 30 },
    ];
    const { texts, removed } = await read([
      page(1, [
        'The ferry Estrella sank off Corvo on Monday, the port authority said, and',
        'all forty people on board were brought ashore by the fishing boats of the',
        'island. Nobody was hurt.',
        '',
        'The captain, who had sailed for the company since its first year, told Jan',
      ]),
      page(2, ['Kok of the harbour office that the sea had been calm, and the ship sound.']),
      page(3, ['A line.']),
      page(4, ['Another line.']),
    ]);
    expect(texts).toEqual([
      'The ferry Estrella sank off Corvo on Monday, the port authority said, and all forty people on board were brought ashore by the fishing boats of the island. Nobody was hurt.',
      'The captain, who had sailed for the company since its first year, told Jan Kok of the harbour office that the sea had been calm, and the ship sound.',
      'A line.',
      'Another line.',
    ]);
    expect(removed.filter((line) => line.endsWith('(a running head)'))).toHaveLength(4);
    expect(removed.filter((line) => line.endsWith('(a page number)'))).toHaveLength(4);
  });

  it('takes out what stands across a page, and keeps it when all is kept', async () => {
    const page = [
      { text: 'DRAFT', size: 60, left: 150, base: 300, aslant: true },
      { text: 'The ferry sank off Corvo.', base: 600 },
    ];
    expect(await read([page])).toEqual({
      texts: ['The ferry sank off Corvo.'],
      removed: ['page 1, line 2: DRAFT (text across the page)'],
    });
    expect((await read([page], true)).texts.join()).toContain('DRAFT');
  });

  it.each([
    ['Chromium', ['11/29/26, 12:24 PM', 'Ferry sinks'], ['file:///home/ana/ferry.html', '1/1']],
    ['Firefox', ['Ferry sinks', 'https://news.example/ferry?id=1'], ['1 of 1', '29/11/2026, 12:24']],
    ['a German browser', ['29.11.26, 12:24', 'Ferry sinks'], ['https://news.example/', '1/1']],
  ])('takes out what %s prints around its only page', async (_, top, bottom) => {
    const edge = (texts: readonly string[], base: number) =>
      texts.map((text, at) => ({ text, size: 8, left: 24 + 350 * at, base }));
    const text = { text: 'The ferry sank off Corvo.', base: 600 };
    const { texts, removed } = await read([[text, ...edge(top, 770), ...edge(bottom, 20)]]);
    expect(texts).toEqual(['The ferry sank off Corvo.']);
    expect(removed.map((line) => line.replace(/^page 1, line \d: /u, ''))).toEqual(
      [...top, ...bottom].map((line) => `${line} (a line that a browser printed)`),
    );
  });

  it('keeps an address and a year at the edge of a page', async () => {
    const page = [
      { text: 'The ferry sank off Corvo, says the office at', base: 600 },
      { text: 'https://harbour.example/ferry', base: 586 },
    ];
    expect(await read([page])).toEqual({
      texts: ['The ferry sank off Corvo, says the office at https://harbour.example/ferry'],
      removed: [],
    });
  });
});
