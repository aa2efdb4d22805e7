// @ts-check
/** @import { ModalFieldView } from '../../protocol.ts' */
import { element } from '../element.js';

/** In Discord's words. */
const lengthFault = (/** @type {number} */ min, /** @type {number} */ max) =>
  min === max ? `Must be ${min} in length.` : `Must be between ${min} and ${max} in length.`;

/** @param {ModalFieldView} field */
export const drawField = ({ customId, label, description, required, long, placeholder, ...text }) => {
  const id = `field-${customId}`;
  const told = element('span', { class: 'option-fault', role: 'alert', id: `${id}-fault` });
  const attributes = {
    id,
    placeholder,
    maxlength: text.maxLength,
    dir: 'auto',
    'aria-required': String(required),
    'aria-describedby': `${id}-detail ${id}-fault`,
  };
  const control = long ? element('textarea', { ...attributes, rows: 4 }) : element('input', attributes);
  control.value = text.value;
  const fault = () => {
    if (control.value.trim() === '' && required) return 'This field is required';
    const isShort = control.value !== '' && control.value.length < text.minLength;
    return isShort ? lengthFault(text.minLength, text.maxLength) : '';
  };
  const tell = (/** @type {string} */ why) => {
    told.textContent = why;
    control.setAttribute('aria-invalid', String(why !== ''));
    return why === '';
  };
  control.addEventListener('input', () => tell(''));
  return {
    name: customId,
    element: element(
      'div',
      { class: 'modal-field' },
      element('label', { class: 'modal-label', for: id, dir: 'auto' }, label, required ? ' *' : ''),
      ...(description === undefined
        ? []
        : [element('span', { class: 'modal-detail', dir: 'auto', id: `${id}-detail` }, description)]),
      control,
      told,
    ),
    value: () => control.value,
    focus: () => control.focus(),
    /** Says what is wrong, if anything. */
    check: () => tell(fault()),
  };
};
