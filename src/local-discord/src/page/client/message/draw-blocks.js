// @ts-check
/** @import { BlockView, ButtonView, EmbedView, FileView, PictureView } from '../../message-view.ts' */
import { drawMarkdown, drawSpoiler, outerLink } from './draw-markdown.js';
import { drawSelect } from './draw-select.js';
import { button, element, icon } from '../element.js';

/**
 * What a component of a message does when used.
 * @typedef {object} ComponentHandlers
 * @property {(customId: string) => void} click
 * @property {(customId: string, values: readonly string[]) => void} choose
 */

/**
 * @param {readonly BlockView[]} blocks
 * @param {ComponentHandlers} handlers
 * @returns {HTMLElement[]}
 */
export const drawBlocks = (blocks, handlers) => blocks.map((block) => drawBlock(block, handlers));

/**
 * @param {BlockView} block
 * @param {ComponentHandlers} handlers
 * @returns {HTMLElement}
 */
const drawBlock = (block, handlers) => {
  switch (block.kind) {
    case 'text':
      return element('div', { class: 'text', dir: 'auto' }, ...drawMarkdown(block.nodes));
    case 'container': {
      const box = element('div', { class: 'container' }, ...drawBlocks(block.blocks, handlers));
      if (block.accent !== undefined) box.style.setProperty('--accent-line', block.accent);
      return block.spoiler ? drawSpoiler([box]) : box;
    }
    case 'section':
      return element(
        'div',
        { class: 'section' },
        element('div', { class: 'section-texts' }, ...drawBlocks(block.blocks, handlers)),
        block.accessory.kind === 'picture'
          ? drawPicture(block.accessory)
          : drawButton(block.accessory, handlers),
      );
    case 'separator':
      return element('hr', {
        class: `separator${block.line ? '' : ' separator-blank'}${block.large ? ' separator-large' : ''}`,
      });
    case 'row':
      return element(
        'div',
        { class: 'row' },
        ...block.items.map((item) =>
          item.kind === 'select' ? drawSelect(item, handlers) : drawButton(item, handlers),
        ),
      );
    case 'gallery':
      return element('div', { class: 'gallery' }, ...block.pictures.map(drawPicture));
    case 'file':
      return drawFile(block);
  }
};

/**
 * @param {ButtonView} view
 * @param {ComponentHandlers} handlers
 */
const drawButton = (view, handlers) => {
  if (view.kind === 'button')
    return button(
      { class: `button button-${view.style}`, disabled: view.disabled, 'data-part': view.customId },
      () => handlers.click(view.customId),
      element('span', { dir: 'auto' }, view.label),
    );
  if (view.disabled)
    return button({ class: 'button button-secondary', disabled: true }, () => {}, view.label);
  return outerLink(view.url, 'button button-secondary', view.label, icon('external'));
};

/** @param {PictureView} picture */
const drawPicture = ({ url, description, spoiler }) => {
  // Only pictures of this server are fetched: the page works offline, and its policy forbids other hosts.
  const drawn = url.startsWith('/')
    ? element('img', { class: 'picture', src: url, alt: description, loading: 'lazy' })
    : outerLink(url, 'link', description === '' ? url : description);
  return spoiler ? drawSpoiler([drawn]) : drawn;
};

/** @param {FileView} file */
export const drawFile = ({ name, size, url, spoiler, isPicture }) => {
  const row = element(
    'div',
    { class: 'file' },
    icon('file'),
    element(
      'span',
      { class: 'file-text' },
      element('a', { class: 'link', href: url, download: name, dir: 'auto' }, name),
      element('span', { class: 'file-size' }, formatSize(size)),
    ),
  );
  const drawn = isPicture
    ? element('div', {}, element('img', { class: 'picture', src: url, alt: '', loading: 'lazy' }), row)
    : row;
  return spoiler ? drawSpoiler([drawn]) : drawn;
};

/** @param {number} bytes */
export const formatSize = (bytes) =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toFixed(1)} KiB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;

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
