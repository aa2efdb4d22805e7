import type { ArticleMetadata, Block, RawArticle, Reading } from '../raw-article.ts';
import { type Candidate, findBoilerplateRule, isBoilerplate } from './boilerplate-rules.ts';
import { findByline, isProse, isTitle, mayBeHeadline } from './classify-line.ts';
import { findDate, findPlacedDate, isDateLine, isLabelledDate } from './find-date.ts';
import { findTitle } from './find-title.ts';

/** What the lines say so far; the first to say something is believed. */
interface Found {
  title?: string;
  author?: string;
  published?: string;
}

/**
 * Takes what is not the article out of it: its title, byline and date, which go to the metadata unless that knows
 * better, and the lines that a page puts around and between an article's paragraphs. What is doubtful stays. With
 * `keepAll` the metadata is found, and nothing is taken.
 */
export function removeBoilerplate(article: RawArticle, { keepAll }: Reading): RawArticle {
  const { blocks } = article;
  const title = findTitle(article);
  const found: Found = { ...(title !== undefined && { title }) };
  const isText = ({ text, level }: Block): boolean =>
    level === undefined &&
    isProse(text) &&
    !(title !== undefined && isTitle(text, title)) &&
    // A notice is prose too, and must not count as the article's last paragraph.
    !isBoilerplate(text, 'tail');
  const first = blocks.findIndex(isText);
  const last = blocks.findLastIndex(isText);
  const seen = new Set<string>();
  let closed = false;
  const kept: Block[] = [];
  const removed = [...article.removed];
  for (const [at, block] of blocks.entries()) {
    const { place, text } = block;
    const part = first < 0 || at < first ? 'head' : at > last ? 'tail' : 'middle';
    const rule = findBoilerplateRule({ text, part, alone: block.paragraph === undefined });
    closed = part === 'tail' && (closed || rule?.closes === true);
    const credit = rule === undefined ? creditOf(block, part, found, seen) : undefined;
    const headline = closed && mayBeHeadline(text) ? 'a headline of another article' : undefined;
    seen.add(text.toLowerCase());
    const why = rule?.why ?? credit ?? headline;
    if (why === undefined) kept.push(block);
    else removed.push({ place, text, why });
  }
  const metadata: ArticleMetadata = { ...found, ...article.metadata, ...(title !== undefined && { title }) };
  return keepAll ? { ...article, metadata } : { ...article, metadata, blocks: kept, removed };
}

/** Title, byline and date: what `found` does not know yet is added to it. */
function creditOf(
  { text, paragraph }: Block,
  part: Candidate['part'],
  found: Found,
  /** The lines above, in lower case. */
  seen: ReadonlySet<string>,
): string | undefined {
  const repeated = seen.has(text.toLowerCase());
  const date = findDate(text);
  if (found.title !== undefined && isTitle(text, found.title)) {
    return repeated ? 'the title again' : 'the title';
  }
  if ((isLabelledDate(text) && paragraph === undefined) || (part === 'head' && isDateLine(text))) {
    if (date !== undefined) found.published ??= date;
    return 'a date line';
  }
  if (isDateLine(text) && repeated) return 'a date line again';
  // Where a letter was written is a part of it.
  const placed = part === 'middle' ? undefined : findPlacedDate(text);
  if (placed !== undefined) found.published ??= placed;
  const names = found.title === undefined ? undefined : findByline(text);
  if (names === undefined || (part === 'middle' && !repeated)) return undefined;
  found.author ??= names;
  if (date !== undefined) found.published ??= date;
  return repeated ? 'the byline again' : 'the byline';
}
