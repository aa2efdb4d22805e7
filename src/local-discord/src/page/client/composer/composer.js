// @ts-check
/** @import { ChannelView, CommandView, OptionChoice, OptionValue, PageState } from '../../protocol.ts' */
import { channelTitle } from '../sidebar.js';
import { dropAnywhere, typeAnywhere } from './anywhere.js';
import { createCommandForm } from './command-form.js';
import { createMessageBox } from './message-box.js';
import { createSuggestions } from './suggestions.js';

/**
 * @typedef {object} ComposerHost
 * @property {() => PageState} state
 * @property {() => ChannelView | undefined} channel the open one
 * @property {(text: string, files: readonly File[]) => void} write
 * @property {(command: CommandView, options: readonly OptionValue<File>[]) => void} run
 * @property {(command: CommandView, options: readonly OptionValue<File>[], focused: string) => Promise<readonly OptionChoice[] | undefined>} complete
 */

/**
 * The message box, or the command that takes its place. Files dropped on the page go to whichever is open.
 * @param {HTMLElement} place
 * @param {ComposerHost} host
 */
export const createComposer = (place, host) => {
  const suggestions = createSuggestions(place);
  /** @type {{ command: CommandView, form: ReturnType<typeof createCommandForm> } | undefined} */
  let open;

  const back = () => {
    suggestions.hide();
    open?.form.form.remove();
    open = undefined;
    box.element.hidden = false;
    box.focus();
  };

  const choose = (/** @type {CommandView} */ command, /** @type {readonly File[]} */ files) => {
    box.element.hidden = true;
    const form = createCommandForm(command, suggestions, {
      limits: host.state().files,
      complete: (options, focused) => host.complete(command, options, focused),
      submit: (options) => {
        back();
        host.run(command, options);
      },
      cancel: back,
    });
    open = { command, form };
    place.append(form.form);
    if (files.length === 0) form.focus();
    else form.take(files);
  };

  const box = createMessageBox(suggestions, { ...host, choose });
  place.append(box.element);

  dropAnywhere(place.parentElement ?? place, {
    label: () => {
      const channel = host.channel();
      if (open !== undefined) return `Give it to /${open.command.label}`;
      return `Upload to ${channel ? channelTitle(channel) : 'the channel'}`;
    },
    drop: (files) => (open === undefined ? box.addFiles(files) : open.form.take(files)),
  });
  typeAnywhere(() => box.focus());

  return {
    update: box.update,
    reset: () => {
      if (open !== undefined) back();
      box.clear();
    },
    focus: box.focus,
  };
};
