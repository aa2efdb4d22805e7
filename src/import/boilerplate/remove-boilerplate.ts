import type { ArticleMetadata, Block, RawArticle, Reading, Removal } from '../raw-article.ts';
import { type Candidate, findBoilerplateRule } from './boilerplate-rules.ts';
import { findByline, isProse, isTitle, mayBeHeadline } from './classify-line.ts';
import { findDate, isDateLine, isLabelledDate } from './find-date.ts';
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
  const partOf = prosePart(blocks, title);
  const seen = new Set<string>();
  let closed = false;
  const reasons = blocks.map((block, at): string | undefined => {
    const part = partOf(at);
    const rule = findBoilerplateRule({ text: block.text, part, alone: block.paragraph === undefined });
    closed = part === 'tail' && (closed || rule?.closes === true);
    const credit = rule === undefined ? creditOf(block, part, found, seen) : undefined;
    const headline = closed && mayBeHeadline(block.text) ? 'a headline of another article' : undefined;
    seen.add(block.text.toLowerCase());
    return rule?.why ?? credit ?? headline;
  });
  const metadata: ArticleMetadata = { ...found, ...article.metadata, ...(title !== undefined && { title }) };
  if (keepAll) return { ...article, metadata };
  const removed = blocks.flatMap(({ place, text }, at): readonly Removal[] => {
    const why = reasons[at];
    return why === undefined ? [] : [{ place, text, why }];
  });
  return {
    ...article,
    metadata,
    blocks: blocks.filter((_, at) => reasons[at] === undefined),
    removed: [...article.removed, ...removed],
  };
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
  const names = found.title === undefined ? undefined : findByline(text);
  if (names === undefined || (part === 'middle' && !repeated)) return undefined;
  found.author ??= names;
  if (date !== undefined) found.published ??= date;
  return repeated ? 'the byline again' : 'the byline';
}

/** A function that says in which part a block is. */
function prosePart(blocks: readonly Block[], title: string | undefined): (at: number) => Candidate['part'] {
  const prose = blocks.flatMap(({ text, level }, at) =>
    level === undefined && isProse(text) && !(title !== undefined && isTitle(text, title)) && !isNotice(text)
      ? [at]
      : [],
  );
  const first = prose[0] ?? blocks.length;
  const last = prose.at(-1) ?? -1;
  return (at) => (at < first ? 'head' : at > last ? 'tail' : 'middle');
}

/** A notice is prose too, and must not count as the article's last paragraph. */
const isNotice = (text: string): boolean =>
  findBoilerplateRule({ text, part: 'tail', alone: true }) !== undefined;
