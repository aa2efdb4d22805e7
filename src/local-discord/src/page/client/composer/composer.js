// @ts-check
/** @import { ChannelView, CommandView, OptionChoice, OptionValue, PageState } from '../../protocol.ts' */
import { createCommandForm } from './command-form.js';
import { element, icon } from '../element.js';
import { channelTitle } from '../sidebar.js';
import { comboboxAttributes, createSuggestions } from './suggestions.js';

/**
 * @typedef {object} ComposerHost
 * @property {() => PageState} state
 * @property {() => ChannelView | undefined} channel the open one
 * @property {(text: string) => void} write
 * @property {(command: CommandView, options: readonly OptionValue[]) => void} run
 * @property {(command: CommandView, options: readonly OptionValue[], focused: string) => Promise<readonly OptionChoice[] | undefined>} complete
 */

/**
 * The message box: text, `/` for commands, `@` for names.
 * @param {HTMLElement} place
 * @param {ComposerHost} host
 */
export const createComposer = (place, host) => {
  const suggestions = createSuggestions(place);
  const input = element('input', {
    ...comboboxAttributes,
    id: 'write',
    class: 'write',
    maxlength: 2000,
    dir: 'auto',
  });
  const form = element(
    'form',
    { class: 'composer' },
    input,
    element(
      'button',
      { class: 'icon-button send', type: 'submit' },
      icon('send'),
      element('span', { class: 'visually-hidden' }, 'Send'),
    ),
  );
  place.append(form);
  const commands = () => host.channel()?.commands ?? [];
  /** @type {HTMLElement | undefined} */
  let commandForm;
  /** Of which the list was made. @type {readonly CommandView[]} */
  let offered = [];

  const back = () => {
    suggestions.hide();
    commandForm?.remove();
    commandForm = undefined;
    form.hidden = false;
    input.focus();
  };

  const choose = (/** @type {CommandView} */ command) => {
    suggestions.hide();
    input.value = '';
    form.hidden = true;
    const made = createCommandForm(command, suggestions, {
      complete: (options, focused) => host.complete(command, options, focused),
      submit: (options) => {
        back();
        host.run(command, options);
      },
      cancel: back,
    });
    commandForm = made.form;
    place.append(made.form);
    made.focus();
  };

  const suggestCommands = (/** @type {string} */ typed) => {
    offered = commands();
    const items = findCommands(offered, typed).map((command) => ({
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
    const command = commands().find(({ kind, label }) => kind === 'chat' && input.value === `/${label} `);
    if (command !== undefined) return choose(command);
    const name = /(?:^|\s)@(\S*)$/.exec(input.value.slice(0, input.selectionStart ?? undefined));
    if (input.value.startsWith('/')) suggestCommands(input.value.slice(1));
    else if (name) suggestNames(name[1] ?? '');
    else suggestions.hide();
  };

  input.addEventListener('input', suggest);
  input.addEventListener('keydown', (event) => void suggestions.handleKey(event));
  input.addEventListener('blur', suggestions.hide);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = encodeMentions(input.value.trim(), host.state());
    if (text === '') return;
    input.value = '';
    suggestions.hide();
    host.write(text);
  });

  return {
    /** Call when the channel, the person or the commands changed. */
    update: () => {
      const channel = host.channel();
      const label = `Message ${channel ? channelTitle(channel) : ''}. Type / for commands`;
      input.placeholder = label;
      input.setAttribute('aria-label', label);
      const offersCommands = suggestions.isOpenFor(input) && input.value.startsWith('/');
      if (offersCommands && commands() !== offered) suggest();
    },
    reset: () => {
      if (commandForm !== undefined) back();
      input.value = '';
    },
    focus: () => input.focus(),
  };
};

/**
 * Commands whose name starts with what was typed, then those that only contain it.
 * @param {readonly CommandView[]} commands
 * @param {string} typed
 */
const findCommands = (commands, typed) => {
  const term = typed.trim().toLowerCase();
  const chat = commands.filter(({ kind, label }) => kind === 'chat' && label.toLowerCase().includes(term));
  const starts = (/** @type {CommandView} */ { label }) => label.toLowerCase().startsWith(term);
  return [...chat.filter(starts), ...chat.filter((command) => !starts(command))];
};

/**
 * Writes `@Name` and `#channel` as Discord's clients send them: `<@id>` and `<#id>`. Longer names are tried first.
 * @param {string} text
 * @param {Pick<PageState, 'bot' | 'people' | 'channels'>} state
 */
const encodeMentions = (text, { bot, people, channels }) => {
  const marks = [
    ...[bot, ...people].map(({ name, id }) => ({ written: `@${name}`, sent: `<@${id}>` })),
    ...channels
      .filter(({ kind }) => kind === 'text')
      .map(({ name, id }) => ({ written: `#${name}`, sent: `<#${id}>` })),
  ].sort((one, other) => other.written.length - one.written.length);
  let sent = '';
  for (let at = 0; at < text.length;) {
    const mark = marks.find(({ written }) => text.toLowerCase().startsWith(written.toLowerCase(), at));
    sent += mark?.sent ?? text.charAt(at);
    at += mark?.written.length ?? 1;
  }
  return sent;
};

/**
 * Sends what somebody types while nothing has the focus to the message box, as Discord does. The key itself still
 * arrives there, because the focus moves before it is written.
 * @param {() => void} focus
 */
export const typeAnywhere = (focus) => {
  document.addEventListener('keydown', (event) => {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText && document.activeElement === document.body) focus();
  });
};
