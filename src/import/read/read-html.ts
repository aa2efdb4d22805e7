import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { type DefaultTreeAdapterTypes as Tree, defaultTreeAdapter, html, parse, serialize } from 'parse5';
import { findByline, isTitle } from '../boilerplate/classify-line.ts';
import { findDate } from '../boilerplate/find-date.ts';
import {
  type ArticleMetadata,
  type Block,
  metadataOf,
  noteOnText,
  type RawArticle,
  type Reading,
} from '../raw-article.ts';
import type { Source } from '../source/source.ts';
import { decodeText, findHtmlCharset } from './decode-text.ts';
import { blocksOf } from './page-blocks.ts';
import { findPageParts } from './page-parts.ts';

/** Readability throws away classes and styles, and keeps this. */
const MARK = 'data-pilcrow-block';
const MARKS = new RegExp(`${MARK}="(\\d+)"`, 'gu');

/**
 * A web page. Readability says which of its texts belong to the article; the texts themselves are always taken from
 * the page, in its order, each with its line. To tell which is which, each text is wrapped in an element with the
 * number of its block, and the numbers are looked for in what Readability leaves.
 */
export function readHtml({ bytes, charset }: Source, { keepAll }: Reading): RawArticle {
  const { text, notes } = decodeText(bytes, charset ?? findHtmlCharset(bytes));
  const page = parse(text, { sourceCodeLocationInfo: true });
  const blocks = blocksOf(page);
  for (const [number, { nodes }] of blocks.entries()) for (const node of nodes) wrap(node, number);
  const { document } = parseHTML(serialize(page));
  // Before Readability, which changes the document.
  const head = pageMetadata(document);
  const article = new Readability(document, { keepClasses: false }).parse();
  const metadata = {
    ...metadataOf({ language: article?.lang }),
    ...head,
    ...metadataOf({
      title: article?.title,
      author: article?.byline?.replace(/^by\s+/iu, ''),
      publisher: article?.siteName,
      published: findDate(article?.publishedTime ?? ''),
    }),
  };
  const inside = new Set([...(article?.content ?? '').matchAll(MARKS)].map((match) => Number(match[1])));
  const all = blocks.map(({ block }) => block);
  if (keepAll) return { blocks: all, metadata, removed: [], notes };
  const around = findPageParts(blocks);
  const { title } = metadata;
  const first = all.findIndex((_, number) => inside.has(number) && !around.has(number));
  const findReason = ({ text }: Block, number: number): string | undefined => {
    if (around.has(number)) return around.get(number);
    if (inside.size === 0 || inside.has(number)) return undefined;
    if (number < first && number >= first - ABOVE && findByline(text) !== undefined) return undefined;
    return title !== undefined && isTitle(text, title) ? 'the title' : 'outside the article';
  };
  const reasons = all.map(findReason);
  return {
    blocks: all.filter((_, number) => reasons[number] === undefined),
    metadata,
    removed: all.flatMap(({ place, text }, number) => {
      const why = reasons[number];
      return why === undefined ? [] : [{ place, text, why }];
    }),
    notes: inside.size > 0 ? notes : [...notes, NO_ARTICLE],
  };
}

/** Who wrote an article may stand so many blocks above it, outside of its element. */
const ABOVE = 6;

const NO_ARTICLE = noteOnText('no article was found on the page, so that its whole text was taken');

function wrap(node: Tree.TextNode, number: number): void {
  const { parentNode } = node;
  // A title within the body holds text only: an element in it would be read as a part of the title.
  if (parentNode === null || parentNode.nodeName === 'title') return;
  const span = defaultTreeAdapter.createElement('span', html.NS.HTML, [
    { name: MARK, value: String(number) },
  ]);
  defaultTreeAdapter.insertBefore(parentNode, span, node);
  defaultTreeAdapter.detachNode(node);
  defaultTreeAdapter.appendChild(span, node);
}

/** The names of `meta` elements that give a date of publication, most certain first. */
const DATES = [
  'article:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.issued',
  'pubdate',
  'publish-date',
  'sailthru.date',
];
const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu;

/** As much of a document as its metadata need. */
interface Queryable {
  querySelector(
    selector: string,
  ): { readonly textContent: string | null; getAttribute(name: string): string | null } | null;
}

/** What a page's head says. */
function pageMetadata(document: Queryable): ArticleMetadata {
  const attribute = (selector: string, name: string): string | undefined =>
    document.querySelector(selector)?.getAttribute(name) ?? undefined;
  const meta = (name: string): string | undefined =>
    attribute(`meta[name="${name}" i], meta[property="${name}" i], meta[itemprop="${name}" i]`, 'content');
  const link = (rel: string): string | undefined =>
    attribute(`link[rel~="${rel}" i], a[rel~="${rel}" i]`, 'href');
  const languages = [attribute('html', 'lang'), meta('og:locale')?.replace('_', '-')];
  const dates = [...DATES.map(meta), attribute('time[datetime]', 'datetime')];
  return metadataOf({
    title: meta('og:title') ?? document.querySelector('title')?.textContent,
    publisher: meta('og:site_name') ?? meta('dc.publisher'),
    author: meta('author') ?? meta('dc.creator'),
    licence: meta('dc.rights') ?? meta('dcterms.license') ?? link('license'),
    language: languages.find((tag) => LANGUAGE.test(tag ?? '')),
    published: dates.map((date) => findDate(date ?? '')).find((date) => date !== undefined),
    url: [link('canonical'), meta('og:url')].find(isWebAddress),
  });
}

const isWebAddress = (text = ''): boolean => /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text);
