import { ComponentType } from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import { customId, rowOf } from '../render/buttons.ts';
import { truncate } from '../render/quote/escape.ts';
import type { Choice, Reply } from '../render/reply.ts';
import type { Limits } from './access.ts';
import type { Command, CommandContext, CommandInput, ComponentHandler, ComponentInput } from './command.ts';
import { unknownButton } from './components/button-notes.ts';

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
/** Discord's limit for an option of a menu. */
const OPTION_LIMIT = 100;

/**
 * Lets people choose where what they gave for an option fits several things, and runs the command again. What they gave
 * is held in memory alone: after a restart the menu says that it no longer works.
 *
 * @param refusal why the command may not run now, however it was allowed before
 */
export function createOptionChooser(
  refusal: (limits: Limits, input: ComponentInput, context: CommandContext) => Promise<Reply | undefined>,
) {
  const waiting = new LRUCache<string, Waiting>({ max: MOST_WAITING, ttl: LONGEST_WAIT });

  const handler: ComponentHandler = {
    async handle(input, context) {
      const { person, locale, server, audience, values } = input;
      const kept = waiting.get(input.argument);
      const chosen = kept?.choices[Number(values[0])];
      if (!kept || kept.input.person.id !== person.id || !chosen) return unknownButton(locale);
      const { command, option } = kept;
      // The question was counted when it was asked.
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
    /** `reply` with a menu, where there is something to choose; `key`: of the interaction. */
    offer(reply: Reply, key: string, command: Command, input: CommandInput): Reply {
      if (!reply.choose) return reply;
      const { option, placeholder, choices } = reply.choose;
      waiting.set(key, { command, input, option, choices });
      const options = choices.map(({ name }, at) => ({
        label: truncate(name, OPTION_LIMIT),
        value: String(at),
      }));
      const menu = {
        type: ComponentType.StringSelect as const,
        custom_id: customId('choose', key),
        placeholder,
        options,
      };
      return { ...reply, components: [...reply.components, ...rowOf([menu])] };
    },
  };
}
