import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readDocx } from '../../../src/import/read/read-docx.ts';
import { createDocx, docxParts } from '../../support/docx-file.ts';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

it('readDocx() puts notes at the end, without the numbers that no person wrote', async () => {
  const note = '</w:t></w:r><w:r><w:footnoteReference w:id="7"/></w:r><w:r><w:t xml:space="preserve">';
  const bytes = zipSync({
    ...docxParts([{ text: `The ferry${note} sank [1] off Corvo.` }]),
    'word/footnotes.xml': strToU8(
      `<w:footnotes xmlns:w="${WORD}"><w:footnote w:id="7"><w:p><w:r><w:t>The Estrella.</w:t></w:r></w:p></w:footnote></w:footnotes>`,
    ),
  });
  const { blocks } = await readDocx(bytes);
  expect(blocks.map(({ text }) => text)).toEqual(['The ferry sank [1] off Corvo.', 'The Estrella.']);
});

describe('the date of a Word file', () => {
  const read = (created: string, modified?: string, creator = 'Ana Reis') =>
    readDocx(
      createDocx(
        [{ text: 'The ferry sank.' }],
        `<dc:creator>${creator}</dc:creator><dcterms:created>${created}</dcterms:created>` +
          (modified === undefined ? '' : `<dcterms:modified>${modified}</dcterms:modified>`),
      ),
    );

  it.each([
    ['alone', '2018-03-04T05:06:07Z', undefined],
    ['with a change some weeks later', '2018-03-04T05:06:07Z', '2018-04-01T05:06:07Z'],
  ])('is that of its making, %s', async (_, created, modified) => {
    expect(await read(created, modified)).toMatchObject({
      properties: { author: 'Ana Reis', published: '2018-03-04' },
      notes: [],
    });
  });

  it.each([
    [
      'a template that a program brings',
      '2013-12-23T23:15:00Z',
      '2013-12-23T23:15:00Z',
      '2013-12-23, which is the date of an empty template',
    ],
    [
      'such a template, changed',
      '2013-12-23T23:15:00Z',
      '2018-03-04T05:06:07Z',
      '2013-12-23 and last changed on 2018-03-04, which is the date of an empty template',
    ],
    [
      'a file long before it was changed',
      '2010-01-05T00:00:00Z',
      '2018-03-04T05:06:07Z',
      '2010-01-05 and last changed on 2018-03-04, long after',
    ],
    [
      'a clock that was never set',
      '1980-01-01T00:00:00Z',
      undefined,
      '1980-01-01, which is earlier than any Word file',
    ],
  ])('is not that of %s, and a note says so', async (_, created, modified, said) => {
    const { properties, notes } = await read(created, modified);
    expect(properties).toEqual({ author: 'Ana Reis' });
    expect(notes).toMatchObject([{ kind: 'doubtful', field: 'published' }]);
    expect(notes[0]?.text).toContain(said);
  });

  it('is not known without one, and a program is no author', async () => {
    const { properties, notes } = await read('', undefined, 'python-docx');
    expect({ properties, notes }).toEqual({ properties: {}, notes: [] });
  });
});
