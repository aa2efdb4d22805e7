import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Block } from '../raw-article.ts';
import { normaliseSpace } from '../../text/white-space.ts';

/** A block of a page, with the text nodes that it is made of. */
export interface PageBlock {
  /** From 0, in the order of the page. */
  readonly number: number;
  readonly block: Block;
  readonly nodes: readonly Tree.TextNode[];
}

export interface BlockWriter {
  /** Ends a paragraph. */
  readonly border: () => void;
  /** Ends a line of a paragraph. */
  readonly line: () => void;
  /** Ends a line, and when nothing stands on the next one, the paragraph. */
  readonly lineBreak: () => void;
  readonly space: () => void;
  /** `keepsLines` makes line breaks of the line ends in the text. */
  readonly text: (node: Tree.TextNode, level: number | undefined, keepsLines: boolean) => void;
  readonly end: () => readonly PageBlock[];
}

/** The block that is being written. */
interface Written {
  readonly nodes: readonly Tree.TextNode[];
  readonly text: string;
  /** Empty until a word is written. */
  readonly place: string;
  readonly level: number | undefined;
}

const NOTHING: Written = { nodes: [], text: '', place: '', level: undefined };

/** Makes blocks of the texts and borders of a page, in its order. */
export function createBlockWriter(): BlockWriter {
  const blocks: PageBlock[] = [];
  let written = NOTHING;
  let breaks = 0;
  let paragraph = 0;
  const line = (): void => {
    const { nodes, place, level } = written;
    const text = normaliseSpace(written.text);
    const block = { place, text, paragraph, ...(level !== undefined && { level }) };
    if (text !== '') blocks.push({ number: blocks.length, block, nodes });
    written = NOTHING;
  };
  const lineBreak = (): void => {
    // White space between two breaks is nothing to see.
    breaks = normaliseSpace(written.text) === '' ? breaks + 1 : 1;
    if (breaks > 1) paragraph += 1;
    line();
  };
  const write = (node: Tree.TextNode, text: string, place: string, level: number | undefined): void => {
    const blank = text.trim() === '';
    written = {
      nodes: blank ? written.nodes : [...written.nodes, node],
      text: written.text + text,
      place: written.place === '' && !blank ? place : written.place,
      level: written.level ?? level,
    };
  };
  return {
    line,
    lineBreak,
    border: () => {
      line();
      paragraph += 1;
      breaks = 0;
    },
    space: () => void (written = { ...written, text: `${written.text} ` }),
    text: (node, level, keepsLines) => {
      for (const [at, part] of (keepsLines ? node.value.split('\n') : [node.value]).entries()) {
        if (at > 0) lineBreak();
        write(node, part, placeOf(node, part, at), level);
      }
    },
    end: () => {
      line();
      return blocks.map(withoutLoneParagraph);
    },
  };
}

/** Of the first word: a text begins where its element's tag ends, which may be lines above. */
function placeOf({ sourceCodeLocation }: Tree.TextNode, part: string, lines: number): string {
  const blank = /^\s*/u.exec(part)?.[0].split('\n').length ?? 1;
  return `line ${(sourceCodeLocation?.startLine ?? 1) + lines + blank - 1}`;
}

/** A paragraph of one line needs no number. */
function withoutLoneParagraph(each: PageBlock, at: number, blocks: readonly PageBlock[]): PageBlock {
  const { paragraph, ...block } = each.block;
  const neighbours = [blocks[at - 1], blocks[at + 1]];
  return neighbours.some((other) => other?.block.paragraph === paragraph) ? each : { ...each, block };
}
