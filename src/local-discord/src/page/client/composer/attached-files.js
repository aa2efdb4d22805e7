// @ts-check
/** @import { CommandView, FileLimits } from '../../protocol.ts' */
import { button, element, icon } from '../element.js';
import { formatSize } from '../message/draw-blocks.js';

/**
 * @typedef {object} AttachedHost
 * @property {() => FileLimits} limits
 * @property {() => readonly CommandView[]} commands those that take a file
 * @property {(command: CommandView) => void} giveTo
 * @property {() => void} emptied
 */

/**
 * The files that wait above the message box, to be sent with the message or given to a command.
 * @param {AttachedHost} host
 */
export const createAttachedFiles = (host) => {
  /** @type {readonly File[]} */
  let files = [];
  const list = element('ul', { class: 'attached-list', 'aria-label': 'Files to send' });
  const offers = element('div', { class: 'adders' });
  const fault = element('p', { class: 'option-fault', role: 'alert' });
  const box = element('div', { class: 'attached', hidden: true }, list, offers, fault);

  const change = (/** @type {readonly File[]} */ changed, /** @type {string} */ said) => {
    files = changed;
    fault.textContent = said;
    list.replaceChildren(...files.map(drawFile));
    const commands = files.length === 0 ? [] : host.commands();
    offers.replaceChildren(
      ...(commands.length === 0
        ? []
        : [element('span', { class: 'attached-or' }, 'Enter sends. Or give to')]),
      ...commands.map((command) =>
        button(
          { class: 'adder', title: command.description },
          () => host.giveTo(command),
          `/${command.label}`,
        ),
      ),
    );
    box.hidden = files.length === 0 && said === '';
  };

  const drawFile = (/** @type {File} */ file) =>
    element(
      'li',
      { class: 'attached-file' },
      icon('file'),
      element('span', { class: 'attached-name', dir: 'auto' }, file.name),
      element('span', { class: 'file-size' }, formatSize(file.size)),
      button(
        { class: 'icon-button' },
        () => {
          change(
            files.filter((each) => each !== file),
            '',
          );
          host.emptied();
        },
        icon('close'),
        element('span', { class: 'visually-hidden' }, `Remove ${file.name}`),
      ),
    );

  return {
    element: box,
    hasFiles: () => files.length > 0,
    /** Says why, when it does not take them all. */
    add: (/** @type {readonly File[]} */ given) => {
      const { maxBytes, tooLarge, maxCount } = host.limits();
      const small = given.filter(({ size }) => size <= maxBytes);
      const all = [...files, ...small];
      const said = [
        ...(small.length < given.length ? [tooLarge] : []),
        ...(all.length > maxCount ? [`A message takes at most ${maxCount} files.`] : []),
      ];
      change(all.slice(0, maxCount), said.join(' '));
    },
    /** Gives the files away. */
    take: () => {
      const taken = files;
      change([], '');
      return taken;
    },
  };
};
