import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import { findBoilerplateRule } from '../boilerplate/boilerplate-rules.ts';
import { findByline, isProse } from '../boilerplate/classify-line.ts';
import { isDateLine } from '../boilerplate/find-date.ts';
import type { PageBlock } from './page-blocks.ts';

/** The text of one element, as a rule sees it. */
interface PartText {
  readonly text: string;
  /** Whether a paragraph of it may be one of the article. */
  readonly prose: boolean;
  /** How many of its blocks are nothing but links, from 0 to 1. */
  readonly links: number;
}

interface PartRule {
  /** Completes "removed: ...". */
  readonly why: string;
  /** In the names of an element: its tag, role, class, id and label, in small letters, parted by hyphens. */
  readonly name: RegExp;
  /** Names promise little: a page's `body` may be called `has-sidebar`. */
  readonly fits: (part: PartText) => boolean;
}

/** As a whole name, or a part of one between hyphens. */
const named = (names: string): RegExp => new RegExp(`(?:^|[ -])(?:${names})(?:[ -]|$)`, 'u');

/** No bar, notice or form has more. In characters. */
const SHORT = 400;
/** A list of this many links, of all its entries, is there for its links. */
const MANY_LINKS = 0.3;

const isShort = ({ text, prose }: PartText): boolean => !prose && text.length <= SHORT;
const isLinks = ({ prose, links }: PartText): boolean => !prose || links >= MANY_LINKS;

const RULES: readonly PartRule[] = [
  {
    why: 'navigation',
    name: named('nav|navbar|navigation|menubar|breadcrumbs?|pagination|pager'),
    fits: isLinks,
  },
  {
    why: 'a share bar',
    name: named('share|sharing|shares|sharebar|sharedaddy|addtoany|addthis|social|socials|follow-us'),
    fits: isShort,
  },
  {
    why: 'a list of other articles',
    name: named(
      'related|recommended|recommendations?|recirc|read-(?:also|more|next)|more-(?:news|stories|from|on)|most-(?:read|popular)|see-also|trending|outbrain|taboola|also-like|teasers',
    ),
    fits: isLinks,
  },
  {
    why: 'a cookie notice',
    name: named('cookies?|consent|gdpr|onetrust|cmp'),
    fits: ({ text }) =>
      text.length <= 5 * SHORT && /cookie|consent|privacy|datenschutz|confidentialit|privaci/iu.test(text),
  },
  {
    why: 'a newsletter notice',
    name: named('newsletters?|subscribe|subscription|sign-?up|mailing-list'),
    fits: (part) =>
      isShort(part) || (part.text.length <= SHORT && /newsletter|subscri|e-?mail|inbox/iu.test(part.text)),
  },
  { why: 'an advertisement', name: named('ads?|adverts?|advertisement|sponsored|promo'), fits: isShort },
  {
    why: 'comments',
    name: /(?:^| )(?:comments?|comments?-(?:area|list|section)|commentlist|disqus(?:-thread)?)(?: |$)/u,
    fits: () => true,
  },
];

/** They hold the article, whatever they are called. */
const NEVER = new Set(['html', 'body', 'main', 'article', 'p', 'h1', 'blockquote']);
/** A label is a few words. In characters, of all names of an element together. */
const MOST_NAMES = 300;

/** Why a block belongs to something around the article, by its number: a share bar, navigation, a list of others. */
export function findPageParts(blocks: readonly PageBlock[]): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const prose = blocks.map(({ block }) => isProse(block.text));
  const countProse = (numbers: readonly number[]): number => numbers.filter((each) => prose[each]).length;
  const all = countProse([...blocks.keys()]);
  for (const { rule, numbers } of namedParts(blocks)) {
    const within = numbers.flatMap((number) => blocks[number] ?? []);
    const part: PartText = {
      text: within.map(({ block }) => block.text).join(' '),
      prose: countProse(numbers) > 0,
      links: within.filter(isLink).length / within.length,
    };
    // What holds all paragraphs of the page holds the article.
    if ((part.prose && countProse(numbers) === all) || !rule.fits(part)) continue;
    for (const number of numbers) if (!reasons.has(number)) reasons.set(number, rule.why);
  }
  for (const [number, page] of blocks.entries()) {
    const { text } = page.block;
    // Who wrote the article, and when, often stands between its buttons.
    if (isDateLine(text) || findByline(text) !== undefined) reasons.delete(number);
    // A list without a name of its own, below "Read more".
    const above = blocks[number - 1]?.block.text;
    if (above === undefined || reasons.has(number) || prose[number] === true || !isLink(page)) continue;
    const rule = findBoilerplateRule({ text: above, part: 'tail', alone: true });
    if (rule?.leads === true || reasons.get(number - 1) === LINK) reasons.set(number, LINK);
  }
  return reasons;
}

const LINK = 'a link to another article';

interface NamedPart {
  readonly rule: PartRule;
  /** Of the blocks that are wholly within the element. */
  readonly numbers: readonly number[];
}

/** The elements whose names a rule knows, outer ones first. */
function namedParts(blocks: readonly PageBlock[]): readonly NamedPart[] {
  const rules = new Map<Tree.Element, PartRule | undefined>();
  const parts = new Map<Tree.Element, { readonly rule: PartRule; readonly numbers: number[] }>();
  for (const [number, { nodes }] of blocks.entries()) {
    const last = new Set(elementsAround(nodes.at(-1)));
    for (const element of elementsAround(nodes[0]).toReversed()) {
      if (!rules.has(element)) rules.set(element, ruleOf(element));
      const rule = rules.get(element);
      if (rule === undefined || !last.has(element)) continue;
      const part = parts.get(element);
      if (part === undefined) parts.set(element, { rule, numbers: [number] });
      else part.numbers.push(number);
    }
  }
  return [...parts.values()];
}

function ruleOf({ tagName, attrs }: Tree.Element): PartRule | undefined {
  if (NEVER.has(tagName)) return undefined;
  const names = attrs
    .filter(({ name }) => name === 'class' || name === 'id' || name === 'role' || name === 'aria-label')
    .map(({ value }) => value);
  const all = [tagName, ...names].join(' ').slice(0, MOST_NAMES);
  const plain = all
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, '-')
    .replaceAll('_', '-')
    .toLowerCase();
  return RULES.find(({ name }) => name.test(plain));
}

/** From the innermost on. */
function elementsAround(node: Tree.TextNode | undefined): readonly Tree.Element[] {
  const elements: Tree.Element[] = [];
  let parent = node?.parentNode ?? null;
  while (parent !== null && 'tagName' in parent) {
    elements.push(parent);
    parent = parent.parentNode;
  }
  return elements;
}

const isLink = ({ nodes }: PageBlock): boolean =>
  nodes.every((node) => elementsAround(node).some(({ tagName }) => tagName === 'a'));
