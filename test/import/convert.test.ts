import { deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { convert } from '../../src/import/convert.ts';
import { ImportError } from '../../src/import/raw-article.ts';
import { readArticle, readSource } from '../../src/import/read-article.ts';
import type { SourceFormat } from '../../src/import/source/source.ts';
import { createDocx, docxParts } from '../support/docx-file.ts';
import { createPdf } from '../support/pdf-file.ts';

const reading = { keepAll: false };
const SENTENCE = 'The ferry sank off Corvo on Monday, and nobody of the forty people on board was hurt.';

/** The refusal of a source, in words; fails when it is taken. */
async function refusal(read: Promise<object>): Promise<string> {
  const outcome = await read.then(
    (article) => new Error(`it gave ${JSON.stringify(article).slice(0, 200)}`),
    (error: unknown) => error,
  );
  if (outcome instanceof ImportError) return outcome.message;
  throw outcome;
}

/** An archive whose directory says that a part is smaller than it is. */
function lieAboutSize(archive: Uint8Array, actual: number, said: number): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  for (let at = 0; at + 4 <= archive.length; at += 1) {
    if (view.getUint32(at, true) === actual) view.setUint32(at, said, true);
  }
  return archive;
}

/** A small file whose one page has so many bytes of blanks to draw. */
function inflatingPdf(bytes: number): Uint8Array {
  const [before = '', after = ''] = Buffer.from(createPdf([[]]))
    .toString('latin1')
    .split(/<<\/Length 0>>stream\n\n/u);
  const blanks = deflateSync(Buffer.alloc(bytes, ' '));
  const head = `<</Length ${blanks.length}/Filter/FlateDecode>>stream\n`;
  return Buffer.concat([Buffer.from(before + head, 'latin1'), blanks, Buffer.from(`\n${after}`, 'latin1')]);
}

const loop = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj
trailer<</Root 1 0 R>>
`;
const encrypted = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj
5 0 obj<</Filter/Standard/V 1/R 2/P -4/O<${'11'.repeat(32)}>/U<${'22'.repeat(32)}>>>endobj
trailer<</Root 1 0 R/Encrypt 5 0 R/ID[<00><00>]>>
`;

describe('readSource()', () => {
  it.each<[string, SourceFormat, Uint8Array, string]>([
    [
      '10,000 nested tags',
      'html',
      strToU8(`${'<div>'.repeat(10_000)}${SENTENCE}`),
      'nests its elements more than 512 deep',
    ],
    ['a locked PDF', 'pdf', strToU8(encrypted), 'the PDF is locked with a password'],
    ['a PDF without text', 'pdf', createPdf([[]]), 'the PDF holds no text'],
    ['a PDF that is none', 'pdf', strToU8('Hello'), 'the PDF is broken'],
    ['a Word file that is none', 'docx', strToU8('Hello'), 'the Word file is broken'],
    [
      'a locked Word file',
      'docx',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]),
      'locked with a password',
    ],
    ['another archive', 'docx', zipSync({ 'a.txt': strToU8('Hello') }), 'it is not a Word file'],
    [
      'a zip bomb',
      'docx',
      zipSync({ ...docxParts([]), 'word/document.xml': new Uint8Array(40_000_000) }),
      "the Word file's text has more than 32 MiB when inflated",
    ],
    [
      'a zip bomb that lies about its size',
      'docx',
      lieAboutSize(
        zipSync({ ...docxParts([]), 'word/document.xml': strToU8('<a>'.repeat(1_234_567)) }),
        3_703_701,
        100,
      ),
      'the Word file is broken',
    ],
    [
      'an archive of many parts',
      'docx',
      zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`a${at}`, new Uint8Array()]))),
      'more than 2000 parts',
    ],
    [
      'a Word file of nested tables',
      'docx',
      createDocx([{ text: `</w:t>${'<w:t>'.repeat(20_000)}` }]),
      'the Word file',
    ],
    ['a text that is none', 'text', Uint8Array.from([0x41, 0, 0x42]), 'it holds NUL characters'],
    ['half a UTF-16 text', 'text', Uint8Array.from([0xff, 0xfe, 0x41]), 'the text is not UTF-16LE'],
  ])('refuses %s in words', async (_, format, bytes, message) => {
    expect(await refusal(readSource({ format, bytes }, reading))).toContain(message);
  });
});

describe('readArticle()', () => {
  it('refuses a text that no report can hold', async () => {
    const bytes = strToU8(`${`${SENTENCE} `.repeat(1000)}\n\n`.repeat(30));
    expect(await refusal(readArticle({ format: 'text', bytes }, reading))).toBe(
      'its text has more than 2 MiB, wanted a part of it',
    );
  });
});

describe('convert()', () => {
  it('reads a source in a process of its own', async () => {
    const bytes = createPdf([
      [
        { text: 'Ferry', size: 20, base: 700 },
        { text: SENTENCE, base: 600 },
      ],
    ]);
    const article = await convert({ format: 'pdf', bytes }, reading);
    expect(article).toMatchObject({ metadata: { title: 'Ferry' }, body: `\n\n${SENTENCE}\n` });
  });

  it('says what a reader stumbled over', async () => {
    const read = convert({ format: 'pdf', bytes: strToU8(loop) }, reading);
    expect(await refusal(read)).toBe('its reader failed: Pages tree contains circular reference.');
  });

  it.each<[string, SourceFormat, () => Uint8Array]>([
    ['a PDF whose page inflates to 200 MB', 'pdf', () => inflatingPdf(200_000_000)],
    ['a page of two million open elements', 'html', () => strToU8('<div>'.repeat(2_000_000))],
  ])(
    'ends the reader of %s, and nothing else',
    async (_, format, make) => {
      const read = convert({ format, bytes: make() }, reading, { time: 60_000, memory: 128 });
      expect(await refusal(read)).toBe('reading it takes more than 128 MiB of memory');
      const other = await convert({ format: 'text', bytes: strToU8(`Ferry\n\n${SENTENCE}`) }, reading);
      expect(other.body).toContain(SENTENCE);
    },
    120_000,
  );

  it('ends a reader that takes too long', async () => {
    const read = convert({ format: 'text', bytes: strToU8(SENTENCE) }, reading, { time: 1, memory: 256 });
    expect(await refusal(read)).toBe('reading it takes longer than 0.001 s');
  });
});
