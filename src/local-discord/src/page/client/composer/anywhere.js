// @ts-check
import { element } from '../element.js';

/**
 * Takes files that are dropped anywhere on the page, or pasted. A file field, in a command or a form, takes its own;
 * what is dropped beside one in a form is left alone, and never opened in place of the page.
 * @param {HTMLElement} place what is covered while files hang over the page
 * @param {{ label: () => string, drop: (files: readonly File[]) => void }} host
 */
export const dropAnywhere = (place, { label, drop }) => {
  const words = element('p', {});
  const cover = element('div', { class: 'drop-cover', hidden: true, 'aria-hidden': 'true' }, words);
  place.append(cover);

  const isIn = (/** @type {Event} */ { target }, /** @type {string} */ selector) =>
    target instanceof Element && target.closest(selector) !== null;

  const over = (/** @type {DragEvent} */ event) => {
    if (!event.dataTransfer?.types.includes('Files') || isIn(event, 'input[type=file]')) return;
    event.preventDefault();
    if (isIn(event, 'dialog')) {
      event.dataTransfer.dropEffect = 'none';
      return;
    }
    event.dataTransfer.dropEffect = 'copy';
    words.textContent = label();
    cover.hidden = false;
  };
  document.addEventListener('dragenter', over);
  document.addEventListener('dragover', over);
  document.addEventListener('dragleave', (event) => {
    // No related target: the pointer left the window.
    if (event.relatedTarget === null) cover.hidden = true;
  });
  document.addEventListener('drop', (event) => {
    cover.hidden = true;
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0 || isIn(event, 'input[type=file]')) return;
    event.preventDefault();
    if (!isIn(event, 'dialog')) drop(files);
  });
  document.addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length === 0 || isIn(event, 'dialog')) return;
    event.preventDefault();
    drop(files);
  });
};

/**
 * Sends what somebody types while nothing has the focus to the message box, as Discord does. The key itself still
 * arrives there, because the focus moves before it is written.
 * @param {() => void} focus
 */
export const typeAnywhere = (focus) => {
  document.addEventListener('keydown', (event) => {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText && document.activeElement === document.body) focus();
  });
};
