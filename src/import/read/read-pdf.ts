import { findDate } from '../boilerplate/find-date.ts';
import type { ArticleMetadata, RawArticle } from '../raw-article.ts';
import { hyphenRemovals } from './hyphen-removals.ts';
import { joinLines } from './join-lines.ts';
import { lineBlocks } from './line-blocks.ts';
import { removePageFurniture } from './page-furniture.ts';
import { pdfLines } from './pdf-lines.ts';
import { openPdf, type PdfPages } from './pdf-pages.ts';
import type { Reading } from './reading.ts';

/** What programs write where no person gave a title. */
const NO_TITLE =
  /^$|^microsoft word\b|^untitled|^document ?\d*$|\.(?:docx?|pdf|indd|odt|rtf|pages|tex|txt)$/iu;
const PDF_DATE = /^(?:D:)?(\d{4})(\d{2})(\d{2})/u;

/** The text of a PDF, as lines of print: paragraphs are joined again, page numbers and running heads go. */
export async function readPdf(bytes: Uint8Array, { keepAll }: Reading): Promise<RawArticle> {
  const pdf = await openPdf(bytes);
  const { pages, removed } = keepAll ? { pages: pdf.pages, removed: [] } : removePageFurniture(pdf.pages);
  const joined = joinLines(pdfLines(pages), keepAll ? 'never' : 'always');
  const { info } = pdf;
  const created = findDate(info.CreationDate.replace(PDF_DATE, '$1-$2-$3'));
  return {
    blocks: lineBlocks(joined.lines),
    metadata: metadataOf(pdf),
    properties: {
      ...(info.Author !== '' && { author: info.Author }),
      ...(created !== undefined && { published: created }),
    },
    removed: [...removed, ...hyphenRemovals(joined.hyphens)],
    notes: [],
  };
}

function metadataOf({ info, language }: PdfPages): ArticleMetadata {
  return {
    ...(!NO_TITLE.test(info.Title) && { title: info.Title }),
    ...(language !== '' && { language }),
  };
}
