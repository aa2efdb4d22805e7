import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
} from 'discord.js';
import type { Log } from '../log.ts';
import type { Command, CommandContext } from './command.ts';
import type { Control } from './control.ts';
import { readControlId } from './control-id.ts';
import { controls } from './controls/index.ts';
import { unknownNote } from './controls/stale-note.ts';
import { commandInput, controlInput } from './interaction-input.ts';
import type { Reply } from './reply.ts';
import { carryOut, respond } from './respond.ts';
import { shorten } from './shorten.ts';
import { privateNote } from './text.ts';
import { within } from './within.ts';

/** Turns Discord's interactions into calls of commands, and their replies into messages. */
export interface Dispatch {
  /** Never rejects: it is the one error boundary. */
  handle(interaction: Interaction): Promise<void>;
  /** Resolves when all interactions that were begun are finished. */
  settled(): Promise<void>;
}

export interface DispatchOptions {
  readonly commands: readonly Command[];
  readonly context: CommandContext;
  readonly log: Log;
  /** Milliseconds a command may take before its answer is deferred; Discord allows 3,000 to the first response. */
  readonly deferAfter?: number;
}

const DEFER_AFTER = 1500;
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

const UNKNOWN_COMMAND = privateNote(
  'This bot no longer has that command. An admin can publish the current ones with `npm run register`.',
);
const APOLOGY = privateNote('Something went wrong on our side. Nothing was lost; please try again.');

export function createDispatch({
  commands,
  context,
  log,
  deferAfter = DEFER_AFTER,
}: DispatchOptions): Dispatch {
  const commandsByName = new Map(commands.map((command) => [command.data.name, command]));
  const controlsByName = new Map<string, Control>(controls.map((control) => [control.name, control]));
  const running = new Set<Promise<void>>();

  async function runCommand(interaction: ChatInputCommandInteraction): Promise<void> {
    const command = commandsByName.get(interaction.commandName);
    if (!command) return respond(interaction, UNKNOWN_COMMAND, true);
    const input = commandInput(interaction);
    const isPrivate = command.isPrivate(input);
    const work = command.run(input, context);
    let reply = await within(deferAfter, work);
    if (!reply) {
      await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
      reply = await work;
    }
    logInexact(reply);
    await respond(interaction, reply, isPrivate);
  }

  async function runControl(interaction: MessageComponentInteraction): Promise<void> {
    const { name, argument } = readControlId(interaction.customId);
    const input = controlInput(interaction, argument);
    const work = controlsByName.get(name)?.react(input, context) ?? Promise.resolve(unknownNote);
    let reaction = await within(deferAfter, work);
    if (!reaction) {
      await interaction.deferUpdate();
      reaction = await work;
    }
    if (reaction.kind !== 'remove') logInexact(reaction.reply);
    await carryOut(interaction, reaction, input.audience !== 'public');
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const choices = commandsByName.get(interaction.commandName)?.complete?.(name, value, context) ?? [];
    const allowed = choices.filter((choice) => choice.value.length <= LONGEST_CHOICE && choice.name !== '');
    await interaction.respond(
      allowed
        .slice(0, MOST_CHOICES)
        .map((choice) => ({ ...choice, name: shorten(choice.name, LONGEST_CHOICE) })),
    );
  }

  function logInexact({ inexact = [] }: Reply): void {
    for (const why of inexact) log.error({ why }, 'quotation withheld');
  }

  async function bounded(interaction: Interaction): Promise<void> {
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else if (interaction.isChatInputCommand()) await runCommand(interaction);
      else if (interaction.isMessageComponent()) await runControl(interaction);
    } catch (error) {
      log.error({ err: error, interaction: interaction.id }, 'interaction failed');
      await apologise(interaction);
    }
  }

  async function apologise(interaction: Interaction): Promise<void> {
    try {
      if (interaction.isChatInputCommand()) await respond(interaction, APOLOGY, true);
      else if (interaction.isMessageComponent())
        await carryOut(interaction, { kind: 'note', reply: APOLOGY }, false);
    } catch (error) {
      log.error({ err: error, interaction: interaction.id }, 'apology failed');
    }
  }

  return {
    async handle(interaction) {
      const work = bounded(interaction);
      running.add(work);
      await work;
      running.delete(work);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
