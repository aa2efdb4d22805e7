import { extractTextItems, getDocumentProxy } from 'unpdf';
import { normaliseSpace } from '../../text/white-space.ts';
import { findDate } from '../boilerplate/find-date.ts';
import { ImportError, metadataOf, type RawArticle, type Reading, type Removal } from '../raw-article.ts';
import type { Source } from '../source/source.ts';
import { blocksOfLines } from './join-lines.ts';
import { pdfLines, printedLines, type PdfLine } from './pdf-lines.ts';

/** What programs write where no person gave a title. */
const NO_TITLE = /^microsoft word\b|^untitled|^document ?\d*$|\.(?:docx?|pdf|indd|odt|rtf|pages|tex|txt)$/iu;
const PDF_DATE = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u;

/** The text of a PDF, as printed lines: paragraphs are joined again, page numbers and running heads go. */
export async function readPdf({ bytes }: Source, { keepAll }: Reading): Promise<RawArticle> {
  const pdf = await open(bytes);
  const { items } = await extractTextItems(pdf);
  const pages = items.map((each, index) => printedLines(each, index + 1));
  if (pages.every((lines) => lines.length === 0))
    throw new ImportError(
      'the PDF holds no text, only pictures perhaps; run a text recognition over it first',
    );
  const furniture: Removal[] = [];
  const bare = keepAll ? pages : removePageFurniture(pages, furniture);
  const { blocks, removed } = blocksOfLines(pdfLines(bare), keepAll ? 'never' : 'always');
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

/** So many lines at the top and at the foot of a page may be furniture. */
const EDGE_LINES = 2;
/** A line at the edge of so many pages is a running head; of two pages, when there are no more. */
const REPEATED = 3;
const PAGE_NUMBER =
  /^(?:(?:page|seite|página|p\.|s\.) ?)?[-–—]? ?\d{1,4} ?[-–—]?(?: ?(?:of|von|de|sur|\/) ?\d{1,4})?$/iu;

/** The pages without page numbers, running heads and running feet, which are added to `removed`. */
function removePageFurniture(
  pages: readonly (readonly PdfLine[])[],
  removed: Removal[],
): readonly (readonly PdfLine[])[] {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const keys = new Set(lines.filter((_, at) => isEdge(at, lines.length)).map(keyOf));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const enough = Math.max(2, Math.min(REPEATED, pages.length));
  const findReason = (line: PdfLine): string | undefined => {
    if (PAGE_NUMBER.test(line.text)) return 'a page number';
    return (counts.get(keyOf(line)) ?? 0) >= enough ? 'a running head' : undefined;
  };
  return pages.map((lines) =>
    lines.filter((line, at) => {
      const why = isEdge(at, lines.length) ? findReason(line) : undefined;
      if (why !== undefined) removed.push({ place: line.place, text: line.text, why });
      return why === undefined;
    }),
  );
}

const isEdge = (at: number, lines: number): boolean => at < EDGE_LINES || at >= lines - EDGE_LINES;

/** Running heads differ in the page number only, and a title in large letters is none. */
const keyOf = ({ text, size, base }: PdfLine): string =>
  `${Math.round(size)} ${Math.round(base / 10)} ${text.replaceAll(/\d+/gu, '#')}`;
