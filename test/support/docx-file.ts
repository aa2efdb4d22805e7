import { strToU8, zipSync } from 'fflate';

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** A paragraph of a Word file. `text` is not escaped, so that it can be XML; `style` is the name of a style. */
export interface WordParagraph {
  readonly text: string;
  readonly style?: string;
}

/** The parts of a Word file of these paragraphs. `core` is the inside of its properties. */
export function docxParts(paragraphs: readonly WordParagraph[], core = ''): Record<string, Uint8Array> {
  const styles = [...new Set(paragraphs.flatMap(({ style }) => (style === undefined ? [] : [style])))];
  const body = paragraphs.map(
    ({ text, style }) =>
      `<w:p>${style === undefined ? '' : `<w:pPr><w:pStyle w:val="${styles.indexOf(style)}"/></w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
  );
  const parts = {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="${RELATIONS}"><Relationship Id="b" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles xmlns:w="${WORD}">${styles.map((name, id) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`).join('')}</w:styles>`,
    'word/document.xml': `<w:document xmlns:w="${WORD}"><w:body>${body.join('')}</w:body></w:document>`,
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="a" xmlns:dc="b" xmlns:dcterms="c">${core}</cp:coreProperties>`,
  };
  return Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)]));
}

export const createDocx = (...of: Parameters<typeof docxParts>): Uint8Array => zipSync(docxParts(...of));
