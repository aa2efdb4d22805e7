// @ts-check
/** @import { ActionResult, PageAction, PageEvent, PageState } from '../protocol.ts' */

/**
 * Tells the server what the viewer does. Never rejects: a server that is gone is an action without answer.
 * @param {string} person the key of who acts
 * @param {string} locale
 * @param {PageAction<File>} action
 * @returns {Promise<ActionResult>}
 */
export const sendAction = async (person, locale, action) => {
  try {
    const response = await fetch('act', { method: 'POST', ...requestOf({ person, locale, action }) });
    if (response.ok) return await response.json();
    return { kind: 'refused', reason: `The local Discord refused this: ${await response.text()}` };
  } catch {
    return { kind: 'refused', reason: 'The local Discord does not answer. Is it still running?' };
  }
};

/**
 * JSON, or with files a form that has them beside the JSON.
 * @param {object} content
 */
const requestOf = (content) => {
  /** @type {File[]} */
  const files = [];
  const json = JSON.stringify(content, (_, /** @type {unknown} */ value) =>
    value instanceof File ? { file: String(files.push(value) - 1) } : value,
  );
  if (files.length === 0) return { headers: { 'content-type': 'application/json' }, body: json };
  const body = new FormData();
  body.set('payload_json', json);
  for (const [index, file] of files.entries()) body.set(`files[${index}]`, file);
  return { headers: { 'x-from-page': 'yes' }, body };
};

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

/**
 * What the viewer sees after an event.
 * @param {PageState | undefined} state undefined before the first event, which brings the whole state
 * @param {PageEvent} event
 * @returns {PageState}
 */
export const applyEvent = (state, event) => {
  if (event.kind === 'state') return event.state;
  if (state === undefined)
    throw new Error(`Cannot apply "${event.kind}" before the server has sent its state`);
  switch (event.kind) {
    case 'message': {
      const { message } = event;
      const isKnown = state.messages.some(({ id }) => id === message.id);
      const changed = state.messages.map((each) => (each.id === message.id ? message : each));
      return { ...state, messages: isKnown ? changed : [...state.messages, message] };
    }
    case 'message-gone':
      return { ...state, messages: state.messages.filter(({ id }) => id !== event.id) };
    case 'channels':
      return { ...state, channels: event.channels };
    case 'presence':
      return { ...state, online: event.online };
  }
};
