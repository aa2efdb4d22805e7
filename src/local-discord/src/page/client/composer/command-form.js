// @ts-check
/** @import { CommandView, FileLimits, OptionChoice, OptionValue } from '../../protocol.ts' */
/** @import { Suggestions } from './suggestions.js' */
import { button, element, icon } from '../element.js';
import { createFileField } from './file-field.js';
import { createOptionField } from './option-field.js';

/**
 * @typedef {object} CommandHost
 * @property {FileLimits} limits
 * @property {(options: readonly OptionValue<File>[], focused: string) => Promise<readonly OptionChoice[] | undefined>} complete
 *   undefined: the bot did not answer
 * @property {(options: readonly OptionValue<File>[]) => void} submit
 * @property {() => void} cancel
 */

/**
 * A chosen command with a field for each option; optional ones are added by a button.
 * @param {CommandView} command
 * @param {Suggestions} suggestions
 * @param {CommandHost} host
 */
export const createCommandForm = (command, suggestions, host) => {
  /** @typedef {ReturnType<typeof createFileField>} FileField */
  /** @type {(ReturnType<typeof createOptionField> | FileField)[]} */
  let fields = [];
  const chips = element(
    'div',
    { class: 'chips' },
    element('span', { class: 'command-chip' }, `/${command.label}`),
  );
  const adders = element('div', { class: 'adders' });
  const fault = element('p', { class: 'option-fault', role: 'alert' });
  const run = element(
    'button',
    { class: 'icon-button send', type: 'submit' },
    icon('send'),
    element('span', { class: 'visually-hidden' }, `Run /${command.label}`),
  );
  const cancel = button(
    { class: 'icon-button' },
    host.cancel,
    icon('close'),
    element('span', { class: 'visually-hidden' }, 'Cancel the command'),
  );
  const form = element(
    'form',
    {
      class: 'composer command-form',
      novalidate: true,
      'aria-label': `/${command.label}: ${command.description}`,
    },
    element('div', { class: 'command-fields' }, chips, adders, fault),
    cancel,
    run,
  );

  const values = () => fields.flatMap((field) => field.value() ?? []);

  const add = (/** @type {string} */ name) => {
    const option = command.options.find((each) => each.name === name);
    if (option === undefined) return undefined;
    const leave = () => (option.required ? host.cancel() : remove(option.name));
    const field =
      option.kind === 'attachment'
        ? createFileField(option, { limits: host.limits, filled: focusNext, leave })
        : createOptionField(option, suggestions, {
            complete: () => host.complete(values(), option.name),
            leave,
          });
    fields = [...fields, field];
    chips.append(field.element);
    drawAdders();
    return field;
  };

  /** To the first option that still needs something, else to the button that runs the command. */
  const focusNext = () => {
    const open = command.options.filter(({ required }) => required).map(({ name }) => name);
    const next = fields.find((field) => open.includes(field.name) && field.value() === undefined);
    (next ?? run).focus();
  };

  /**
   * Puts files into the options that take one: empty ones first, optional ones too; a file alone takes the place of
   * the last. Says when there are too many.
   * @param {readonly File[]} files
   */
  const take = (files) => {
    const places = command.options
      .filter(({ kind }) => kind === 'attachment')
      .map(({ name }) => ({ name, field: fields.find((field) => field.name === name) }));
    const empty = places.filter(({ field }) => field?.value() === undefined);
    const free = empty.length === 0 && files.length === 1 ? places.slice(-1) : empty;
    const given = files.slice(0, free.length);
    for (const [index, file] of given.entries()) {
      const place = free[index];
      const field = place && (place.field ?? add(place.name));
      field?.give?.(file);
    }
    fault.textContent =
      given.length === files.length
        ? ''
        : places.length === 0
          ? `/${command.label} takes no file.`
          : `/${command.label} takes ${places.length === 1 ? 'one file' : `${places.length} files`}.`;
  };

  const remove = (/** @type {string} */ name) => {
    suggestions.hide();
    fields.find((field) => field.name === name)?.element.remove();
    fields = fields.filter((field) => field.name !== name);
    drawAdders();
    (fields.at(-1) ?? run).focus();
  };

  const drawAdders = () => {
    const left = command.options.filter(({ name }) => fields.every((field) => field.name !== name));
    adders.replaceChildren(
      ...left.map(({ name, label, description }) =>
        button(
          { class: 'adder', title: description, 'aria-label': `Add the option ${label}: ${description}` },
          () => add(name)?.focus(),
          `+ ${label}`,
        ),
      ),
    );
  };

  for (const { name, required } of command.options) if (required) add(name);
  drawAdders();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) wrong[0]?.focus();
    else host.submit(values());
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) host.cancel();
  });
  return { form, take, focus: () => (fields[0] ?? run).focus() };
};
