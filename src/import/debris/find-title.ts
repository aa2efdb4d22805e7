import type { Block, RawArticle } from '../raw-article.ts';
import { findDebrisRule } from './debris-rules.ts';
import { isDateLine } from './find-date.ts';
import { endsSentence, isProse } from './prose.ts';

/** No headline is longer. In characters. */
const MOST = 250;
/** Before the name of the site. */
const SITE_FOLLOWS = /^\s*[|·•»:–—-]\s/u;
/** A sign that a line of a text is a sentence and no headline. */
const SENTENCE_WORDS = 30;

/** Whether a line of an article is its title, whatever its capital letters and white space. */
export const isTitle = (text: string, title: string): boolean => fold(text) === fold(title);

/**
 * The title that the metadata names, without the name of the site, else the first heading, else the first line that
 * stands alone before the text and is no sentence.
 */
export function findTitle({ blocks, metadata }: Pick<RawArticle, 'blocks' | 'metadata'>): string | undefined {
  const named = metadata.title;
  if (named !== undefined) {
    const heading = blocks.find(
      ({ text, level }) => level !== undefined && withoutSite(named, text) !== undefined,
    );
    const site = metadata.publisher;
    const bare =
      site !== undefined && named.endsWith(site)
        ? named.slice(0, -site.length).replace(/\s*[|·•»:–—-]\s*$/u, '')
        : '';
    return heading?.text ?? (bare !== '' && SITE_FOLLOWS.test(named.slice(bare.length)) ? bare : named);
  }
  const first = blocks.findIndex(({ text, level }) => level === undefined && isProse(text));
  const head = blocks.slice(0, first < 0 ? blocks.length : first);
  const heading = head.filter(isHeading).sort((a, b) => (a.level ?? 0) - (b.level ?? 0))[0];
  return (heading ?? head.find(mayBeTitle))?.text;
}

/** "Ferry sinks" for the named title "Ferry sinks - Harbour News". */
const withoutSite = (named: string, text: string): string | undefined =>
  fold(named) === fold(text) ||
  (fold(named).startsWith(fold(text)) && SITE_FOLLOWS.test(named.slice(text.length)))
    ? text
    : undefined;

const isHeading = ({ text, level }: Block): boolean =>
  level !== undefined && text.length <= MOST && findDebrisRule({ text, part: 'head' }) === undefined;

function mayBeTitle({ text, paragraph }: Block): boolean {
  if (paragraph !== undefined || text.length > MOST || text.split(' ').length > SENTENCE_WORDS) return false;
  if (isDateLine(text) || findDebrisRule({ text, part: 'head' }) !== undefined) return false;
  return !endsSentence(text) || /[?!]$/u.test(text);
}

const fold = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
