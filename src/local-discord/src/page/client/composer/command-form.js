// @ts-check
/** @import { CommandView, OptionChoice, OptionValue } from '../../protocol.ts' */
/** @import { Suggestions } from './suggestions.js' */
import { button, element, icon } from '../element.js';
import { createOptionField } from './option-field.js';

/**
 * @typedef {object} CommandHost
 * @property {(options: readonly OptionValue[], focused: string) => Promise<readonly OptionChoice[] | undefined>} complete
 *   undefined: the bot did not answer
 * @property {(options: readonly OptionValue[]) => void} submit
 * @property {() => void} cancel
 */

/**
 * A chosen command with a field for each option; optional ones are added by a button.
 * @param {CommandView} command
 * @param {Suggestions} suggestions
 * @param {CommandHost} host
 */
export const createCommandForm = (command, suggestions, host) => {
  /** @type {ReturnType<typeof createOptionField>[]} */
  let fields = [];
  const chips = element(
    'div',
    { class: 'chips' },
    element('span', { class: 'command-chip' }, `/${command.label}`),
  );
  const adders = element('div', { class: 'adders' });
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
    element('div', { class: 'command-fields' }, chips, adders),
    cancel,
    run,
  );

  const values = () => fields.flatMap((field) => field.value() ?? []);

  const add = (/** @type {string} */ name) => {
    const option = command.options.find((each) => each.name === name);
    if (option === undefined) return undefined;
    const field = createOptionField(option, suggestions, {
      complete: () => host.complete(values(), option.name),
      leave: () => (option.required ? host.cancel() : remove(option.name)),
    });
    fields = [...fields, field];
    chips.append(field.element);
    drawAdders();
    return field;
  };

  const remove = (/** @type {string} */ name) => {
    suggestions.hide();
    fields.find((field) => field.name === name)?.element.remove();
    fields = fields.filter((field) => field.name !== name);
    drawAdders();
    (fields.at(-1) ?? { focus: () => run.focus() }).focus();
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
  return { form, focus: () => (fields[0] ?? { focus: () => run.focus() }).focus() };
};
