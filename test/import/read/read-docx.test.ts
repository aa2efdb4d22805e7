import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readDocx } from '../../../src/import/read/read-docx.ts';
import { docxParts } from '../../support/docx-file.ts';

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
