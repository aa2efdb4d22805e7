// @ts-check
/** @import { EmbedView } from '../message-view.ts' */
import { drawMarkdown, outerLink } from './draw-markdown.js';
import { element } from './element.js';

/**
 * @param {string} className
 * @param {readonly (Node | string)[]} children
 */
const part = (className, children) =>
  children.length === 0 ? [] : [element('div', { class: className, dir: 'auto' }, ...children)];

/** @param {EmbedView} embed */
export const drawEmbed = ({ accent, author, title, url, text, fields, footer }) => {
  const heading = drawMarkdown(title);
  const box = element(
    'div',
    { class: 'container embed' },
    ...part('embed-author', author === undefined ? [] : [author]),
    ...part(
      'embed-title',
      url === undefined || heading.length === 0 ? heading : [outerLink(url, 'link', ...heading)],
    ),
    ...part('text', drawMarkdown(text)),
    ...fields.map(({ name, value }) =>
      element(
        'div',
        { class: 'embed-field', dir: 'auto' },
        element('div', { class: 'embed-title' }, ...drawMarkdown(name)),
        element('div', { class: 'text' }, ...drawMarkdown(value)),
      ),
    ),
    ...part('subtext', footer === undefined ? [] : [footer]),
  );
  if (accent !== undefined) box.style.setProperty('--accent-line', accent);
  return box;
};
