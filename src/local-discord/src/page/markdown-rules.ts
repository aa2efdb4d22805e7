import { rulesExtended, SimpleMarkdown, type SimpleMarkdown as Engine } from 'discord-markdown-parser';

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

type Rule = (typeof rulesExtended)[string];
type Parse = Parameters<Rule['parse']>[1];
type State = Parameters<Rule['parse']>[2];

const { defaultRules } = SimpleMarkdown satisfies typeof Engine;

const atLineStart = (before: string): boolean => before === '' || before.endsWith('\n');

/** The parser looks at the previous match to know where a line starts: inner text gets a state of its own. */
const parseInner = (parse: Parse, text: string, state: State, more: object = {}) =>
  parse(text, { ...state, ...more, prevCapture: null });

const lineRule = (order: number, pattern: RegExp, parse: Rule['parse']): Rule => ({
  order,
  match: (source, _state, before) => (atLineStart(before) ? pattern.exec(source) : null),
  parse,
});

const heading = lineRule(
  defaultRules.heading.order,
  /^(#{1,3}) +([^\n]+)(?:\n|$)/,
  (match, parse, state) => ({
    level: match[1]?.length,
    content: parseInner(parse, match[2] ?? '', state),
  }),
);

const subtext = lineRule(defaultRules.heading.order, /^-# +([^\n]+)(?:\n|$)/, (match, parse, state) => ({
  content: parseInner(parse, match[1] ?? '', state),
}));

const blockQuote: Rule = {
  order: defaultRules.blockQuote.order,
  match: (source, state, before) =>
    atLineStart(before) && state['inQuote'] !== true
      ? (/^ *>>> ([\s\S]*)/.exec(source) ?? /^ *> [^\n]*(?:\n *> [^\n]*)*(?:\n|$)/.exec(source))
      : null,
  parse: (match, parse, state) => {
    const inner = match[1] ?? match[0]?.replace(/^ *> /gm, '').replace(/\n$/, '') ?? '';
    return { content: parseInner(parse, inner, state, { inQuote: true }) };
  },
};

const list: Rule = {
  order: defaultRules.list.order,
  match: (source, state, before) =>
    atLineStart(before) && state['inList'] !== true ? listLines.exec(source) : null,
  parse: (match, parse, state) => {
    const inline = (text: string) => parseInner(parse, text, state, { inList: true });
    return { ...nestLines(match[0] ?? '', inline) };
  },
};

const isWeb = (address: string | undefined): boolean => /^https?:\/\//i.test(address ?? '');

/** Discord links only to the web, and shows a masked link whose label looks like an address as plain text. */
const link: Rule = {
  ...defaultRules.link,
  match: (source, state, before) => {
    const match = defaultRules.link.match(source, state, before);
    return isWeb(match?.[2]) && !/https?:\/\//i.test(match?.[1] ?? '') ? match : null;
  },
};

const autolink: Rule = {
  ...defaultRules.autolink,
  match: (source, state, before) => {
    const match = defaultRules.autolink.match(source, state, before);
    return isWeb(match?.[1]) ? match : null;
  },
  parse: (match) => ({ content: [{ type: 'text', content: match[1] }], target: match[1] }),
};

/** Marks nested deeper than this are text: each level uses some of the stack, and a message has 4,000 characters. */
const DEEPEST = 40;
const depthOf = (state: State): number => Number(state['depth'] ?? 0);

const withDepth = (rule: Rule): Rule => ({
  ...rule,
  match: (source, state, before) => (depthOf(state) < DEEPEST ? rule.match(source, state, before) : null),
  parse: (match, parse, state) => {
    const depth = depthOf(state);
    state['depth'] = depth + 1;
    const node = rule.parse(match, parse, state);
    state['depth'] = depth;
    return node;
  },
});

/**
 * The published rules, with the line-based ones replaced: theirs miss lists, miss a `-# ` or `# ` line after a quote
 * or a heading, and follow a link to any scheme.
 */
const rules: Readonly<Record<string, Rule>> = {
  ...rulesExtended,
  heading,
  subtext,
  blockQuote,
  list,
  link,
  autolink,
};

export const parseNodes = SimpleMarkdown.parserFor(
  Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, name === 'text' ? rule : withDepth(rule)]),
  ),
);
