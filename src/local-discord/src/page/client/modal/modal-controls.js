// @ts-check
/** @import { FileLimits, ModalInputView } from '../../protocol.ts' */
import { element } from '../element.js';

/**
 * What a person fills in.
 * @typedef {object} Control
 * @property {HTMLElement} element
 * @property {HTMLElement} focused where the focus goes, and what is marked as wrong
 * @property {() => string | boolean | readonly string[] | readonly File[]} value
 * @property {() => string} fault in words; empty when there is none
 */

/** @typedef {Extract<ModalInputView, { kind: 'text' }>} TextView */
/** @typedef {Extract<ModalInputView, { choices: unknown }>} ChoicesView */
/** @typedef {Extract<ModalInputView, { kind: 'files' }>} FilesView */

/** The words with which Discord answers an empty field. */
const REQUIRED = 'This field is required';

/** In Discord's words. */
const lengthFault = (/** @type {number} */ min, /** @type {number} */ max) =>
  min === max ? `Must be ${min} in length.` : `Must be between ${min} and ${max} in length.`;

/**
 * @param {TextView} view
 * @param {boolean} required
 * @returns {Control}
 */
export const drawText = ({ long, placeholder, value, minLength, maxLength }, required) => {
  const attributes = { placeholder, maxlength: maxLength, dir: 'auto', 'aria-required': String(required) };
  const control = long ? element('textarea', { ...attributes, rows: 4 }) : element('input', attributes);
  control.value = value;
  const fault = () => {
    if (control.value.trim() === '' && required) return REQUIRED;
    const isShort = control.value !== '' && control.value.length < minLength;
    return isShort ? lengthFault(minLength, maxLength) : '';
  };
  return { element: control, focused: control, value: () => control.value, fault };
};

/**
 * How many were chosen or given, against what may be.
 * @param {number} count
 * @param {{ min: number, max: number }} view
 * @param {boolean} required
 */
const countFault = (count, { min, max }, required) => {
  if (count === 0 && !required) return '';
  if (count === 0 && min > 0) return REQUIRED;
  return count < min || count > max ? lengthFault(min, max) : '';
};

/**
 * @param {ChoicesView} view
 * @param {boolean} required
 * @returns {Control}
 */
export const drawMenu = (view, required) => {
  const control = element(
    'select',
    { 'aria-required': String(required) },
    element('option', { value: '' }, view.placeholder === '' ? 'Make a selection' : view.placeholder),
    ...view.choices.map(({ value, label, selected }) => element('option', { value, selected }, label)),
  );
  const value = () => [control.value].filter((each) => each !== '');
  return {
    element: control,
    focused: control,
    value,
    fault: () => countFault(value().length, view, required),
  };
};

/** Radio buttons of one form share a name. */
let groups = 0;

/**
 * @param {ChoicesView} view
 * @param {boolean} required
 * @returns {Control}
 */
export const drawGroup = (view, required) => {
  groups += 1;
  const isRadio = view.kind === 'radio';
  const none = isRadio && !required ? [{ value: '', label: 'No choice', selected: false }] : [];
  const boxes = [...view.choices, ...none].map((choice) => {
    const attributes = { type: isRadio ? 'radio' : 'checkbox', name: `group-${groups}`, value: choice.value };
    const box = element('input', { ...attributes, checked: choice.selected });
    const detail =
      'description' in choice ? [element('span', { class: 'modal-detail' }, choice.description ?? '')] : [];
    const drawn = element(
      'label',
      { class: 'modal-choice', dir: 'auto' },
      box,
      element('span', {}, choice.label),
      ...detail,
    );
    return { box, drawn };
  });
  const value = () => boxes.filter(({ box }) => box.checked && box.value !== '').map(({ box }) => box.value);
  return {
    element: element(
      'div',
      { class: 'modal-choices', role: isRadio ? 'radiogroup' : 'group' },
      ...boxes.map(({ drawn }) => drawn),
    ),
    focused: boxes[0]?.box ?? document.body,
    value,
    fault: () => countFault(value().length, view, required),
  };
};

/**
 * @param {FilesView} view
 * @param {boolean} required
 * @param {FileLimits} limits
 * @returns {Control}
 */
export const drawFiles = (view, required, { maxBytes, tooLarge }) => {
  const { accept, max } = view;
  const control = element('input', {
    type: 'file',
    accept,
    multiple: max > 1,
    'aria-required': String(required),
  });
  const files = () => [...(control.files ?? [])];
  const fault = () =>
    files().some(({ size }) => size > maxBytes) ? tooLarge : countFault(files().length, view, required);
  return { element: control, focused: control, value: files, fault };
};
