import { endsSentence } from '../boilerplate/classify-line.ts';
import type { Block, RawArticle, Removal } from '../raw-article.ts';
import { endsInHyphen, type IsBroken, joinTexts, wordsIn } from './hyphens.ts';

/** A line of a text or of a PDF page; the text of a blank one is empty. A heading is never joined with other lines. */
export interface SourceLine extends Omit<Block, 'paragraph'> {
  /** Whether the line reaches the right margin, where the format tells. */
  readonly full?: boolean;
}

/** A line this long is a paragraph, not an entry of a list. In characters. */
const PROSE_LENGTH = 100;
/** No person or program wraps prose outside of this. In characters. */
const WRAP = { least: 40, most: 120 };
/** Of the lines that have one below them, this share must be full before a text counts as hard-wrapped. */
const FULL_SHARE = 0.5;

/** Begins an entry of a list, a quotation or a row of a table: never the rest of the line above it. */
const OWN_LINE = /^(?:[-*+>|•–]|#{1,6}|\d{1,3}[.)])(?: |$)/u;
/**
 * The headings and paragraphs of a source's lines, blank ones included. Lines between two blank ones stay lines of one
 * paragraph, unless they are as long as paragraphs and end like them, or the source has no blank line at all.
 */
export function blocksOfLines(
  lines: readonly SourceLine[],
  isBroken: IsBroken,
): Pick<RawArticle, 'blocks' | 'removed'> {
  const joined = joinLines(lines, isBroken);
  const groups = groupLines(joined.lines);
  const blocks = groups.flatMap((group, number): readonly Block[] => {
    const apart =
      groups.length === 1 || group.every(({ text }) => text.length >= PROSE_LENGTH && endsSentence(text));
    return group.map(({ place, text, level }) => ({
      place,
      text,
      ...(level !== undefined && { level }),
      ...(!apart && group.length > 1 && { paragraph: number }),
    }));
  });
  return { blocks, removed: joined.removed };
}

/** The lines between two blank ones; a heading is a group of its own. */
function groupLines(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const groups: SourceLine[][] = [[]];
  for (const [at, line] of lines.entries()) {
    const byHeading = line.level !== undefined || lines[at - 1]?.level !== undefined;
    if (line.text === '' || byHeading) groups.push([]);
    if (line.text !== '') groups.at(-1)?.push(line);
  }
  return groups.filter((group) => group.length > 0);
}

/**
 * Joins the lines of hard-wrapped paragraphs. `lines` are all lines of a source, blank ones too, which stay where
 * they are. In a source that is not hard-wrapped nothing is joined. `removed` lists the hyphens that only marked the
 * end of a line.
 */
export function joinLines(
  lines: readonly SourceLine[],
  isBroken: IsBroken,
): { readonly lines: readonly SourceLine[]; readonly removed: readonly Removal[] } {
  const width = findWrapWidth(lines);
  const words = wordsIn(lines.map(({ text }) => text));
  const joined: SourceLine[] = [];
  const removed: Removal[] = [];
  let previous: SourceLine | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && previous !== undefined && isFull(previous, line, width)) {
      const { text, broken } = joinTexts(last.text, line.text, (word) => isBroken(word, words));
      if (broken !== undefined)
        removed.push({ place: previous.place, text: broken, why: 'a hyphen at the end of a line' });
      joined[joined.length - 1] = { ...last, text };
    } else joined.push(line);
    previous = line;
  }
  return { lines: joined, removed };
}

/** Whether `line` ended only because `next` had no room on it. */
function isFull(line: SourceLine, next: SourceLine, width: number | undefined): boolean {
  if (line.text === '' || next.text === '') return false;
  if (line.level !== undefined || next.level !== undefined || OWN_LINE.test(next.text)) return false;
  if (line.full === undefined && width === undefined) return false;
  if (endsInHyphen(line.text) && /^\p{Ll}/u.test(next.text)) return true;
  if (line.full !== undefined || width === undefined) return line.full === true;
  const [firstWord = ''] = next.text.split(' ', 1);
  return line.text.length <= WRAP.most && line.text.length + 1 + firstWord.length > width;
}

/** In characters; undefined when the lines are not hard-wrapped. */
function findWrapWidth(lines: readonly SourceLine[]): number | undefined {
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return line.text !== '' && next !== undefined && next.text !== '' ? [{ line, next }] : [];
  });
  const lengths = pairs.map(({ line }) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)];
  if (width === undefined || width < WRAP.least || width > WRAP.most) return undefined;
  const full = pairs.filter(({ line, next }) => isFull(line, next, width)).length;
  return full >= 2 && full / pairs.length >= FULL_SHARE ? width : undefined;
}
