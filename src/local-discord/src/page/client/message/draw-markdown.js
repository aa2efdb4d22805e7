// @ts-check
/** @import { MarkdownNode } from '../../message-view.ts' */
import { element } from '../element.js';
import { formatTime } from './time.js';

/**
 * @param {readonly MarkdownNode[]} nodes
 * @returns {Node[]}
 */
export const drawMarkdown = (nodes) => nodes.map(drawNode);

/**
 * Opens in a new tab that knows nothing of this page.
 * @param {string} url
 * @param {string} className
 * @param {...(Node | string)} children
 */
export const outerLink = (url, className, ...children) =>
  element(
    'a',
    { class: className, href: url, target: '_blank', rel: 'noopener noreferrer', title: url },
    ...children,
  );

/** @type {Readonly<Record<'strong' | 'emphasis' | 'underline' | 'strike' | 'quote', keyof HTMLElementTagNameMap>>} */
const tags = { strong: 'strong', emphasis: 'em', underline: 'u', strike: 's', quote: 'blockquote' };

/**
 * @param {MarkdownNode} node
 * @returns {Node}
 */
const drawNode = (node) => {
  switch (node.kind) {
    case 'text':
      return document.createTextNode(node.text);
    case 'break':
      return element('br', {});
    case 'strong':
    case 'emphasis':
    case 'underline':
    case 'strike':
      return element(tags[node.kind], {}, ...drawMarkdown(node.nodes));
    case 'quote':
      return element('blockquote', { dir: 'auto' }, ...drawMarkdown(node.nodes));
    case 'subtext':
      return element('small', { class: 'subtext', dir: 'auto' }, ...drawMarkdown(node.nodes));
    case 'heading': // The page's own headings are h1 and h2.
      return element(
        'div',
        {
          class: `heading heading-${node.level}`,
          role: 'heading',
          'aria-level': node.level + 2,
          dir: 'auto',
        },
        ...drawMarkdown(node.nodes),
      );
    case 'code':
      return element('code', {}, node.text);
    case 'code-block':
      return element('pre', { tabindex: 0 }, element('code', {}, node.text));
    case 'link':
      return outerLink(node.url, 'link', ...drawMarkdown(node.nodes));
    case 'spoiler':
      return drawSpoiler(drawMarkdown(node.nodes));
    case 'list':
      return drawList(node);
    case 'mention':
      return element('span', { class: 'mention' }, `${signs[node.target]}${node.text}`);
    case 'time': {
      const { text, iso } = formatTime(node.seconds, node.style);
      return element('time', { class: 'timestamp', datetime: iso }, text);
    }
  }
};

/** @type {Readonly<Record<Extract<MarkdownNode, { kind: 'mention' }>['target'], string>>} */
const signs = { user: '@', role: '@', everyone: '@', channel: '#', command: '/' };

/** @param {Extract<MarkdownNode, { kind: 'list' }>} list */
const drawList = ({ start, items }) => {
  const drawn = items.map((item) => element('li', { dir: 'auto' }, ...drawMarkdown(item)));
  return start === undefined ? element('ul', {}, ...drawn) : element('ol', { start }, ...drawn);
};

/** @param {readonly Node[]} children */
export const drawSpoiler = (children) => {
  const content = element('span', { class: 'spoiler-content' }, ...children);
  const cover = element('button', { type: 'button', class: 'spoiler-cover' }, 'Spoiler: show');
  content.hidden = true;
  cover.addEventListener('click', () => {
    cover.remove();
    content.hidden = false;
  });
  return element('span', { class: 'spoiler' }, cover, content);
};
