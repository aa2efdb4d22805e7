import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { findDate } from '../boilerplate/find-date.ts';
import type { ArticleMetadata } from '../raw-article.ts';
import { normaliseSpace } from '../../text/white-space.ts';

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

/** What a page's head says that Readability does not look for. `known` is what it found, and goes first. */
export function pageMetadata(page: Tree.Document, known: ArticleMetadata): ArticleMetadata {
  const elements = [...elementsOf(page)];
  const meta = (name: string): string | undefined => {
    const found = elements.find(
      (each) =>
        each.tagName === 'meta' &&
        ['name', 'property', 'itemprop'].some((key) => attribute(each, key)?.toLowerCase() === name),
    );
    return found === undefined ? undefined : attribute(found, 'content');
  };
  const link = (rel: string): string | undefined => {
    const found = elements.find(
      (each) =>
        (each.tagName === 'link' || each.tagName === 'a') &&
        attribute(each, 'rel')?.toLowerCase().split(/\s+/u).includes(rel),
    );
    return found === undefined ? undefined : attribute(found, 'href');
  };
  const html = elements.find(({ tagName }) => tagName === 'html');
  const title = elements.find(({ tagName }) => tagName === 'title')?.childNodes[0];
  const time = elements.find((each) => each.tagName === 'time' && attribute(each, 'datetime') !== undefined);
  const language = [
    known.language,
    html && attribute(html, 'lang'),
    meta('og:locale')?.replace('_', '-'),
  ].find((tag) => tag !== undefined && LANGUAGE.test(tag));
  const published =
    known.published ??
    DATES.map((name) => findDate(meta(name) ?? '')).find((date) => date !== undefined) ??
    findDate((time && attribute(time, 'datetime')) ?? '');
  const url = [link('canonical'), meta('og:url')].find((each) => each !== undefined && isWebAddress(each));
  return {
    ...line(
      'title',
      known.title ?? meta('og:title') ?? (title && 'value' in title ? title.value : undefined),
    ),
    ...line('publisher', known.publisher ?? meta('og:site_name') ?? meta('dc.publisher')),
    ...line('author', known.author ?? meta('author') ?? meta('dc.creator')),
    ...line('licence', meta('dc.rights') ?? meta('dcterms.license') ?? link('license')),
    ...line('language', language),
    ...line('published', published),
    ...line('url', url),
  };
}

/** Without recursion: a page may be nested as deep as it likes here. */
function* elementsOf(page: Tree.Document): Generator<Tree.Element> {
  const stack: Tree.ChildNode[] = page.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('tagName' in node)) continue;
    yield node;
    for (const child of node.childNodes.toReversed()) stack.push(child);
  }
}

const attribute = ({ attrs }: Tree.Element, name: string): string | undefined =>
  attrs.find((each) => each.name === name)?.value;

const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/iu.test(text) && URL.canParse(text);

function line(key: keyof ArticleMetadata, text: string | undefined): ArticleMetadata {
  const shown = normaliseSpace(text ?? '');
  return shown === '' ? {} : { [key]: shown };
}
