import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionType,
  type Message,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import type { Log } from '../log.ts';
import { findRefusal, type Need, type Person, type ServerPlace } from './access.ts';
import type { Command, CommandContext } from './command.ts';
import type { Control } from './control.ts';
import { parseCustomId } from '../render/buttons.ts';
import { controls } from './controls/index.ts';
import { unknownButton } from './controls/stale-note.ts';
import type { Fairness } from './fairness.ts';
import { createFailureHandler } from './failure-handler.ts';
import { controlInput, messageInput, slashInput } from './interaction-input.ts';
import { answerMention, questionFor, waitSentence } from './mention.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import { createRequestRunner, type RequestRunnerOptions } from './request-runner.ts';
import { carryOut, replyTo, respond } from './respond.ts';
import { truncate } from '../render/quote/escape.ts';
import { within } from './within.ts';
import { wordingFor } from '../i18n/wording.ts';

/** Turns what comes from Discord into calls of commands, and their replies into messages. */
export interface Dispatch {
  /** Never rejects: it is the one error boundary. */
  handle(interaction: Interaction): Promise<void>;
  /** Answers a message that mentions the bot, or is written to it. Never rejects either. */
  hear(message: Message): Promise<void>;
  /** Resolves when all that was begun is finished. */
  settled(): Promise<void>;
}

export interface DispatchOptions extends RequestRunnerOptions {
  readonly commands: readonly Command[];
  readonly fairness: Fairness;
  readonly log: Log;
  /** Milliseconds a command may take before its answer is deferred; Discord allows 3,000 to the first response. */
  readonly deferAfter?: number;
}

type AnyCommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

/** What both commands and controls have that limits who may use them. */
interface Guarded {
  readonly needs?: Need;
  readonly isQuestion?: true;
}

interface Seat {
  readonly person: Person;
  readonly locale: string;
  readonly server?: ServerPlace;
}

const DEFER_AFTER = 1500;
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

export function createDispatch({
  commands,
  fairness,
  log,
  deferAfter = DEFER_AFTER,
  ...runnerOptions
}: DispatchOptions): Dispatch {
  const commandsByName = new Map(commands.map((command) => [command.data.name, command]));
  const controlsByName = new Map<string, Control>(controls.map((control) => [control.name, control]));
  const failures = createFailureHandler(log);
  const requests = createRequestRunner(runnerOptions);

  /** Why this person may not do this, or not now; undefined when they may. */
  async function refusal(guarded: Guarded, { person, server, locale }: Seat): Promise<Reply | undefined> {
    const refused = await findRefusal(
      guarded.needs,
      { person, ...(server && { server }) },
      runnerOptions.context.access,
    );
    if (refused) return privateNote(wordingFor(locale).notes[refused]);
    const wait = guarded.isQuestion && (await fairness.take(person.id, server?.id));
    return wait ? privateNote(waitSentence(wait, locale)) : undefined;
  }

  async function runCommand(interaction: AnyCommandInteraction, context: CommandContext): Promise<void> {
    const command = commandsByName.get(interaction.commandName);
    const { notes } = wordingFor(interaction.locale);
    if (!command) return respond(interaction, privateNote(notes.unknownCommand), true);
    const input = interaction.isChatInputCommand() ? slashInput(interaction) : messageInput(interaction);
    const isPublic = (await command.isPublic?.(input, context)) ?? false;
    const audience = !input.server ? 'direct' : isPublic ? 'public' : 'private';
    const work = refusal(command, input).then(
      (refused) => refused ?? command.run({ ...input, audience }, context),
    );
    let reply = await within(deferAfter, work);
    if (!reply) {
      await failures.acknowledge(interaction, () =>
        interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral }),
      );
      reply = await work;
    }
    logWithheld(reply);
    await respond(interaction, reply, !isPublic);
  }

  async function runControl(
    interaction: MessageComponentInteraction,
    context: CommandContext,
  ): Promise<void> {
    const { name, argument } = parseCustomId(interaction.customId);
    const input = controlInput(interaction, argument);
    const control = controlsByName.get(name);
    if (!control) return carryOut(interaction, unknownButton(input.locale), false);
    const work = refusal(control, input).then((refused) =>
      refused ? ({ kind: 'note', reply: refused } as const) : control.react(input, context),
    );
    let reaction = await within(deferAfter, work);
    if (!reaction) {
      await failures.acknowledge(interaction, () => interaction.deferUpdate());
      reaction = await work;
    }
    if (reaction.kind !== 'remove') logWithheld(reaction.reply);
    await carryOut(interaction, reaction, input.audience !== 'public');
  }

  async function complete(interaction: AutocompleteInteraction, context: CommandContext): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const command = commandsByName.get(interaction.commandName);
    const choices = (await command?.complete?.(name, value, context, slashInput(interaction))) ?? [];
    const allowed = choices.filter((choice) => choice.value.length <= LONGEST_CHOICE && choice.name !== '');
    await interaction.respond(
      allowed
        .slice(0, MOST_CHOICES)
        .map((choice) => ({ ...choice, name: truncate(choice.name, LONGEST_CHOICE) })),
    );
  }

  async function answerMessage(
    message: Message,
    question: string,
    context: CommandContext,
  ): Promise<boolean> {
    try {
      const reply = await answerMention(message, question, context, fairness);
      if (!reply) return true;
      logWithheld(reply);
      await replyTo(message, reply);
      return true;
    } catch (error) {
      await failures.mention(message, error);
      return false;
    }
  }

  function logWithheld({ withheld = [] }: Reply): void {
    for (const why of withheld) log.error({ why }, 'quotation withheld');
  }

  async function answerInteraction(interaction: Interaction, context: CommandContext): Promise<boolean> {
    try {
      if (interaction.isAutocomplete()) await complete(interaction, context);
      else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
        await runCommand(interaction, context);
      else if (interaction.isMessageComponent()) await runControl(interaction, context);
      return true;
    } catch (error) {
      return failures.interaction(interaction, error);
    }
  }

  return {
    handle: (interaction) =>
      requests.run(interaction.id, InteractionType[interaction.type], (context) =>
        answerInteraction(interaction, context),
      ),
    async hear(message) {
      const question = questionFor(message);
      if (question === undefined) return;
      await requests.run(message.id, 'Mention', (context) => answerMessage(message, question, context));
    },
    settled: () => requests.settled(),
  };
}
