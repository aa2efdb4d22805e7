import { parse } from 'parse5';
import { isTitle } from '../boilerplate/find-title.ts';
import type { RawArticle, Removal } from '../raw-article.ts';
import type { PageBlock } from './block-writer.ts';
import { decodeText } from './decode-text.ts';
import { findArticle } from './find-article.ts';
import { findHtmlCharset } from './html-charset.ts';
import { blocksOf } from './page-blocks.ts';
import { pageMetadata } from './page-metadata.ts';
import type { Reading } from './reading.ts';

/**
 * A web page. Readability says which of its texts belong to the article; the texts themselves are always taken from
 * the page, in its order, each with its line.
 */
export function readHtml(bytes: Uint8Array, { charset, keepAll }: Reading): RawArticle {
  const { text, notes } = decodeText(bytes, charset ?? findHtmlCharset(bytes));
  const page = parse(text, { sourceCodeLocationInfo: true });
  const blocks = blocksOf(page);
  const article = findArticle(page, blocks);
  const metadata = { ...article.metadata, ...pageMetadata(page, article.metadata) };
  const all = blocks.map(({ block }) => block);
  if (keepAll || article.parts === undefined) {
    const note = keepAll ? [] : ['no article was found on the page, so that all of its text was taken'];
    return { blocks: all, metadata, removed: [], notes: [...notes, ...note] };
  }
  const { parts } = article;
  return {
    blocks: blocks.filter((each) => parts.has(each.number)).map(({ block }) => block),
    metadata,
    removed: blocks.filter((each) => !parts.has(each.number)).map((each) => removal(each, metadata.title)),
    notes,
  };
}

const removal = ({ block: { place, text } }: PageBlock, title: string | undefined): Removal => ({
  place,
  text,
  why: title !== undefined && isTitle(text, title) ? 'the title' : 'outside the article',
});
