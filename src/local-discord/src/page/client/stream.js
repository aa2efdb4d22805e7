// @ts-check
/** @import { PageEvent } from '../protocol.ts' */

/** Milliseconds between two attempts to reach a server that is gone. */
const RETRY_AFTER = 1000;

/**
 * Listens to the server as one person, and comes back by itself after a restart of the server.
 * @param {string} person
 * @param {string} locale
 * @param {{ event: (event: PageEvent) => void, lost: () => void }} on
 * @returns {() => void} ends it
 */
export const openStream = (person, locale, on) => {
  /** @type {EventSource | undefined} */
  let source;
  let ended = false;
  const open = () => {
    if (ended) return;
    source = new EventSource(`events?${new URLSearchParams({ person, locale })}`);
    source.addEventListener('message', (message) => on.event(JSON.parse(message.data)));
    source.addEventListener('error', () => {
      source?.close();
      on.lost();
      setTimeout(open, RETRY_AFTER);
    });
  };
  open();
  return () => {
    ended = true;
    source?.close();
  };
};
