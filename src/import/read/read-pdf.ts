import { getDocumentProxy } from 'unpdf';
import { normaliseSpace } from '../../text/white-space.ts';
import { findDate } from '../boilerplate/find-date.ts';
import { ImportError, metadataOf, type RawArticle, type Reading, type Removal } from '../raw-article.ts';
import type { Source } from '../source/source.ts';
import { brokenInPrint, loadKnownWords, neverBroken } from './hyphens.ts';
import { blocksOfLines } from './join-lines.ts';
import { removePageFurniture } from './page-furniture.ts';
import { pdfLines } from './pdf-lines.ts';
import { type PdfPage, type PrintedLine, printedLines } from './printed-lines.ts';
import { inReadingOrder } from './reading-order.ts';

/** What programs write where no person gave a title. */
const NO_TITLE = /^microsoft word\b|^untitled|^document ?\d*$|\.(?:docx?|pdf|indd|odt|rtf|pages|tex|txt)$/iu;
const PDF_DATE = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u;

/** The text of a PDF: columns are read in order, paragraphs are joined again, page numbers and running heads go. */
export async function readPdf({ bytes }: Source, { keepAll }: Reading): Promise<RawArticle> {
  const pdf = await open(bytes);
  const pages = await readPages(pdf);
  if (pages.every((lines) => lines.length === 0))
    throw new ImportError(
      'the PDF holds no text, only pictures perhaps; run a text recognition over it first',
    );
  const furniture: Removal[] = [];
  const bare = keepAll ? pages : removePageFurniture(pages, furniture);
  const { blocks, removed } = blocksOfLines(
    pdfLines(bare.map(inReadingOrder)),
    keepAll ? neverBroken : brokenInPrint(await loadKnownWords()),
  );
  const { info } = await pdf.getMetadata();
  const facts = new Map<string, unknown>(Object.entries(info));
  const fact = (key: string): string => {
    const value = facts.get(key);
    return typeof value === 'string' ? normaliseSpace(value) : '';
  };
  const title = fact('Title');
  return {
    blocks,
    metadata: metadataOf({
      title: NO_TITLE.test(title) ? undefined : title,
      language: fact('Language'),
    }),
    properties: metadataOf({
      author: fact('Author'),
      published: findDate(fact('CreationDate').replace(PDF_DATE, '$1-$2-$3')),
    }),
    removed: [...furniture, ...removed],
    notes: [],
  };
}

/** One after the other, because a page's fonts and pictures are held until it is cleaned up. */
async function readPages(pdf: {
  readonly numPages: number;
  getPage(number: number): Promise<PdfPage>;
}): Promise<readonly (readonly PrintedLine[])[]> {
  const pages: (readonly PrintedLine[])[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    pages.push(await printedLines(page, number));
    page.cleanup();
  }
  return pages;
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new ImportError(
      name === 'PasswordException'
        ? 'the PDF is locked with a password; save it without one'
        : 'the PDF is broken',
    );
  }
}
