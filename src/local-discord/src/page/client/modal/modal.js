// @ts-check
/** @import { ModalFieldView, ModalView } from '../protocol.ts' */
import { button, element } from './element.js';

/**
 * Opens a form of the bot. The dialog keeps the focus inside; Escape closes it.
 * @param {ModalView} view
 * @param {string} botName
 * @param {(values: Readonly<Record<string, string | readonly string[]>>) => Promise<boolean>} submit tells whether the
 *   bot took it
 */
export const openModal = (view, botName, submit) => {
  const failure = element('p', { class: 'failure', role: 'alert' });
  const fields = view.fields.map(drawField);
  const send = element('button', { class: 'button button-primary', type: 'submit' }, 'Submit');
  const form = element(
    'form',
    { class: 'modal-form' },
    element('h2', { class: 'modal-title', id: 'modal-title', dir: 'auto' }, view.title),
    element('p', { class: 'modal-note' }, `This form goes to ${botName}. Never give passwords to a bot.`),
    ...view.texts.map((text) => element('p', { dir: 'auto' }, text)),
    ...fields.map((field) => field.element),
    failure,
    element(
      'div',
      { class: 'modal-buttons' },
      button({ class: 'button button-secondary' }, () => dialog.close(), 'Cancel'),
      send,
    ),
  );
  const dialog = element('dialog', { class: 'modal', 'aria-labelledby': 'modal-title' }, form);
  dialog.addEventListener('close', () => dialog.remove());
  const give = async () => {
    send.disabled = true;
    failure.textContent = '';
    const isTaken = await submit(Object.fromEntries(fields.map((field) => [field.name, field.value()])));
    send.disabled = false;
    if (isTaken) dialog.close();
    else failure.textContent = 'Something went wrong. Try again.';
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void give();
  });
  document.body.append(dialog);
  dialog.showModal();
};

/** @param {ModalFieldView} field */
const drawField = ({ customId, label, description, required, input }) => {
  const control = input.kind === 'text' ? drawText(input, required) : drawChoices(input, required);
  const drawn = element(
    'label',
    { class: 'modal-field' },
    element('span', { class: 'modal-label', dir: 'auto' }, label, required ? ' *' : ''),
    ...(description === undefined
      ? []
      : [element('span', { class: 'modal-detail', dir: 'auto' }, description)]),
    control,
  );
  const value = () =>
    control instanceof HTMLSelectElement
      ? [...control.selectedOptions].map((option) => option.value).filter((each) => each !== '')
      : control.value;
  return { name: customId, element: drawn, value };
};

/**
 * @param {Extract<ModalFieldView['input'], { kind: 'text' }>} input
 * @param {boolean} required
 */
const drawText = ({ long, placeholder, value, minLength, maxLength }, required) => {
  const attributes = { placeholder, required, minlength: minLength, maxlength: maxLength, dir: 'auto' };
  const control = long ? element('textarea', { ...attributes, rows: 4 }) : element('input', attributes);
  control.value = value;
  return control;
};

/**
 * @param {Extract<ModalFieldView['input'], { kind: 'select' }>} input
 * @param {boolean} required
 */
const drawChoices = ({ choices, max }, required) =>
  element(
    'select',
    { required, multiple: max > 1 },
    ...(max > 1 ? [] : [element('option', { value: '' }, '—')]),
    ...choices.map((choice) => element('option', { value: String(choice.value) }, choice.label)),
  );
