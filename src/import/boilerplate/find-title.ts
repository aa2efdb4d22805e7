import type { Block, RawArticle } from '../raw-article.ts';
import { findBoilerplateRule } from './boilerplate-rules.ts';
import { isDateLine } from './find-date.ts';
import { endsSentence, isProse } from './prose.ts';

/** No headline is longer. In characters. */
const MOST = 250;
/** Before the name of the site. */
const SITE_FOLLOWS = /^\s*[|·•»:–—-]\s/u;
/** A sign that a line of a text is a sentence and no headline. */
const SENTENCE_WORDS = 30;

/** Whether a line of an article is its title, whatever its capital letters and white space. */
export const isTitle = (text: string, title: string): boolean => foldLine(text) === foldLine(title);

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
        ? named
            .slice(0, -site.length)
            .trimEnd()
            .replace(/[|·•»:–—-]$/u, '')
            .trimEnd()
        : '';
    return heading?.text ?? (bare !== '' && SITE_FOLLOWS.test(named.slice(bare.length)) ? bare : named);
  }
  const first = blocks.findIndex(
    ({ text, level }) => level === undefined && isProse(text) && !isNotice(text),
  );
  const head = blocks.slice(0, first < 0 ? blocks.length : first);
  const heading = head.filter(isHeading).sort((a, b) => (a.level ?? 0) - (b.level ?? 0))[0];
  const lines = head.filter(
    ({ text }) => !isDateLine(text) && findBoilerplateRule({ text, part: 'head', alone: true }) === undefined,
  );
  return (heading ?? lines.find((block, at) => mayBeTitle(block, at === 0)))?.text;
}

/** "Ferry sinks" for the named title "Ferry sinks - Harbour News". */
const withoutSite = (named: string, text: string): string | undefined =>
  foldLine(named) === foldLine(text) ||
  (foldLine(named).startsWith(foldLine(text)) && SITE_FOLLOWS.test(named.slice(text.length)))
    ? text
    : undefined;

const isNotice = (text: string): boolean =>
  findBoilerplateRule({ text, part: 'head', alone: true }) !== undefined;

const isHeading = ({ text, level }: Block): boolean =>
  level !== undefined &&
  text.length <= MOST &&
  findBoilerplateRule({ text, part: 'head', alone: true }) === undefined;

/** A line of a paragraph is one only at the very start, where byline and date follow on the next lines. */
function mayBeTitle({ text, paragraph }: Block, isFirst: boolean): boolean {
  if (paragraph !== undefined && !isFirst) return false;
  if (text.length > MOST || text.split(' ').length > SENTENCE_WORDS) return false;
  return !endsSentence(text) || /[?!]$/u.test(text);
}

/** A line without regard to capital letters. */
export const foldLine = (text: string): string => text.toLowerCase().replaceAll(/\s+/gu, ' ').trim();
