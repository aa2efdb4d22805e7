import type { MarkdownNode, MentionTarget } from './message-view.ts';
import { parseNodes } from './markdown-rules.ts';

type ParsedNode = ReturnType<typeof parseNodes>[number];

/** The name that belongs to an id, without a sign such as `@`; undefined when the id is unknown. */
export type FindName = (target: Exclude<MentionTarget, 'everyone'>, id: string) => string | undefined;

interface Names {
  readonly find: FindName;
  /** Whether @everyone and @here ping: Discord shows them as plain text when allowed_mentions left them out. */
  readonly everyone: boolean;
}

const wrappers = {
  strong: 'strong',
  em: 'emphasis',
  underline: 'underline',
  strikethrough: 'strike',
  spoiler: 'spoiler',
  blockQuote: 'quote',
  subtext: 'subtext',
} as const;
const isWrapper = (type: string): type is keyof typeof wrappers => Object.hasOwn(wrappers, type);

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asNodes = (value: unknown): readonly ParsedNode[] => (Array.isArray(value) ? value : []);
const text = (value: string): MarkdownNode => ({ kind: 'text', text: value });

const mention = (target: MentionTarget, node: ParsedNode, names: Names): MarkdownNode => {
  if (target === 'everyone')
    return names.everyone ? { kind: 'mention', target, text: node.type } : text(`@${node.type}`);
  const name = names.find(target, asText(node['id']));
  return { kind: 'mention', target, text: name ?? `unknown-${target}` };
};

const convertList = (node: ParsedNode, names: Names): MarkdownNode => {
  const start: unknown = node['start'];
  const items = Array.isArray(node['items']) ? node['items'] : [];
  return {
    kind: 'list',
    ...(typeof start === 'number' ? { start } : {}),
    items: items.map((item) => convertAll(asNodes(item), names)),
  };
};

const convert = (node: ParsedNode, names: Names): MarkdownNode => {
  if (isWrapper(node.type))
    return { kind: wrappers[node.type], nodes: convertAll(asNodes(node['content']), names) };
  const inner = () => convertAll(asNodes(node['content']), names);
  switch (node.type) {
    case 'br':
    case 'newline':
      return { kind: 'break' };
    case 'heading':
      return {
        kind: 'heading',
        level: node['level'] === 1 ? 1 : node['level'] === 2 ? 2 : 3,
        nodes: inner(),
      };
    case 'inlineCode':
      return { kind: 'code', text: asText(node['content']) };
    case 'codeBlock':
      return { kind: 'code-block', text: asText(node['content']) };
    case 'list':
      return convertList(node, names);
    case 'link':
    case 'url':
    case 'autolink':
      return { kind: 'link', url: asText(node['target']), nodes: inner() };
    case 'user':
    case 'role':
    case 'channel':
      return mention(node.type, node, names);
    case 'slashCommand':
      return { kind: 'mention', target: 'command', text: asText(node['fullName']) };
    case 'guildNavigation':
      return { kind: 'mention', target: 'channel', text: asText(node['navigation']) };
    case 'everyone':
    case 'here':
      return mention('everyone', node, names);
    case 'timestamp':
      return { kind: 'time', seconds: Number(node['timestamp']), style: asText(node['format']) || 'f' };
    case 'emoji':
      return text(`:${asText(node['name'])}:`);
    case 'twemoji':
      return text(asText(node['name']));
    default: // The parser's node types are an open set; every other one carries plain text.
      return text(asText(node['content']));
  }
};

/** The parser splits text at each sign; this joins the pieces again. */
const convertAll = (parsed: readonly ParsedNode[], names: Names): readonly MarkdownNode[] => {
  const nodes: MarkdownNode[] = [];
  for (const node of parsed) {
    const next = convert(node, names);
    const last = nodes.at(-1);
    if (next.kind === 'text' && last?.kind === 'text') nodes[nodes.length - 1] = text(last.text + next.text);
    else nodes.push(next);
  }
  return nodes;
};

/** Reads Discord's markdown as a Discord client shows it in a bot's message: masked links included. */
export const parseMarkdown = (source: string, find: FindName, everyone = false): readonly MarkdownNode[] =>
  convertAll(parseNodes(source, { inline: true }), { find, everyone });

const mentionSigns = { user: '@', role: '@', everyone: '@', channel: '#', command: '/' } as const;

/** The words a reader sees, without any formatting. Lines and blocks are joined by one space. */
export const plainText = (nodes: readonly MarkdownNode[]): string =>
  nodes
    .map((node) => {
      switch (node.kind) {
        case 'text':
        case 'code':
        case 'code-block':
          return node.text;
        case 'break':
          return ' ';
        case 'mention':
          return `${mentionSigns[node.target]}${node.text}`;
        case 'time':
          return new Date(node.seconds * 1000).toISOString();
        case 'list':
          return node.items.map(plainText).join(' ');
        case 'strong':
        case 'emphasis':
        case 'underline':
        case 'strike':
        case 'spoiler':
        case 'link':
          return plainText(node.nodes);
        case 'quote':
        case 'subtext':
        case 'heading':
          return `${plainText(node.nodes)} `;
      }
      return node satisfies never;
    })
    .join('')
    .trim();
