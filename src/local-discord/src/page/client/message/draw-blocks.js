// @ts-check
/** @import { BlockView, ButtonView, FileView } from '../../message-view.ts' */
import { drawMarkdown, outerLink } from './draw-markdown.js';
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
      return box;
    }
    case 'row':
      return element(
        'div',
        { class: 'row' },
        ...block.items.map((item) =>
          item.kind === 'select' ? drawSelect(item, handlers) : drawButton(item, handlers),
        ),
      );
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

/** @param {FileView} file */
export const drawFile = ({ name, size, url }) =>
  element(
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

/** @param {number} bytes */
export const formatSize = (bytes) =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1024 ** 2
      ? `${(bytes / 1024).toFixed(1)} KiB`
      : `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
