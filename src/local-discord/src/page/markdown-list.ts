/** A run of list lines: `- a`, `* a` or `1. a`, indented lines below an item included. */
export const listLines =
  /^ *(?:[-*]|\d{1,10}\.) +\S[^\n]*(?:\n *(?:[-*]|\d{1,10}\.) +\S[^\n]*|\n {2,}\S[^\n]*)*(?:\n|$)/;

const itemLine = /^( *)([-*]|\d{1,10}\.) +(\S.*)$/;

interface Line {
  readonly indent: number;
  readonly start: number | undefined;
  text: string;
}

/** A list as the parser's tree keeps it. An item holds parsed inline nodes, then at most one list per deeper level. */
export interface ListTree<Node> {
  readonly type: 'list';
  readonly start: number | undefined;
  readonly items: readonly (readonly (Node | ListTree<Node>)[])[];
}

const readLines = (source: string): Line[] => {
  const lines: Line[] = [];
  for (const raw of source.replace(/\n$/, '').split('\n')) {
    const [, indent, mark, text] = itemLine.exec(raw) ?? [];
    const last = lines.at(-1);
    if (mark !== undefined && text !== undefined)
      lines.push({
        indent: indent?.length ?? 0,
        start: /\d/.test(mark) ? Number.parseInt(mark, 10) : undefined,
        text,
      });
    else if (last !== undefined) last.text += `\n${raw.trim()}`;
  }
  return lines;
};

const nest = <Node>(lines: readonly Line[], inline: (text: string) => readonly Node[]): ListTree<Node> => {
  const items: (readonly (Node | ListTree<Node>)[])[] = [];
  const base = lines[0]?.indent ?? 0;
  for (let at = 0; at < lines.length;) {
    const line = lines[at];
    let end = at + 1;
    while ((lines[end]?.indent ?? 0) > base && end < lines.length) end += 1;
    const deeper = lines.slice(at + 1, end);
    items.push([...inline(line?.text ?? ''), ...(deeper.length > 0 ? [nest(deeper, inline)] : [])]);
    at = end;
  }
  return { type: 'list', start: lines[0]?.start, items };
};

/** The items of `source`, a match of `listLines`, nested by indentation; `inline` parses the text of one item. */
export const nestLines = <Node>(source: string, inline: (text: string) => readonly Node[]): ListTree<Node> =>
  nest(readLines(source), inline);
