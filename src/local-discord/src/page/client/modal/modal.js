// @ts-check
/** @import { ModalValues, ModalView } from '../../protocol.ts' */
import { button, element } from '../element.js';
import { drawMarkdown } from '../message/draw-markdown.js';
import { drawField } from './modal-field.js';

/**
 * Opens a form of the bot. The dialog keeps the focus inside; Escape closes it.
 * @param {ModalView} view
 * @param {string} botName
 * @param {(values: ModalValues) => Promise<string | undefined>} submit gives what went wrong, if anything
 */
export const openModal = (view, botName, submit) => {
  const failure = element('p', { class: 'failure', role: 'alert' });
  const parts = view.parts.map((part) =>
    'customId' in part
      ? drawField(part)
      : { element: element('div', { class: 'text', dir: 'auto' }, ...drawMarkdown(part)) },
  );
  const fields = parts.flatMap((part) => ('check' in part ? [part] : []));
  const send = element('button', { class: 'button button-primary', type: 'submit' }, 'Submit');
  const form = element(
    'form',
    { class: 'modal-form', novalidate: true },
    element('h2', { class: 'modal-title', id: 'modal-title', dir: 'auto' }, view.title),
    element('p', { class: 'modal-note' }, `This form goes to ${botName}. Never give passwords to a bot.`),
    ...parts.map((part) => part.element),
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
    failure.textContent = '';
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) return wrong[0]?.focus();
    send.disabled = true;
    const fault = await submit(Object.fromEntries(fields.map((field) => [field.name, field.value()])));
    send.disabled = false;
    if (fault === undefined) dialog.close();
    else failure.textContent = fault;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void give();
  });
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.focus();
};
