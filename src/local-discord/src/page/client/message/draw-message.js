// @ts-check
/** @import { AuthorView, MessageView } from '../../message-view.ts' */
/** @import { ComponentHandlers } from './draw-blocks.js' */
import { drawBlocks, drawFile } from './draw-blocks.js';
import { drawMarkdown } from './draw-markdown.js';
import { button, element, icon } from '../element.js';
import { messageTime } from './time.js';

/**
 * @typedef {ComponentHandlers & {
 *   dismiss: () => void,
 *   openMenu: (anchor: HTMLElement, point?: { x: number, y: number }) => void,
 * }} MessageHandlers
 */

/**
 * @param {MessageView} view
 * @param {MessageHandlers} handlers
 * @param {{ continues: boolean, failed: boolean }} look `continues`: the same author wrote just above; `failed`: the
 *   bot did not answer the last click.
 */
export const drawMessage = (view, handlers, { continues, failed }) => {
  const more = button(
    { class: 'icon-button more', 'aria-haspopup': 'menu', 'aria-expanded': 'false', 'data-part': 'more' },
    () => handlers.openMenu(more),
    icon('more'),
    element('span', { class: 'visually-hidden' }, `Actions for the message of ${view.author.name}`),
  );
  const drawn = element(
    'article',
    {
      class: `message${continues ? ' continues' : ''}${view.private ? ' private' : ''}${view.mentionsViewer ? ' mentions-you' : ''}`,
      'data-message': view.id,
      'aria-label': `${view.author.name}, ${messageTime(view.at)}`,
    },
    ...drawAbove(view),
    continues ? element('span', { class: 'avatar-gap' }) : drawAvatar(view.author),
    element(
      'div',
      { class: 'message-body' },
      ...(continues ? [] : [drawHead(view)]),
      ...drawContent(view, handlers),
      ...(failed ? [element('p', { class: 'failure' }, 'This interaction failed')] : []),
      ...(view.private ? [drawPrivate(handlers)] : []),
    ),
    more,
  );
  drawn.addEventListener('contextmenu', (event) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    event.preventDefault();
    handlers.openMenu(more, { x: event.clientX, y: event.clientY });
  });
  return drawn;
};

/** @param {AuthorView} author */
export const drawAvatar = ({ id, name, bot }) =>
  element(
    'span',
    { class: `avatar avatar-${bot ? 'bot' : Number(id.slice(-2)) % 5}`, 'aria-hidden': 'true' },
    bot ? (document.body.dataset['botAvatar'] ?? '') : name.slice(0, 1).toUpperCase(),
  );

/** @param {MessageView} view */
const drawAbove = ({ usedBy, repliesTo }) => {
  if (usedBy !== undefined)
    return [
      element(
        'p',
        { class: 'above' },
        icon('turn'),
        drawAvatar(usedBy.author),
        element('span', { class: 'above-name' }, usedBy.author.name),
        ' used ',
        element('span', { class: 'mention' }, usedBy.command),
      ),
    ];
  if (repliesTo === undefined) return [];
  if ('gone' in repliesTo)
    return [element('p', { class: 'above' }, icon('turn'), 'The first message was deleted')];
  return [
    element(
      'p',
      { class: 'above' },
      icon('turn'),
      drawAvatar(repliesTo.author),
      element('span', { class: 'above-name' }, repliesTo.author.name),
      element('span', { class: 'above-text', dir: 'auto' }, repliesTo.text),
    ),
  ];
};

/** @param {MessageView} view */
const drawHead = ({ author, at }) =>
  element(
    'p',
    { class: 'message-head' },
    element('span', { class: 'author' }, author.name),
    ...(author.bot ? [element('span', { class: 'app-tag' }, 'APP')] : []),
    element('time', { class: 'message-time', datetime: at }, messageTime(at)),
  );

/**
 * @param {MessageView} view
 * @param {ComponentHandlers} handlers
 * @returns {Node[]}
 */
const drawContent = (view, handlers) => {
  if (view.thinking)
    return [
      element(
        'p',
        { class: 'thinking' },
        element(
          'span',
          { class: 'dots', 'aria-hidden': 'true' },
          element('i', {}),
          element('i', {}),
          element('i', {}),
        ),
        `${view.author.name} is thinking…`,
      ),
    ];
  if (view.unanswered) return [element('p', { class: 'failure' }, 'The application did not respond')];
  const edited = view.edited ? [element('span', { class: 'edited' }, '(edited)')] : [];
  const text =
    view.nodes.length === 0
      ? []
      : [element('div', { class: 'text', dir: 'auto' }, ...drawMarkdown(view.nodes), ...edited)];
  return [
    ...text,
    ...view.files.map(drawFile),
    ...drawBlocks(view.blocks, handlers),
    ...(text.length === 0 ? edited : []),
  ];
};

/** @param {MessageHandlers} handlers */
const drawPrivate = ({ dismiss }) =>
  element(
    'p',
    { class: 'private-note' },
    icon('eye'),
    'Only you can see this · ',
    button({ class: 'text-button', 'data-part': 'dismiss' }, dismiss, 'Dismiss message'),
  );
