// @ts-check
import { button, element, icon } from './element.js';

/**
 * @typedef {object} MenuItem
 * @property {string} label
 * @property {string} [description]
 * @property {boolean} [checked] Set: the item is one of a choice.
 * @property {() => void} pick
 *
 * @typedef {object} Menu
 * @property {string} label For screen readers.
 * @property {readonly MenuItem[]} items
 * @property {boolean} [many] Items toggle; the menu closes by Escape, Tab or a click outside.
 * @property {() => void} [onClose]
 */

/**
 * Opens a menu below `anchor`, or at a point of the window. Arrow keys, Home and End move, Enter picks, Escape closes
 * and gives the focus back.
 * @param {HTMLElement} anchor
 * @param {Menu} menu
 * @param {{ x: number, y: number }} [point]
 */
export const openMenu = (anchor, { label, items, many = false, onClose }, point) => {
  const returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : anchor;
  const close = (/** @type {boolean} */ giveFocusBack) => {
    if (!list.isConnected) return;
    list.remove();
    document.removeEventListener('pointerdown', outside, true);
    anchor.setAttribute('aria-expanded', 'false');
    if (giveFocusBack) (returnTo.isConnected ? returnTo : anchor).focus();
    onClose?.();
  };
  const outside = (/** @type {Event} */ event) => {
    if (event.target instanceof Node && !list.contains(event.target)) close(false);
  };
  const drawn = items.map((item) =>
    drawItem(item, many, () => {
      if (!many) close(true);
      item.pick();
    }),
  );
  const list = element('div', { class: 'menu', role: 'menu', 'aria-label': label }, ...drawn);
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      close(true);
    } else moveFocus(drawn, event);
  });
  document.body.append(list);
  place(list, anchor.getBoundingClientRect(), point);
  document.addEventListener('pointerdown', outside, true);
  anchor.setAttribute('aria-expanded', 'true');
  drawn[0]?.focus();
};

/**
 * @param {MenuItem} item
 * @param {boolean} many
 * @param {() => void} onPick
 */
const drawItem = ({ label, description, checked }, many, onPick) => {
  const role = checked === undefined ? 'menuitem' : many ? 'menuitemcheckbox' : 'menuitemradio';
  const details = description === undefined ? [] : [element('span', { class: 'menu-detail' }, description)];
  const mark = element('span', { class: 'menu-mark' }, icon('check'));
  const drawn = button(
    {
      class: 'menu-item',
      role,
      tabindex: -1,
      'aria-checked': checked === undefined ? undefined : String(checked),
    },
    () => {
      if (many) drawn.setAttribute('aria-checked', String(drawn.getAttribute('aria-checked') !== 'true'));
      onPick();
    },
    element('span', { class: 'menu-text', dir: 'auto' }, element('span', {}, label), ...details),
    ...(checked === undefined ? [] : [mark]),
  );
  return drawn;
};

/**
 * @param {readonly HTMLElement[]} items
 * @param {KeyboardEvent} event
 */
const moveFocus = (items, event) => {
  const now = items.findIndex((item) => item === document.activeElement);
  /** @type {Readonly<Record<string, number>>} */
  const targets = { ArrowDown: now + 1, ArrowUp: now - 1 + items.length, Home: 0, End: items.length - 1 };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[target % items.length]?.focus();
};

/**
 * Keeps the menu inside the window.
 * @param {HTMLElement} list
 * @param {DOMRect} anchor
 * @param {{ x: number, y: number }} [point]
 */
const place = (list, anchor, point) => {
  const { width, height } = list.getBoundingClientRect();
  const x = point?.x ?? anchor.left;
  const below = point?.y ?? anchor.bottom + 4;
  const above = (point?.y ?? anchor.top - 4) - height;
  const y = below + height > innerHeight && above > 0 ? above : below;
  list.style.setProperty('left', `${Math.max(8, Math.min(x, innerWidth - width - 8))}px`);
  list.style.setProperty('top', `${Math.max(8, Math.min(y, innerHeight - height - 8))}px`);
};
