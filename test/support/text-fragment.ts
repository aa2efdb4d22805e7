import type { Span } from '../../src/text/span.ts';

interface Directive {
  readonly prefix: string | undefined;
  readonly start: string;
  readonly end: string | undefined;
  readonly suffix: string | undefined;
}

/** The text directive of a link, decoded; undefined when it has none. */
export function directiveOf(link: string): Directive | undefined {
  const encoded = link.split(':~:text=')[1];
  if (encoded === undefined) return undefined;
  const parts = encoded.split(',');
  const decode = (part: string | undefined) => (part === undefined ? undefined : decodeURIComponent(part));
  const prefix = parts[0]?.endsWith('-') ? decode(parts.shift()?.slice(0, -1)) : undefined;
  const suffix = parts.at(-1)?.startsWith('-') ? decode(parts.pop()?.slice(1)) : undefined;
  const [start, end, ...rest] = parts.map(decode);
  if (start === undefined || rest.length > 0) throw new Error(`"${encoded}" is no text directive`);
  return { prefix, start, end, suffix };
}

/**
 * All ranges of `body` to which the directive leads, the first as in the steps of the WICG's "find a range from a
 * text directive", each other as when the search went on behind it. `body` is read as a page: its paragraphs and
 * headings are blocks, the signs of headings are not shown.
 */
export function rangesOf(body: string, language: string, directive: Directive): readonly Span[] {
  const page = createPage(body, language);
  const ranges: Span[] = [];
  for (
    let range = findRange(page, directive, 0);
    range;
    range = findRange(page, directive, behind(page, range))
  ) {
    ranges.push(range);
  }
  return ranges;
}

interface Page {
  readonly text: string;
  readonly blocks: readonly Span[];
  /** Offsets at which a word begins or ends. */
  readonly borders: ReadonlySet<number>;
}

function createPage(body: string, language: string): Page {
  const text = body.replaceAll(/^ {0,3}#{1,6}(?=[ \t])/gm, (signs) => ' '.repeat(signs.length));
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const borders = new Set<number>();
  const blocks: Span[] = [];
  let isHeading = false;
  let start = 0;
  for (const line of text.split('\n')) {
    const span = { start, end: start + line.length };
    const last = blocks.at(-1);
    const startsBlock =
      isHeading || last === undefined || last.end !== start - 1 || text[start] !== body[start];
    isHeading = text[start] !== body[start];
    if (line.trim() !== '') {
      if (startsBlock) blocks.push(span);
      else blocks[blocks.length - 1] = { start: last.start, end: span.end };
    }
    start = span.end + 1;
  }
  for (const block of blocks) {
    borders.add(block.end);
    for (const { index } of segmenter.segment(text.slice(block.start, block.end)))
      borders.add(block.start + index);
  }
  return { text, blocks, borders };
}

function findRange(page: Page, { prefix, start, end, suffix }: Directive, from: number): Span | undefined {
  for (let at = from; ;) {
    let match: Span | undefined;
    const endBounded = end !== undefined || suffix === undefined;
    if (prefix === undefined) {
      match = find(page, start, at, { startBounded: true, endBounded });
      if (!match) return undefined;
      at = behind(page, match);
    } else {
      const before = find(page, prefix, at, { startBounded: true, endBounded: false });
      if (!before) return undefined;
      at = behind(page, before);
      const next = skipSpace(page.text, before.end);
      match = find(page, start, next, { startBounded: false, endBounded });
      if (!match) return undefined;
      if (match.start !== next) continue;
    }
    for (let endFrom = match.end; endFrom <= page.text.length;) {
      if (end !== undefined) {
        const tail = find(page, end, endFrom, { startBounded: true, endBounded: suffix === undefined });
        if (!tail) return undefined;
        match = { start: match.start, end: tail.end };
      }
      if (suffix === undefined) return match;
      const next = skipSpace(page.text, match.end);
      const after = find(page, suffix, next, { startBounded: false, endBounded: true });
      if (!after) return undefined;
      if (after.start === next) return match;
      if (end === undefined) break;
      endFrom = match.end;
    }
  }
}

interface Bounds {
  readonly startBounded: boolean;
  readonly endBounded: boolean;
}

function find(
  page: Page,
  text: string,
  from: number,
  { startBounded, endBounded }: Bounds,
): Span | undefined {
  const source = text
    .split(' ')
    .map(escapeRegExp)
    .join(String.raw`\s+`);
  for (const block of page.blocks) {
    const pattern = new RegExp(source, 'giu');
    const shown = page.text.slice(0, block.end);
    pattern.lastIndex = Math.max(from, block.start);
    for (let found = pattern.exec(shown); found; found = pattern.exec(shown)) {
      const match = { start: found.index, end: found.index + found[0].length };
      const isBounded =
        (!startBounded || page.borders.has(match.start)) && (!endBounded || page.borders.has(match.end));
      if (isBounded) return match;
      pattern.lastIndex = behind(page, match);
    }
  }
  return undefined;
}

const skipSpace = (text: string, from: number): number => {
  const space = text.slice(from).search(/\S/u);
  return space < 0 ? text.length : from + space;
};
const escapeRegExp = (text: string): string => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);

/** The offset of the character after the first of `match`: never inside a surrogate pair, where patterns step back. */
const behind = ({ text }: Page, { start }: Span): number =>
  start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
