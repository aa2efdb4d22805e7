// @ts-check
/** @import { OptionChoice, OptionValue, OptionView } from '../../protocol.ts' */
/** @import { Suggestions } from './suggestions.js' */
import { element } from '../element.js';
import { comboboxAttributes } from './suggestions.js';

/** Milliseconds without a key before the bot is asked for choices. */
const AUTOCOMPLETE_AFTER = 150;

/**
 * @typedef {object} OptionHost
 * @property {() => Promise<readonly OptionChoice[] | undefined>} complete
 * @property {() => void} leave Backspace in the empty field.
 */

/**
 * One option of a command being typed: a chip with a text field.
 * @param {OptionView} option
 * @param {Suggestions} suggestions
 * @param {OptionHost} host
 */
export const createOptionField = (option, suggestions, host) => {
  const hint = `${option.description}${option.required ? '' : ' (optional)'}`;
  const input = element('input', {
    ...comboboxAttributes,
    class: 'option-input',
    maxlength: option.maxLength,
    dir: 'auto',
    'aria-label': `${option.label}: ${hint}`,
    'aria-required': option.required ? 'true' : undefined,
    inputmode: option.kind === 'integer' ? 'numeric' : undefined,
  });
  const fault = element('span', { class: 'option-fault', role: 'alert' });
  const chip = element(
    'label',
    { class: 'option' },
    element('span', { class: 'option-name' }, option.label),
    input,
  );
  const whole = element('div', { class: 'option-whole' }, chip, fault);
  /** @type {OptionChoice | undefined} What was picked, until the text is changed. */
  let picked;
  /** Counts the questions to the bot: only the answer to the latest is shown. */
  let asked = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const pick = (/** @type {OptionChoice} */ choice) => {
    asked += 1; // Answers still on their way are out of date.
    picked = choice;
    input.value = choice.label;
    setFault('');
    suggestions.hide();
  };
  const show = (/** @type {readonly OptionChoice[]} */ choices, /** @type {string} */ note, first = false) =>
    suggestions.show(input, {
      title: `${option.label} · ${hint}`,
      items: choices.map((choice) => ({ label: choice.label, pick: () => pick(choice) })),
      note,
      first,
    });

  const ask = async () => {
    asked += 1;
    const mine = asked;
    const choices = await host.complete();
    if (mine !== asked || document.activeElement !== input) return;
    if (choices === undefined) show([], 'Loading options failed');
    else show(choices, choices.length === 0 ? 'No suggestions: what you typed is sent as it is' : '');
  };

  const suggest = () => {
    clearTimeout(timer);
    if (option.autocomplete) timer = setTimeout(() => void ask(), AUTOCOMPLETE_AFTER);
    const matching = option.choices.filter(({ label }) =>
      label.toLowerCase().includes(input.value.trim().toLowerCase()),
    );
    if (option.choices.length > 0)
      show(matching, matching.length === 0 ? 'None of the choices' : '', input.value !== '');
    else if (!option.autocomplete) show([], '');
  };

  const setFault = (/** @type {string} */ text) => {
    fault.textContent = text;
    input.setAttribute('aria-invalid', String(text !== ''));
  };

  const read = () => picked ?? readTyped(option, input.value.trim());

  input.addEventListener('focus', () => {
    suggest();
    if (option.autocomplete) show([], 'Searching…');
  });
  input.addEventListener('blur', () => {
    clearTimeout(timer);
    asked += 1;
    suggestions.hide();
  });
  input.addEventListener('input', () => {
    picked = undefined;
    setFault('');
    suggest();
  });
  input.addEventListener('keydown', (event) => {
    if (suggestions.handleKey(event)) event.stopPropagation();
    else if (event.key === 'Backspace' && input.value === '') {
      event.preventDefault();
      host.leave();
    }
  });

  return {
    name: option.name,
    element: whole,
    /** Files go to fields of their own. @type {undefined} */
    give: undefined,
    focus: () => input.focus(),
    /** @returns {OptionValue<File> | undefined} undefined while nothing usable stands there */
    value: () => {
      const found = read();
      return found === undefined ? undefined : { name: option.name, value: found.value };
    },
    /** Says what is wrong, if anything. */
    check: () => {
      const isEmpty = input.value.trim() === '';
      const isFine = read() !== undefined || (isEmpty && !option.required);
      setFault(isFine ? '' : isEmpty ? 'This option is required.' : faults[option.kind]);
      return isFine;
    },
  };
};

/** @type {Readonly<Record<OptionView['kind'], string>>} */
const faults = {
  string: 'Pick one of the choices.',
  integer: 'This must be a whole number.',
  boolean: 'Pick True or False.',
  attachment: 'Pick a file.',
};

/**
 * @param {OptionView} option
 * @param {string} typed
 * @returns {Pick<OptionChoice, 'value'> | undefined}
 */
const readTyped = ({ kind, choices }, typed) => {
  if (typed === '') return undefined;
  if (choices.length > 0) return choices.find(({ label }) => label.toLowerCase() === typed.toLowerCase());
  if (kind === 'string') return { value: typed };
  const number = Number(typed);
  return kind === 'integer' && Number.isSafeInteger(number) ? { value: number } : undefined;
};
