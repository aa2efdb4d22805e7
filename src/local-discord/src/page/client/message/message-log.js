// @ts-check
/** @import { MessageView } from '../../message-view.ts' */
/** @import { MessageHandlers } from './draw-message.js' */
/** @import { Note } from './note.js' */
import { drawMessage } from './draw-message.js';
import { element } from '../element.js';
import { drawNote } from './note.js';

/** Milliseconds within which messages of one author stand under one name. */
const SAME_BREATH = 7 * 60_000;

/** Pixels from the end within which the reader counts as reading the newest message. */
const NEAR_END = 120;

/**
 * The message list of one channel.
 * @param {HTMLElement} place
 * @param {(message: MessageView) => MessageHandlers} handlersFor
 */
export const createMessageLog = (place, handlersFor) => {
  /** What is drawn, by the id of a message or note, with the view it was drawn from. */
  let drawn = new Map(/** @type {[string, { view: string, element: HTMLElement }][]} */ ([]));

  /**
   * Draws anew only what changed, so that the focus, opened spoilers and a screen reader's place survive.
   * @param {readonly MessageView[]} messages oldest first
   * @param {readonly Note[]} notes
   * @param {ReadonlySet<string>} failed ids of messages whose last interaction failed
   * @param {string} welcome
   */
  const show = (messages, notes, failed, welcome) => {
    const isAtEnd = place.scrollHeight - place.scrollTop - place.clientHeight < NEAR_END;
    const focused = document.activeElement?.closest('[data-message]');
    const focusedPart = document.activeElement?.getAttribute('data-part');
    const entries = [
      ...messages.map((message, index) => {
        const look = { continues: continues(messages[index - 1], message), failed: failed.has(message.id) };
        return {
          id: message.id,
          at: message.at,
          view: JSON.stringify([message, look]),
          draw: () => drawMessage(message, handlersFor(message), look),
        };
      }),
      ...notes.map((note) => ({
        id: note.id,
        at: note.at,
        view: JSON.stringify(note),
        draw: () => drawNote(note),
      })),
    ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
    const next = new Map(
      entries.map(({ id, view, draw }) => {
        const old = drawn.get(id);
        return [id, old?.view === view ? old : { view, element: draw() }];
      }),
    );
    const first = element('p', { class: 'welcome' }, welcome);
    patch(place, [
      place.firstElementChild?.textContent === welcome ? (place.firstElementChild ?? first) : first,
      ...[...next.values()].map((each) => each.element),
    ]);
    drawn = next;
    if (isAtEnd) place.scrollTop = place.scrollHeight;
    if (focused && !focused.isConnected)
      refocus(place, focused.getAttribute('data-message') ?? '', focusedPart ?? '');
  };
  return { show };
};

/**
 * Whether a message stands under the name of the one above it.
 * @param {MessageView | undefined} above
 * @param {MessageView} message
 */
const continues = (above, message) =>
  above !== undefined &&
  above.author.id === message.author.id &&
  above.private === message.private &&
  message.usedBy === undefined &&
  message.repliesTo === undefined &&
  Date.parse(message.at) - Date.parse(above.at) < SAME_BREATH;

/**
 * Makes `wanted` the children of `place`, touching only those that differ.
 * @param {HTMLElement} place
 * @param {readonly Element[]} wanted
 */
const patch = (place, wanted) => {
  const keep = new Set(wanted);
  for (const child of Array.from(place.children)) if (!keep.has(child)) child.remove();
  for (const [index, child] of wanted.entries())
    if (place.children[index] !== child) place.insertBefore(child, place.children[index] ?? null);
};

/**
 * A message with the focus inside was drawn anew: the same part gets it back, else the first usable one.
 * @param {HTMLElement} place
 * @param {string} id
 * @param {string} part
 */
const refocus = (place, id, part) => {
  const message = place.querySelector(`[data-message="${CSS.escape(id)}"]`);
  const parts = [...(message?.querySelectorAll('button:not(:disabled)') ?? [])];
  const same = parts.find((each) => each.getAttribute('data-part') === part);
  const target = same ?? parts.find((each) => each.getAttribute('data-part') !== 'more') ?? place;
  if (target instanceof HTMLElement) target.focus({ preventScroll: true });
};
