// @ts-check

/** @typedef {Readonly<Record<string, string | number | boolean | undefined>>} Attributes */

/**
 * The one way this page makes HTML elements. Children that are strings become text nodes, so what a bot or a report
 * says is never read as HTML. An attribute that is true stands empty; one that is false or undefined is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export const element = (tag, attributes, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  made.append(...children);
  return made;
};

/**
 * A button with a handler.
 * @param {Attributes} attributes
 * @param {() => void} onClick
 * @param {...(Node | string)} children
 */
export const button = (attributes, onClick, ...children) => {
  const made = element('button', { type: 'button', ...attributes }, ...children);
  made.addEventListener('click', onClick);
  return made;
};

/**
 * An element of the page that index.html promises.
 * @param {string} id
 */
export const byId = (id) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`Cannot find "#${id}" in index.html`);
  return found;
};

/** Line drawings on a grid of 16 by 16. */
const drawings = {
  more: 'M3 8h.01M8 8h.01M13 8h.01',
  eye: 'M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8Zm6.5 2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  file: 'M4 1.5h5L12.5 5v9.5h-9v-13Zm5 0V5h3.5',
  external: 'M6 3H3v10h10v-3M9 2.5h4.5V7M13 3 7.5 8.5',
  send: 'M2 8 14 2.5 10.5 14 7.5 9Z M7.5 9 14 2.5',
  turn: 'M3 12V9a3 3 0 0 1 3-3h7',
  down: 'm4 6 4 4 4-4',
  close: 'm4 4 8 8m0-8-8 8',
  plus: 'M8 3v10M3 8h10',
  check: 'm3 8.5 3.5 3.5L13 4.5',
};

/**
 * A decoration: the words beside it say what it means.
 * @param {keyof typeof drawings} name
 */
export const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', `icon icon-${name}`);
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', drawings[name]);
  svg.append(path);
  return svg;
};
