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
