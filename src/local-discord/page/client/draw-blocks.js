// @ts-check
/** @import { BlockView, ButtonView, EmbedView, FileView, PictureView, SelectView } from '../message-view.ts' */
import { drawMarkdown, drawSpoiler, outerLink } from './draw-markdown.js';
import { button, element } from './element.js';
import { icon } from './icon.js';
import { openMenu } from './menu.js';

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

/**
 * @param {SelectView} view
 * @param {Hands} hands
 */
const drawSelect = (view, hands) => {
  const many = view.max > 1;
  const label = view.placeholder === '' ? 'Make a selection' : view.placeholder;
  const chosen = view.choices.filter(({ selected }) => selected);
  const values = new Set(chosen.map(({ value }) => value));
  const toggle = (/** @type {string} */ value) => {
    if (!many) return hands.choose(view.customId, [value]);
    if (!values.delete(value)) values.add(value);
  };
  const choose = () => {
    const before = new Set(chosen.map(({ value }) => value));
    const isSame = before.size === values.size && [...values].every((value) => before.has(value));
    if (!isSame && values.size >= view.min) hands.choose(view.customId, [...values]);
  };
  const drawn = button(
    {
      class: 'select',
      disabled: view.disabled,
      'data-part': view.customId,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    },
    () =>
      openMenu(drawn, {
        label,
        many,
        items: view.choices.map(({ value, label: text, description, selected }) => ({
          label: text,
          ...(description === undefined ? {} : { description }),
          checked: selected,
          pick: () => toggle(value),
        })),
        ...(many ? { onClose: choose } : {}),
      }),
    element(
      'span',
      { class: chosen.length === 0 ? 'select-hint' : '', dir: 'auto' },
      chosen.map((choice) => choice.label).join(', ') || label,
    ),
    icon('down'),
  );
  return drawn;
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
export const drawFile = ({ name, size, url, spoiler }) => {
  const drawn = element(
    'div',
    { class: 'file' },
    icon('file'),
    element(
      'span',
      { class: 'file-text' },
      element('a', { class: 'link', href: url, download: name }, name),
      element('span', { class: 'file-size' }, formatSize(size)),
    ),
  );
  return spoiler ? drawSpoiler([drawn]) : drawn;
};

/** @param {number} bytes */
const formatSize = (bytes) =>
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
