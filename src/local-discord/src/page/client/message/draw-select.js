// @ts-check
/** @import { SelectView } from '../../message-view.ts' */
/** @import { ComponentHandlers } from './draw-blocks.js' */
import { button, element, icon } from '../element.js';
import { openMenu } from '../menu.js';

/**
 * @param {SelectView} view
 * @param {ComponentHandlers} handlers
 */
export const drawSelect = (view, handlers) => {
  const many = view.max > 1;
  const label = view.placeholder === '' ? 'Make a selection' : view.placeholder;
  const chosen = view.choices.filter(({ selected }) => selected);
  const values = new Set(chosen.map(({ value }) => value));
  const toggle = (/** @type {string} */ value) => {
    if (!many) return handlers.choose(view.customId, [value]);
    if (!values.delete(value)) values.add(value);
  };
  const choose = () => {
    const before = new Set(chosen.map(({ value }) => value));
    const isSame = before.size === values.size && [...values].every((value) => before.has(value));
    if (!isSame && values.size >= view.min) handlers.choose(view.customId, [...values]);
  };
  const drawn = button(
    {
      class: 'select',
      disabled: view.disabled,
      'data-part': view.customId,
      'aria-haspopup': 'menu',
      'aria-expanded': 'false',
    },
    () =>
      openMenu(drawn, {
        label,
        many,
        items: view.choices.map(({ value, label: text, description, selected }) => ({
          label: text,
          ...(description === undefined ? {} : { description }),
          checked: selected,
          pick: () => toggle(value),
        })),
        ...(many ? { onClose: choose } : {}),
      }),
    element(
      'span',
      { class: chosen.length === 0 ? 'select-hint' : '', dir: 'auto' },
      chosen.map((choice) => choice.label).join(', ') || label,
    ),
    icon('down'),
  );
  return drawn;
};
