import { ComponentType } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import { button, customId, type Row, rowOf } from '../render/buttons.ts';
import { truncate } from '../render/quote/escape.ts';
import type { Choice, Reply } from '../render/reply.ts';
import type { Command, CommandInput, ComponentHandler } from './command.ts';
import { unknownButton } from './components/button-notes.ts';
import type { Refusal } from './refusal.ts';

/** A command that waits for what is chosen. */
interface Waiting {
  readonly command: Command;
  readonly input: CommandInput;
  readonly option: string;
  readonly choices: readonly Choice[];
}

/** Nobody chooses later. In milliseconds, and commands. */
const LONGEST_WAIT = 15 * 60_000;
const MOST_WAITING = 200;
/** More are in a menu. Discord's limits: of the buttons in a row, for the label of each, and for an option. */
const MOST_BUTTONS = 5;
const LABEL_LIMIT = 80;
const OPTION_LIMIT = 100;

/**
 * Lets people choose where what they gave for an option fits several things, and runs the command again. What they gave
 * is held in memory alone: after a restart the buttons say that they no longer work.
 *
 * @param refusal why the command may not run now, however it was allowed before
 */
export function createOptionChooser(refusal: Refusal) {
  const waiting = new LRUCache<string, Waiting>({ max: MOST_WAITING, ttl: LONGEST_WAIT });

  const handler: ComponentHandler = {
    async handle(input, context) {
      const { person, locale, server, audience, values } = input;
      const [key = '', at] = (values[0] ?? input.argument).split('.');
      const kept = waiting.get(key);
      const chosen = kept?.choices[Number(at)];
      if (!kept || kept.input.person.id !== person.id || !chosen) return unknownButton(locale);
      const { command, option } = kept;
      // It runs once for each time that it was asked, which was counted.
      waiting.delete(key);
      const { isQuestion: _, ...limits } = command;
      const refused = await refusal(limits, input, context);
      if (refused) return { kind: 'note', reply: refused };
      const text = (name: string) => (name === option ? chosen.value : kept.input.text(name));
      const reply = await command.run({ ...kept.input, person, locale, server, audience, text }, context);
      return reply.form ? { kind: 'form', form: reply.form } : { kind: 'show', reply };
    },
  };

  return {
    handler,
    /** `reply` with buttons or a menu, where there is something to choose; `key`: of the interaction. */
    offer(reply: Reply, key: string, command: Command, input: CommandInput): Reply {
      if (!reply.choose) return reply;
      const { option, placeholder, choices } = reply.choose;
      waiting.set(key, { command, input, option, choices });
      const row: readonly Row[] =
        choices.length <= MOST_BUTTONS
          ? rowOf(
              choices.map(({ name }, at) => button('choose', `${key}.${at}`, truncate(name, LABEL_LIMIT))),
            )
          : menuRow(key, placeholder, choices);
      return { ...reply, components: [...reply.components, ...row] };
    },
  };
}

function menuRow(key: string, placeholder: string, choices: readonly Choice[]): readonly Row[] {
  const options = choices.map(({ name }, at) => ({
    label: truncate(name, OPTION_LIMIT),
    value: `${key}.${at}`,
  }));
  return rowOf([
    { type: ComponentType.StringSelect, custom_id: customId('choose', key), placeholder, options },
  ]);
}
