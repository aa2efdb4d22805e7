import { rulesExtended, SimpleMarkdown } from 'discord-markdown-parser';
import type { SimpleMarkdown as Engine } from 'discord-markdown-parser';
import { listLines, nestLines } from './markdown-list.ts';

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
