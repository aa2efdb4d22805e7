import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { ImportError } from '../import-error.ts';
import { createBlockWriter, type PageBlock } from './block-writer.ts';

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
    if (isText(node)) writer.text(node, level, isPreformatted(node));
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

/** Line ends count in `pre`. Spans for colours stand between it and its text. */
function isPreformatted({ parentNode }: Tree.TextNode): boolean {
  let parent = parentNode;
  for (let steps = 0; steps < 4 && parent !== null && 'tagName' in parent; steps += 1) {
    if (parent.tagName === 'pre') return true;
    parent = parent.parentNode;
  }
  return false;
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

function isSkipped({ tagName, attrs }: Tree.Element): boolean {
  if (SKIPPED.has(tagName)) return true;
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && /display\s*:\s*none/iu.test(value)),
  );
}
