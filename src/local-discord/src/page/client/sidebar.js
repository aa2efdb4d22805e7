// @ts-check
/** @import { ChannelView } from '../protocol.ts' */
import { button, byId, element } from './element.js';

/** @param {ChannelView} channel */
export const channelTitle = ({ kind, name }) => `${kind === 'text' ? '#' : '@'}${name}`;

/**
 * @param {readonly ChannelView[]} channels
 * @param {string} current
 * @param {ReadonlySet<string>} unread
 * @param {(id: string) => void} open
 */
export const drawChannels = (channels, current, unread, open) => {
  // A button that is being pressed must not be taken away while nothing has changed.
  const view = JSON.stringify([channels.map(({ id, name }) => [id, name]), current, [...unread]]);
  if (byId('channels').dataset['view'] === view) return;
  byId('channels').dataset['view'] = view;
  const group = (/** @type {string} */ title, /** @type {ChannelView['kind']} */ kind) => [
    element('h2', { class: 'channel-group' }, title),
    element(
      'ul',
      { class: 'channel-list' },
      ...channels.filter((channel) => channel.kind === kind).map(drawChannel),
    ),
  ];
  const drawChannel = (/** @type {ChannelView} */ channel) => {
    const { id } = channel;
    const news = unread.has(id) && id !== current;
    return element(
      'li',
      {},
      button(
        {
          class: `channel-link${news ? ' unread' : ''}`,
          'aria-current': id === current ? 'page' : undefined,
          id: `channel-${id}`,
        },
        () => open(id),
        element(
          'span',
          { class: 'channel-sign', 'aria-hidden': 'true' },
          channel.kind === 'text' ? '#' : '@',
        ),
        channel.name,
        ...(news ? [element('span', { class: 'visually-hidden' }, ', new messages')] : []),
      ),
    );
  };
  const focused = document.activeElement?.id;
  byId('channels').replaceChildren(...group('Channels', 'text'), ...group('Direct messages', 'direct'));
  if (focused?.startsWith('channel-')) document.getElementById(focused)?.focus();
};

/** On a narrow window the sidebar is a drawer. Returns what closes it. */
export const connectDrawer = () => {
  const opener = byId('open-sidebar');
  const set = (/** @type {boolean} */ isOpen) => {
    document.body.classList.toggle('drawer-open', isOpen);
    byId('backdrop').hidden = !isOpen;
    opener.setAttribute('aria-expanded', String(isOpen));
    if (isOpen) byId('channels').querySelector('button')?.focus();
  };
  opener.addEventListener('click', () => set(!document.body.classList.contains('drawer-open')));
  byId('backdrop').addEventListener('click', () => set(false));
  byId('sidebar').addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !document.body.classList.contains('drawer-open')) return;
    set(false);
    opener.focus();
  });
  return () => set(false);
};

/**
 * @param {string} name the bot's
 * @param {boolean} isConnected to the server
 * @param {boolean} online whether the bot is
 */
export const drawPresence = (name, isConnected, online) => {
  const text = !isConnected
    ? 'The local Discord has stopped. This page comes back by itself when it starts again.'
    : online
      ? `${name} is online`
      : `${name} is offline`;
  const place = byId('presence');
  if (place.textContent !== text) place.textContent = text;
  place.className = `presence ${isConnected && online ? 'presence-online' : 'presence-offline'}`;
};
