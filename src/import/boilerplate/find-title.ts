import type { Block, RawArticle } from '../raw-article.ts';
import { isBoilerplate } from './boilerplate-rules.ts';
import { endsSentence, isProse, isTitle } from './classify-line.ts';
import { isDateLine } from './find-date.ts';

/** The longest headline, in characters. */
const LONGEST_TITLE = 250;
/** A line of a text with more words is a sentence, not a headline. */
const MOST_WORDS = 30;
/** Before the name of the site. */
const SITE_FOLLOWS = /^\s*[|·•»:–—-]\s/u;

/**
 * The title that the metadata names, without the name of the site, else the first of the largest headings before the
 * text, else the first line there that may be a title.
 */
export function findTitle({ blocks, metadata }: Pick<RawArticle, 'blocks' | 'metadata'>): string | undefined {
  const { title, publisher } = metadata;
  if (title !== undefined) {
    const heading = blocks.find(({ text, level }) => level !== undefined && isTitleWithSite(title, text));
    return heading?.text ?? withoutPublisher(title, publisher);
  }
  const bare = blocks.filter(({ text }) => !isBoilerplate(text, 'head'));
  const first = bare.findIndex(({ text, level }) => level === undefined && isProse(text));
  const head = first < 0 ? bare : bare.slice(0, first);
  const heading = head
    .filter(({ text, level }) => level !== undefined && text.length <= LONGEST_TITLE)
    .sort((a, b) => (a.level ?? 0) - (b.level ?? 0))[0];
  const lines = head.filter(({ text }) => !isDateLine(text));
  return (heading ?? lines.find((block, at) => mayBeTitle(block, at === 0)))?.text;
}

/** Whether `title` is `text`, perhaps with the name of the site after it: "Ferry sinks - Harbour News". */
const isTitleWithSite = (title: string, text: string): boolean =>
  isTitle(text, title) ||
  (isTitle(text, title.slice(0, text.length)) && SITE_FOLLOWS.test(title.slice(text.length)));

function withoutPublisher(title: string, publisher: string | undefined): string {
  if (publisher === undefined || !title.endsWith(publisher)) return title;
  const bare = title
    .slice(0, -publisher.length)
    .trimEnd()
    .replace(/[|·•»:–—-]$/u, '')
    .trimEnd();
  return bare !== '' && SITE_FOLLOWS.test(title.slice(bare.length)) ? bare : title;
}

/** A line of a paragraph is one only at the very start, where byline and date follow on the next lines. */
function mayBeTitle({ text, paragraph }: Block, isFirst: boolean): boolean {
  if (paragraph !== undefined && !isFirst) return false;
  if (text.length > LONGEST_TITLE || text.split(' ').length > MOST_WORDS) return false;
  return !endsSentence(text) || /[?!]$/u.test(text);
}
