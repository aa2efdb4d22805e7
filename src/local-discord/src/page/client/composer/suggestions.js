// @ts-check
import { element } from '../element.js';

/**
 * @typedef {object} Suggestion
 * @property {string} label
 * @property {string} [detail]
 * @property {string} [note] Stands at the far end of the line.
 * @property {() => void} pick
 */

/**
 * One list of suggestions above the composer, driven from whichever text field has the focus: the combobox pattern
 * with aria-activedescendant.
 * @param {HTMLElement} place
 */
export const createSuggestions = (place) => {
  const heading = element('p', { class: 'suggestions-heading', id: 'suggestions-heading' });
  const list = element('div', {
    class: 'suggestions-list',
    id: 'suggestions',
    role: 'listbox',
    'aria-labelledby': 'suggestions-heading',
  });
  const empty = element('p', { class: 'suggestions-note', role: 'status' });
  const box = element('div', { class: 'suggestions', hidden: true }, heading, list, empty);
  place.append(box);

  /** @type {readonly Suggestion[]} */
  let shown = [];
  /** @type {HTMLInputElement | undefined} */
  let field;
  let active = -1;

  const activate = (/** @type {number} */ index) => {
    active = index;
    for (const [at, option] of [...list.children].entries()) {
      option.setAttribute('aria-selected', String(at === index));
      if (at === index) option.scrollIntoView({ block: 'nearest' });
    }
    if (index < 0) field?.removeAttribute('aria-activedescendant');
    else field?.setAttribute('aria-activedescendant', `suggestion-${index}`);
  };

  const hide = () => {
    box.hidden = true;
    shown = [];
    activate(-1);
    field?.setAttribute('aria-expanded', 'false');
    field = undefined;
  };

  /**
   * @param {HTMLInputElement} owner
   * @param {{ title: string, items: readonly Suggestion[], note?: string, first?: boolean }} what `first`: the first
   *   item is active at once.
   */
  const show = (owner, { title, items, note = '', first = false }) => {
    if (field !== owner) hide();
    // Another list, such as the answer to one more letter, must not move what somebody is about to pick.
    const kept = items.findIndex(({ label }) => label === shown[active]?.label);
    field = owner;
    shown = items;
    heading.textContent = title;
    empty.textContent = note;
    empty.hidden = note === '';
    list.hidden = items.length === 0;
    list.replaceChildren(...items.map(drawSuggestion));
    box.hidden = false;
    owner.setAttribute('aria-expanded', String(items.length > 0));
    activate(kept < 0 && first && items.length > 0 ? 0 : kept);
  };

  /**
   * Takes the keys that belong to the list. Tells whether it did.
   * @param {KeyboardEvent} event
   */
  const handleKey = (event) => {
    if (box.hidden || event.isComposing || event.shiftKey) return false;
    if (event.key === 'Escape') hide();
    else if (shown.length === 0) return false;
    else if (event.key === 'ArrowDown') activate((active + 1) % shown.length);
    else if (event.key === 'ArrowUp') activate((active <= 0 ? shown.length : active) - 1);
    else if ((event.key === 'Enter' || event.key === 'Tab') && active >= 0) shown[active]?.pick();
    else return false;
    event.preventDefault();
    return true;
  };

  /** Whether the list belongs to that field now. */
  const isOpenFor = (/** @type {HTMLInputElement} */ owner) => field === owner;

  return { show, hide, handleKey, isOpenFor };
};

const drawSuggestion = (
  /** @type {Suggestion} */ { label, detail, note, pick },
  /** @type {number} */ index,
) => {
  const drawn = element(
    'div',
    { class: 'suggestion', role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false' },
    element('span', { class: 'suggestion-label', dir: 'auto' }, label),
    ...(detail === undefined ? [] : [element('span', { class: 'suggestion-detail', dir: 'auto' }, detail)]),
    ...(note === undefined ? [] : [element('span', { class: 'suggestion-note' }, note)]),
  );
  // The field keeps the focus: a press here must not blur it.
  drawn.addEventListener('mousedown', (event) => event.preventDefault());
  drawn.addEventListener('click', pick);
  return drawn;
};

/** @typedef {ReturnType<typeof createSuggestions>} Suggestions */

/** The attributes of a text field that drives the suggestions. */
export const comboboxAttributes = {
  role: 'combobox',
  autocomplete: 'off',
  spellcheck: 'false',
  'aria-autocomplete': 'list',
  'aria-controls': 'suggestions',
  'aria-expanded': 'false',
};
