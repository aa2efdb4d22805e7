// @ts-check
import { byId } from './element.js';

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
