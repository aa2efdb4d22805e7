// @ts-check
import { drawAvatar } from './draw-message.js';
import { button, element, icon } from '../element.js';

/**
 * A line that only this page shows: a command on its way, or one that nobody answered.
 * @typedef {object} Note
 * @property {string} id
 * @property {string} channelId
 * @property {string} at ISO time
 * @property {string} command as the viewer sees it, such as `/ask`
 * @property {import('../../message-view.ts').AuthorView} bot
 * @property {string} [failure] Absent while the command is on its way.
 * @property {() => void} dismiss
 */

/** @param {Note} note */
export const drawNote = ({ bot, command, failure, dismiss }) =>
  element(
    'article',
    {
      class: `message ${failure === undefined ? 'pending' : 'private'}`,
      'aria-label': `${bot.name}, ${command}`,
    },
    drawAvatar(bot),
    element(
      'div',
      { class: 'message-body' },
      element(
        'p',
        { class: 'message-head' },
        element('span', { class: 'author' }, bot.name),
        element('span', { class: 'app-tag' }, 'APP'),
      ),
      ...(failure === undefined
        ? [element('p', { class: 'thinking' }, `Sending ${command}…`)]
        : [
            element('p', { class: 'failure' }, failure),
            element(
              'p',
              { class: 'private-note' },
              icon('eye'),
              'Only you can see this · ',
              button({ class: 'text-button' }, dismiss, 'Dismiss message'),
            ),
          ]),
    ),
  );

/**
 * The lines that this page adds to channels by itself.
 * @param {() => void} onChange
 */
export const createNotes = (onChange) => {
  let last = 0;
  /** @type {readonly Note[]} */
  let notes = [];
  const change = (/** @type {readonly Note[]} */ changed) => {
    notes = changed;
    onChange();
  };
  const remove = (/** @type {string} */ id) => change(notes.filter((note) => note.id !== id));
  return {
    /**
     * Gives the note's id.
     * @param {Pick<Note, 'channelId' | 'command' | 'bot' | 'failure'>} facts
     */
    add: (facts) => {
      last += 1;
      const id = `note-${last}`;
      change([...notes, { ...facts, id, at: new Date().toISOString(), dismiss: () => remove(id) }]);
      return id;
    },
    remove,
    fail: (/** @type {string} */ id, /** @type {string} */ failure) =>
      change(notes.map((note) => (note.id === id ? { ...note, failure } : note))),
    inChannel: (/** @type {string} */ id) => notes.filter(({ channelId }) => channelId === id),
    clear: () => {
      notes = [];
    },
  };
};
