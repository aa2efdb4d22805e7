// @ts-check
/** @import { PageEvent, PageState } from '../protocol.ts' */

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
