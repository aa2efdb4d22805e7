// @ts-check
/** @import { BlockView, ButtonView, PictureView } from '../message-view.ts' */
import { drawFile } from './draw-file.js';
import { drawMarkdown, drawSpoiler, outerLink } from './draw-markdown.js';
import { drawSelect } from './draw-select.js';
import { button, element } from './element.js';
import { icon } from './icon.js';

/**
 * What a component of a message does when used.
 * @typedef {object} Hands
 * @property {(customId: string) => void} click
 * @property {(customId: string, values: readonly string[]) => void} choose
 */

/**
 * @param {readonly BlockView[]} blocks
 * @param {Hands} hands
 * @returns {HTMLElement[]}
 */
export const drawBlocks = (blocks, hands) => blocks.map((block) => drawBlock(block, hands));

/**
 * @param {BlockView} block
 * @param {Hands} hands
 * @returns {HTMLElement}
 */
const drawBlock = (block, hands) => {
  switch (block.kind) {
    case 'text':
      return element('div', { class: 'text', dir: 'auto' }, ...drawMarkdown(block.nodes));
    case 'container': {
      const box = element('div', { class: 'container' }, ...drawBlocks(block.blocks, hands));
      if (block.accent !== undefined) box.style.setProperty('--accent-line', block.accent);
      return block.spoiler ? drawSpoiler([box]) : box;
    }
    case 'section':
      return element(
        'div',
        { class: 'section' },
        element('div', { class: 'section-texts' }, ...drawBlocks(block.blocks, hands)),
        block.accessory.kind === 'picture'
          ? drawPicture(block.accessory)
          : drawButton(block.accessory, hands),
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
          item.kind === 'select' ? drawSelect(item, hands) : drawButton(item, hands),
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
 * @param {Hands} hands
 */
const drawButton = (view, hands) => {
  if (view.kind === 'button')
    return button(
      { class: `button button-${view.style}`, disabled: view.disabled, 'data-part': view.customId },
      () => hands.click(view.customId),
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
