import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { ImportError } from '../import-error.ts';
import type { Block } from '../raw-article.ts';
import { normaliseSpace } from '../white-space.ts';

/** A block of a page, with the text nodes that it is made of. */
export interface PageBlock {
  /** From 0, in the order of the page. */
  readonly number: number;
  readonly block: Block;
  readonly nodes: readonly Tree.TextNode[];
}

/** Browsers nest no deeper either. */
const MOST_DEPTH = 512;

/** Never shown as text of the page, or for use and not for reading. */
const SKIPPED = new Set(
  'head script style noscript template svg math iframe object embed audio video canvas map button select option textarea input dialog'.split(
    ' ',
  ),
);
/** Begin and end a block; every other element runs within a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td ' +
    'tfoot th thead tr ul'
  ).split(' '),
);
/** A row with more text lays out a page, and its cells hold paragraphs. In characters. */
const ROW_LENGTH = 200;

/**
 * The visible text of a page, block by block. A line break within a block makes lines of one paragraph, two make
 * paragraphs; a row of a table is a line.
 *
 * @throws ImportError when elements are nested deeper than browsers nest them
 */
export function blocksOf(page: Tree.Document): readonly PageBlock[] {
  const writer = createBlockWriter();
  const visit = (node: Tree.ChildNode, level: number | undefined, depth: number, inRow: boolean): void => {
    if (depth > MOST_DEPTH) throw new ImportError(`the page nests its elements more than ${MOST_DEPTH} deep`);
    if (isText(node)) writer.text(node, level);
    else if (node.nodeName === 'br') writer.lineBreak();
    else if ('tagName' in node && !isSkipped(node)) {
      const { tagName } = node;
      const isRow = !inRow && tagName === 'tr' && fitsRow(node);
      const border = isRow ? writer.line : inRow ? writer.space : writer.border;
      const inner = /^h[1-6]$/u.test(tagName) ? Number(tagName.charAt(1)) : level;
      if (BLOCKS.has(tagName)) border();
      for (const child of node.childNodes) visit(child, inner, depth + 1, inRow || isRow);
      if (BLOCKS.has(tagName)) border();
    }
  };
  for (const child of page.childNodes) visit(child, undefined, 0, false);
  return writer.end();
}

const isText = (node: Tree.ChildNode): node is Tree.TextNode => node.nodeName === '#text';

function fitsRow(row: Tree.Element): boolean {
  let length = 0;
  const stack: Tree.ChildNode[] = [...row.childNodes];
  for (let node = stack.pop(); node !== undefined && length <= ROW_LENGTH; node = stack.pop()) {
    if (isText(node)) length += node.value.trim().length;
    else if ('childNodes' in node) for (const child of node.childNodes) stack.push(child);
  }
  return length <= ROW_LENGTH;
}

function createBlockWriter() {
  const blocks: PageBlock[] = [];
  let nodes: Tree.TextNode[] = [];
  let text = '';
  let headingLevel: number | undefined;
  let breaks = 0;
  let paragraph = 0;
  const close = (): void => {
    const shown = normaliseSpace(text);
    const [first] = nodes;
    if (shown !== '' && first !== undefined) {
      const line = first.sourceCodeLocation?.startLine ?? 1;
      // A text node begins where the element's tag ends, which may be lines above its first word.
      const blank = /^\s*/u.exec(first.value)?.[0].split('\n').length ?? 1;
      const block = { place: `line ${line + blank - 1}`, text: shown, paragraph };
      blocks.push({
        number: blocks.length,
        block: headingLevel === undefined ? block : { ...block, level: headingLevel },
        nodes,
      });
    }
    [nodes, text, headingLevel] = [[], '', undefined];
  };
  const border = (): void => {
    close();
    paragraph += 1;
    breaks = 0;
  };
  return {
    border,
    /** Rows of a table are lines of one paragraph. */
    line: close,
    space: (): void => void (text += ' '),
    lineBreak: (): void => {
      // White space between two breaks is nothing to see.
      if (normaliseSpace(text) !== '') breaks = 0;
      breaks += 1;
      if (breaks > 1) paragraph += 1;
      close();
    },
    text: (node: Tree.TextNode, level: number | undefined): void => {
      if (node.value.trim() !== '') nodes.push(node);
      text += node.value;
      headingLevel ??= level;
    },
    end: (): readonly PageBlock[] => {
      close();
      return blocks.map(withoutLoneParagraph);
    },
  };
}

/** A paragraph of one line needs no number. */
function withoutLoneParagraph(each: PageBlock, at: number, blocks: readonly PageBlock[]): PageBlock {
  const { paragraph, ...block } = each.block;
  const neighbours = [blocks[at - 1], blocks[at + 1]];
  return neighbours.some((other) => other?.block.paragraph === paragraph) ? each : { ...each, block };
}

function isSkipped({ tagName, attrs }: Tree.Element): boolean {
  if (SKIPPED.has(tagName)) return true;
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && /display\s*:\s*none/iu.test(value)),
  );
}
