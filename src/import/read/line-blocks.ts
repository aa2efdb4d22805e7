import { endsSentence } from '../boilerplate/prose.ts';
import type { Block } from '../raw-article.ts';
import type { SourceLine } from './join-lines.ts';

/** A line this long is a paragraph, not an entry of a list. In characters. */
const PROSE_LENGTH = 100;

/**
 * Makes paragraphs of joined lines. Lines between two blank ones stay lines of one paragraph, unless they are long
 * as paragraphs and end like them, or the source has no blank line at all.
 */
export function lineBlocks(lines: readonly SourceLine[]): readonly Block[] {
  const groups = groupLines(lines);
  return groups.flatMap((group, number) => {
    const apart =
      groups.length === 1 || group.every(({ text }) => text.length >= PROSE_LENGTH && endsSentence(text));
    return group.map(({ place, text, level }) => ({
      place,
      text,
      ...(level !== undefined && { level }),
      ...(!apart && group.length > 1 && { paragraph: number }),
    }));
  });
}

function groupLines(lines: readonly SourceLine[]): readonly (readonly SourceLine[])[] {
  const groups: SourceLine[][] = [];
  let open = false;
  for (const line of lines) {
    if (line.text === '') open = false;
    else if (line.level !== undefined) {
      groups.push([line]);
      open = false;
    } else if (open) groups.at(-1)?.push(line);
    else {
      groups.push([line]);
      open = true;
    }
  }
  return groups;
}
