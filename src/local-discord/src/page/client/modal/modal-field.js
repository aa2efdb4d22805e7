// @ts-check
/** @import { Control } from './modal-controls.js' */
/** @import { FileLimits, ModalFieldView, ModalInputView } from '../../protocol.ts' */
import { element } from '../element.js';
import { drawFiles, drawGroup, drawMenu, drawText } from './modal-controls.js';

/**
 * @param {ModalFieldView} field
 * @param {FileLimits} limits
 */
export const drawField = ({ customId, label, description, required, input }, limits) => {
  const id = `field-${customId}`;
  const told = element('span', { class: 'option-fault', role: 'alert', id: `${id}-fault` });
  const control = drawControl(input, required, limits);
  const isGroup = input.kind === 'radio' || input.kind === 'boxes';
  const name = element(
    isGroup ? 'span' : 'label',
    { class: 'modal-label', id: `${id}-label`, for: isGroup ? undefined : id, dir: 'auto' },
    label,
    required ? ' *' : '',
  );
  const detail =
    description === undefined ? [] : [element('span', { class: 'modal-detail', dir: 'auto' }, description)];
  const target = isGroup ? control.element : control.focused;
  target.id = id;
  if (isGroup) target.setAttribute('aria-labelledby', `${id}-label`);
  target.setAttribute('aria-describedby', `${id}-detail ${id}-fault`);
  for (const each of detail) each.id = `${id}-detail`;
  const tell = (/** @type {string} */ fault) => {
    told.textContent = fault;
    target.setAttribute('aria-invalid', String(fault !== ''));
    return fault === '';
  };
  control.element.addEventListener('input', () => tell(''));
  return {
    name: customId,
    element: element('div', { class: 'modal-field' }, name, ...detail, control.element, told),
    value: control.value,
    focus: () => control.focused.focus(),
    /** Says what is wrong, if anything. */
    check: () => tell(control.fault()),
  };
};

/**
 * @param {ModalInputView} input
 * @param {boolean} required
 * @param {FileLimits} limits
 * @returns {Control}
 */
const drawControl = (input, required, limits) => {
  switch (input.kind) {
    case 'text':
      return drawText(input, required);
    case 'menu':
      return drawMenu(input, required);
    case 'radio':
    case 'boxes':
      return drawGroup(input, required);
    case 'tick': {
      const box = element('input', { type: 'checkbox' });
      box.checked = input.ticked;
      return { element: box, focused: box, value: () => box.checked, fault: () => '' };
    }
    case 'files':
      return drawFiles(input, required, limits);
  }
};
