import type { RawArticle } from '../raw-article.ts';
import { normaliseSpace } from '../../text/white-space.ts';
import { decodeText } from './decode-text.ts';
import { hyphenRemovals } from './hyphen-removals.ts';
import { joinLines, type SourceLine } from './join-lines.ts';
import { lineBlocks } from './line-blocks.ts';
import { readFrontMatter } from './read-front-matter.ts';
import type { Reading } from './reading.ts';

const HEADING = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/u;
const CLOSING_SIGNS = /(?:^|[ \t])#+[ \t]*$/u;
/** Opens or closes a block whose line ends count. */
const FENCE = /^ {0,3}(?:```|~~~)/u;
/** Line ends that are meant: after two blanks or a backslash, in a table, in indented code. */
const KEPT_BREAK = /(?: {2}|\\)$|^\s*\||^(?: {4}|\t)/u;
/** Makes the line above a heading, when that line stands alone. */
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/u;

/**
 * Markdown as our reports have it: headings and paragraphs are understood, and front matter; every other sign is
 * literal text. A line end within a paragraph is a blank, as everywhere in Markdown.
 */
export function readMarkdown(bytes: Uint8Array, { charset, keepAll }: Reading): RawArticle {
  const { text, notes } = decodeText(bytes, charset);
  const front = readFrontMatter(text);
  const source = text.split('\n').map((line, index) => (index < front.lines ? '' : line));
  const joined = joinLines(headedLines(source), keepAll ? 'never' : 'known');
  return {
    blocks: lineBlocks(joined.lines),
    metadata: front.metadata,
    removed: [...front.removed, ...hyphenRemovals(joined.hyphens)],
    notes,
  };
}

function headedLines(source: readonly string[]): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let fenced = false;
  for (const [index, line] of source.entries()) {
    const place = `line ${index + 1}`;
    const [, signs, title = ''] = HEADING.exec(line) ?? [];
    const above = lines.at(-1);
    if (signs !== undefined && !fenced) {
      lines.push({ place, text: normaliseSpace(title.replace(CLOSING_SIGNS, '')), level: signs.length });
    } else if (!fenced && UNDERLINE.test(line) && above !== undefined && standsAlone(lines)) {
      lines[lines.length - 1] = { ...above, level: line.trim().startsWith('=') ? 1 : 2 };
      lines.push({ place, text: '' });
    } else {
      fenced = FENCE.test(line) !== fenced;
      const breaks = fenced || FENCE.test(line) || KEPT_BREAK.test(line);
      lines.push({ place, text: normaliseSpace(line), full: !breaks });
    }
  }
  return lines;
}

function standsAlone(lines: readonly SourceLine[]): boolean {
  const [above, before] = [lines.at(-1), lines.at(-2)];
  if (above === undefined || above.text === '' || above.level !== undefined) return false;
  return before === undefined || before.text === '' || before.level !== undefined;
}
