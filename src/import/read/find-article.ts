import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, html, serialize } from 'parse5';
import type { ArticleMetadata } from '../raw-article.ts';
import { normaliseSpace } from '../../text/white-space.ts';
import { findDate } from '../boilerplate/find-date.ts';
import type { PageBlock } from './block-writer.ts';

export interface FoundArticle {
  /** The numbers of the blocks that belong to the article; undefined when Readability finds none on the page. */
  readonly parts: ReadonlySet<number> | undefined;
  readonly metadata: ArticleMetadata;
}

/** Readability throws away classes and styles, and keeps this. */
const MARK = 'data-pilcrow-block';
const MARKS = new RegExp(`${MARK}="(\\d+)"`, 'gu');

/**
 * Asks Readability which blocks of a page are its article. Each text is wrapped in an element that bears its block's
 * number, and the numbers are looked for in what Readability leaves. Changes `page`.
 */
export function findArticle(page: Tree.Document, blocks: readonly PageBlock[]): FoundArticle {
  for (const { number, nodes } of blocks) for (const node of nodes) wrap(node, number);
  const { document } = parseHTML(serialize(page));
  const found = new Readability(document, { keepClasses: false }).parse();
  if (found === null) return { parts: undefined, metadata: {} };
  const parts = new Set([...(found.content ?? '').matchAll(MARKS)].map((match) => Number(match[1])));
  const published = findDate(found.publishedTime ?? '');
  return {
    parts: parts.size > 0 ? parts : undefined,
    metadata: {
      ...value('title', found.title),
      ...value('author', found.byline?.replace(/^by\s+/iu, '')),
      ...value('publisher', found.siteName),
      ...value('language', found.lang),
      ...(published !== undefined && { published }),
    },
  };
}

function wrap(node: Tree.TextNode, number: number): void {
  const { parentNode } = node;
  if (parentNode === null) return;
  const span = defaultTreeAdapter.createElement('span', html.NS.HTML, [
    { name: MARK, value: String(number) },
  ]);
  defaultTreeAdapter.insertBefore(parentNode, span, node);
  defaultTreeAdapter.detachNode(node);
  defaultTreeAdapter.appendChild(span, node);
}

function value(key: keyof ArticleMetadata, text: string | null | undefined): ArticleMetadata {
  const line = normaliseSpace(text ?? '');
  return line === '' ? {} : { [key]: line };
}
