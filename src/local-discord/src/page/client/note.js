// @ts-check
import { drawAvatar } from './draw-message.js';
import { button, element } from './element.js';
import { icon } from './icon.js';

/**
 * A line that only this page shows: a command on its way, or one that nobody answered.
 * @typedef {object} Note
 * @property {string} id
 * @property {string} channelId
 * @property {string} at ISO time
 * @property {string} command as the viewer sees it, such as `/ask`
 * @property {import('../message-view.ts').AuthorView} bot
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
