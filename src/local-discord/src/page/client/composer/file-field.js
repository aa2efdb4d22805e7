// @ts-check
/** @import { FileLimits, OptionValue, OptionView } from '../../protocol.ts' */
import { element } from '../element.js';

/**
 * @typedef {object} FileHost
 * @property {FileLimits} limits
 * @property {() => void} filled
 * @property {() => void} leave Backspace in the empty field.
 */

/**
 * An option of a command that takes a file: a chip with the browser's own file field, which also takes a dropped file.
 * @param {OptionView} option
 * @param {FileHost} host
 */
export const createFileField = (option, { limits, filled, leave }) => {
  const hint = `${option.description}${option.required ? '' : ' (optional)'}`;
  const input = element('input', {
    type: 'file',
    class: 'option-input',
    title: hint,
    'aria-label': `${option.label}: ${hint}`,
    'aria-required': option.required ? 'true' : undefined,
  });
  const fault = element('span', { class: 'option-fault', role: 'alert' });
  const chip = element(
    'label',
    { class: 'option' },
    element('span', { class: 'option-name' }, option.label),
    input,
  );
  const setFault = (/** @type {string} */ text) => {
    fault.textContent = text;
    input.setAttribute('aria-invalid', String(text !== ''));
  };
  const file = () => input.files?.[0];
  const refuseLarge = () => {
    const isTooLarge = (file()?.size ?? 0) > limits.maxBytes;
    if (isTooLarge) input.value = '';
    setFault(isTooLarge ? limits.tooLarge : '');
    return isTooLarge;
  };
  input.addEventListener('change', () => {
    if (!refuseLarge() && file() !== undefined) filled();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Backspace') return;
    event.preventDefault();
    if (file() === undefined) leave();
    else input.value = '';
  });

  return {
    name: option.name,
    element: element('div', { class: 'option-whole' }, chip, fault),
    focus: () => input.focus(),
    isEmpty: () => file() === undefined,
    /** Puts a dropped file in place of the one that was there. */
    give: (/** @type {File} */ given) => {
      const transfer = new DataTransfer();
      transfer.items.add(given);
      input.files = transfer.files;
      if (!refuseLarge()) filled();
    },
    /** @returns {OptionValue<File> | undefined} */
    value: () => {
      const value = file();
      return value && { name: option.name, value };
    },
    /** Says what is wrong, if anything. */
    check: () => {
      const isFine = file() !== undefined || !option.required;
      if (!isFine) setFault('This option is required.');
      return isFine;
    },
  };
};
