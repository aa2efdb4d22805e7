// @ts-check
/** @import { ChannelView, CommandView, PageState } from '../../protocol.ts' */
/** @import { Suggestions } from './suggestions.js' */
import { button, element, icon } from '../element.js';
import { channelTitle } from '../sidebar.js';
import { createAttachedFiles } from './attached-files.js';
import { encodeMentions } from './encode-mentions.js';
import { comboboxAttributes } from './suggestions.js';

/**
 * @typedef {object} MessageBoxHost
 * @property {() => PageState} state
 * @property {() => ChannelView | undefined} channel the open one
 * @property {(text: string, files: readonly File[]) => void} write
 * @property {(command: CommandView, files: readonly File[]) => void} choose
 */

/**
 * The field for a message: text, `/` for commands, `@` for names, and files.
 * @param {Suggestions} suggestions
 * @param {MessageBoxHost} host
 */
export const createMessageBox = (suggestions, host) => {
  const input = element('input', {
    ...comboboxAttributes,
    id: 'write',
    class: 'write',
    maxlength: 2000,
    dir: 'auto',
  });
  const picker = element('input', { type: 'file', multiple: true, hidden: true, 'data-part': 'picker' });
  const form = element(
    'form',
    { class: 'composer' },
    picker,
    button(
      { class: 'icon-button' },
      () => picker.click(),
      icon('plus'),
      element('span', { class: 'visually-hidden' }, 'Upload a file'),
    ),
    input,
    element(
      'button',
      { class: 'icon-button send', type: 'submit' },
      icon('send'),
      element('span', { class: 'visually-hidden' }, 'Send'),
    ),
  );
  const commands = () => (host.channel()?.commands ?? []).filter(({ kind }) => kind === 'chat');
  /** Of which the list was made. @type {readonly CommandView[] | undefined} */
  let offered;

  /** The files that wait are for the command, if it takes any. */
  const choose = (/** @type {CommandView} */ command) => {
    suggestions.hide();
    input.value = '';
    host.choose(command, takesFile(command) ? attached.take() : []);
  };

  const attached = createAttachedFiles({
    limits: () => host.state().files,
    commands: () => commands().filter(takesFile),
    giveTo: choose,
    emptied: () => input.focus(),
  });

  const addFiles = (/** @type {readonly File[]} */ files) => {
    attached.add(files);
    input.focus();
  };

  const suggestCommands = (/** @type {string} */ typed) => {
    offered = host.channel()?.commands;
    const items = findCommands(commands(), typed).map((command) => ({
      label: `/${command.label}`,
      detail: command.description,
      note: host.state().bot.name,
      pick: () => choose(command),
    }));
    suggestions.show(input, {
      title: 'Commands',
      items,
      note: items.length === 0 ? 'No such command' : '',
      first: true,
    });
  };

  const suggestNames = (/** @type {string} */ typed) => {
    const { bot, people } = host.state();
    const items = [bot, ...people]
      .filter(({ name }) => name.toLowerCase().startsWith(typed.toLowerCase()))
      .map(({ name, bot: isBot }) => ({
        label: `@${name}`,
        ...(isBot ? { note: 'app' } : {}),
        pick: () => {
          const caret = input.selectionStart ?? input.value.length;
          input.setRangeText(`@${name} `, caret - typed.length - 1, caret, 'end');
          suggestions.hide();
        },
      }));
    if (items.length === 0) suggestions.hide();
    else suggestions.show(input, { title: 'People', items, first: true });
  };

  const suggest = () => {
    const command = commands().find(({ label }) => input.value === `/${label} `);
    if (command !== undefined) return choose(command);
    const name = /(?:^|\s)@(\S*)$/.exec(input.value.slice(0, input.selectionStart ?? undefined));
    if (input.value.startsWith('/')) suggestCommands(input.value.slice(1));
    else if (name) suggestNames(name[1] ?? '');
    else suggestions.hide();
  };

  input.addEventListener('input', suggest);
  input.addEventListener('keydown', (event) => void suggestions.handleKey(event));
  input.addEventListener('blur', suggestions.hide);
  picker.addEventListener('change', () => {
    addFiles([...(picker.files ?? [])]);
    picker.value = '';
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = encodeMentions(input.value.trim(), host.state());
    if (text === '' && !attached.hasFiles()) return;
    input.value = '';
    suggestions.hide();
    host.write(text, attached.take());
  });

  return {
    element: element('div', {}, attached.element, form),
    addFiles,
    /** Call when the channel, the person or the commands changed. */
    update: () => {
      const channel = host.channel();
      const label = `Message ${channel ? channelTitle(channel) : ''}, or type /`;
      input.placeholder = label;
      input.setAttribute('aria-label', label);
      const offersCommands = suggestions.isOpenFor(input) && input.value.startsWith('/');
      if (offersCommands && channel?.commands !== offered) suggest();
    },
    clear: () => {
      input.value = '';
      attached.take();
    },
    focus: () => input.focus(),
  };
};

/** @param {CommandView} command */
const takesFile = ({ options }) => options.some(({ kind }) => kind === 'attachment');

/**
 * Commands whose name starts with what was typed, then those that only contain it.
 * @param {readonly CommandView[]} commands
 * @param {string} typed
 */
const findCommands = (commands, typed) => {
  const term = typed.trim().toLowerCase();
  const chat = commands.filter(({ label }) => label.toLowerCase().includes(term));
  const starts = (/** @type {CommandView} */ { label }) => label.toLowerCase().startsWith(term);
  return [...chat.filter(starts), ...chat.filter((command) => !starts(command))];
};
