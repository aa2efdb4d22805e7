// @ts-check
/** @import { CommandView, OptionValue, PageAction, PageEvent, PageState } from '../protocol.ts' */
/** @import { MessageView } from '../message-view.ts' */
import { createComposer } from './composer/composer.js';
import { byId } from './element.js';
import { openMenu } from './menu.js';
import { createMessageLog } from './message/message-log.js';
import { createNotes } from './message/note.js';
import { openModal } from './modal/modal.js';
import { applyEvent, openStream, sendAction } from './server.js';
import { applyTheme, drawSettings, readSettings } from './settings.js';
import { channelTitle, connectDrawer, drawChannels, drawPresence } from './sidebar.js';

/** @type {PageState | undefined} */
let state;
let settings = readSettings();
let channelId = '';
let isConnected = false;
const notes = createNotes(() => draw());
const failed = new Set(/** @type {string[]} */ ([]));
/** Private messages that the viewer put away: as on Discord, nobody else is told. */
const dismissed = new Set(/** @type {string[]} */ ([]));
const unread = new Set(/** @type {string[]} */ ([]));

const known = () => {
  if (state === undefined) throw new Error('Cannot act before the server has sent its state');
  return state;
};
const act = (/** @type {PageAction<File>} */ action) => sendAction(settings.person, settings.locale, action);
const channel = () => state?.channels.find(({ id }) => id === channelId);
const channelName = (open = channel()) => (open === undefined ? '' : channelTitle(open));

/**
 * Runs a command and shows it as on its way until the bot answers.
 * @param {string} command
 * @param {PageAction<File>} action
 */
const runWithNote = async (command, action) => {
  const id = notes.add({ channelId, command, bot: known().bot });
  const failure = await failureOf(action);
  if (failure === undefined) notes.remove(id);
  else notes.fail(id, failure);
};

/**
 * Does it, opens the form it may lead to, and tells in words what went wrong.
 * @param {PageAction<File>} action
 * @returns {Promise<string | undefined>}
 */
const failureOf = async (action) => {
  const result = await act(action);
  switch (result.kind) {
    case 'done':
    case 'choices':
      return undefined;
    case 'modal':
      openModal(result.modal, known().bot.name, async (values) => {
        const answer = await act({ kind: 'submit', modalId: result.modal.id, values });
        if (answer.kind === 'refused') return answer.reason;
        return answer.kind === 'done' ? undefined : 'Something went wrong. Try again.';
      });
      return undefined;
    case 'no-answer':
      return 'The application did not respond';
    case 'refused':
      return result.reason;
  }
};

/**
 * @param {string} messageId
 * @param {PageAction<File>} action
 */
const useComponent = async (messageId, action) => {
  failed.delete(messageId);
  if ((await failureOf(action)) !== undefined) failed.add(messageId);
  draw();
};

const write = async (/** @type {string} */ text, /** @type {readonly File[]} */ files) => {
  const failure = await failureOf({ kind: 'write', channelId, text, files });
  if (failure !== undefined) notes.add({ channelId, command: text, bot: known().bot, failure });
};

const composer = createComposer(byId('composer'), {
  state: known,
  channel,
  write: (text, files) => void write(text, files),
  run: (command, options) =>
    void runWithNote(`/${command.label}`, { kind: 'command', ...line(command, options) }),
  complete: async (command, options, focused) => {
    const result = await act({ kind: 'autocomplete', focused, ...line(command, options) });
    return result.kind === 'choices' ? result.choices : undefined;
  },
});

/**
 * @param {CommandView} command
 * @param {readonly OptionValue<File>[]} options
 */
const line = ({ name }, options) => ({ channelId, command: name, options });

const log = createMessageLog(byId('log'), (message) => ({
  click: (customId) => void useComponent(message.id, { kind: 'click', messageId: message.id, customId }),
  choose: (customId, values) =>
    void useComponent(message.id, { kind: 'choose', messageId: message.id, customId, values }),
  dismiss: () => {
    dismissed.add(message.id);
    draw();
  },
  openMenu: (anchor, point) => openMessageMenu(message, anchor, point),
}));

/**
 * @param {MessageView} message
 * @param {HTMLElement} anchor
 * @param {{ x: number, y: number }} [point]
 */
const openMessageMenu = (message, anchor, point) => {
  const commands = (channel()?.commands ?? []).filter(({ kind }) => kind === 'message');
  const items = commands.map(({ name, label }) => ({
    label,
    description: known().bot.name,
    pick: () => void runWithNote(label, { kind: 'message-command', command: name, messageId: message.id }),
  }));
  const texts = [...(anchor.closest('.message')?.querySelectorAll('.text') ?? [])].map(
    (each) => each.textContent,
  );
  const copy = { label: 'Copy text', pick: () => void navigator.clipboard.writeText(texts.join('\n')) };
  openMenu(anchor, { label: 'Message actions', items: [...items, copy] }, point);
};

const closeDrawer = connectDrawer();

const draw = () => {
  if (state === undefined) return;
  const { server, channels, messages, bot, online, people } = state;
  if (channel() === undefined) channelId = channels[0]?.id ?? '';
  unread.delete(channelId);
  byId('server-name').textContent = server;
  byId('channel-name').textContent = channelName();
  document.title = `${channelName()} · ${server}`;
  drawPresence(bot.name, isConnected, online);
  drawChannels(channels, channelId, unread, (id) => {
    channelId = id;
    closeDrawer();
    composer.reset();
    draw();
    composer.focus();
  });
  drawSettings(byId('settings'), people, settings, changeSettings);
  log.show(
    messages.filter((message) => message.channelId === channelId && !dismissed.has(message.id)),
    notes.inChannel(channelId),
    failed,
    `This is the beginning of ${channelName()}. Type / to see what ${bot.name} can do.`,
  );
  composer.update();
};

/** @param {PageEvent} event */
const receive = (event) => {
  isConnected = true;
  const before = state;
  state = applyEvent(before, event);
  settings = { ...settings, person: state.viewer.key };
  document.body.dataset['botAvatar'] = state.botAvatar;
  if (event.kind === 'message' && !before?.messages.some(({ id }) => id === event.message.id))
    unread.add(event.message.channelId);
  draw();
};

const connect = () =>
  openStream(settings.person, settings.locale, {
    event: receive,
    lost: () => {
      isConnected = false;
      draw();
    },
  });
let disconnect = connect();

/** @param {typeof settings} changed */
const changeSettings = (changed) => {
  const isSameViewer = changed.person === settings.person && changed.locale === settings.locale;
  if (changed.person !== settings.person) {
    notes.clear();
    unread.clear();
  }
  settings = changed;
  applyTheme(settings);
  if (isSameViewer) return;
  composer.reset();
  disconnect();
  disconnect = connect();
};

applyTheme(settings);
