import { partParagraph } from '../../corpus/part-paragraph.ts';
import { runSync } from '../../text/cooperative-task.ts';
import { findSentences } from '../../text/sentence-spans.ts';
import { slice, type Span } from '../../text/span.ts';
import { type Block, type Note, noteOnText } from '../raw-article.ts';

/**
 * Parts every paragraph that is far too long to quote where the reading of a report would part it, between sentences or
 * lines, so that the file shows what its paragraphs are. `language` is a tag (BCP 47).
 */
export function splitParagraphs(
  blocks: readonly Block[],
  language: string,
): { readonly blocks: readonly Block[]; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  /** Every paragraph of lines gets a number again, as a part must not have the number of its neighbour. */
  let number = 0;
  const result = paragraphsOf(blocks).flatMap((lines) => {
    const parts = partsOf(lines, language);
    const [first] = lines;
    if (parts.length > 1 && first !== undefined)
      notes.push(
        noteOnText(
          `${first.place}: a paragraph of ${lengthOf(lines)} characters was parted into ${parts.length}`,
        ),
      );
    return parts.flatMap((part) => {
      number += 1;
      return part.map((line) => (line.paragraph === undefined ? line : { ...line, paragraph: number }));
    });
  });
  return { blocks: result, notes };
}

/** The blocks of each paragraph: its lines, or one. */
function paragraphsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const paragraphs: Block[][] = [];
  for (const block of blocks) {
    const last = paragraphs.at(-1);
    const above = last?.at(-1);
    const goesOn =
      block.level === undefined &&
      above?.level === undefined &&
      block.paragraph !== undefined &&
      above?.paragraph === block.paragraph;
    if (goesOn) last?.push(block);
    else paragraphs.push([block]);
  }
  return paragraphs;
}

const lengthOf = (lines: readonly Block[]): number =>
  lines.reduce((sum, { text }) => sum + text.length + 1, -1);

/** A sentence of a line. */
interface Piece {
  readonly line: Block;
  readonly span: Span;
}

function partsOf(lines: readonly Block[], language: string): readonly (readonly Block[])[] {
  if (lines[0]?.level !== undefined) return [lines];
  const pieces = lines.flatMap((line) =>
    runSync(findSentences(line.text, language)).map((span): Piece => ({ line, span })),
  );
  const parts = [...partParagraph(pieces, lengthOf(lines), ({ span }) => span.end - span.start)];
  return parts.length > 1 ? parts.map(linesOf) : [lines];
}

/** Sliced from the text, because some scripts have no blank between two sentences. */
function linesOf(pieces: readonly Piece[]): readonly Block[] {
  const lines = new Map<Block, Span>();
  for (const { line, span } of pieces)
    lines.set(line, { start: lines.get(line)?.start ?? span.start, end: span.end });
  return [...lines].map(([line, span]) => ({ ...line, text: slice(line.text, span) }));
}
