// @ts-check
/** @import { ActionResult, PageAction } from '../protocol.ts' */

/**
 * Tells the server what the viewer does. Never rejects: a server that is gone is an action without answer.
 * @param {string} person the key of who acts
 * @param {string} locale
 * @param {PageAction} action
 * @returns {Promise<ActionResult>}
 */
export const sendAction = async (person, locale, action) => {
  try {
    const response = await fetch('act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person, locale, action }),
    });
    if (response.ok) return await response.json();
    return { kind: 'refused', reason: `The local Discord refused this: ${await response.text()}` };
  } catch {
    return { kind: 'refused', reason: 'The local Discord does not answer. Is it still running?' };
  }
};
