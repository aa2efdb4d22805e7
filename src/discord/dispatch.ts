import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  InteractionType,
  type Message,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from 'discord.js';
import { wordingFor } from '../i18n/wording.ts';
import type { Log } from '../log.ts';
import { parseCustomId } from '../render/buttons.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import { within } from '../text/clock.ts';
import { createOptionChooser } from './choose-option.ts';
import type { Command, ComponentHandler, RequestContext } from './command.ts';
import { unknownButton } from './components/button-notes.ts';
import { componentHandlers } from './components/index.ts';
import { createDoor } from './door.ts';
import { createFailureHandler } from './failure-handler.ts';
import { audienceOf, componentInput, formInput, messageInput, slashInput } from './interaction-input.ts';
import { answerMention, askingOf, questionFor } from './mention.ts';
import { sendableChoices } from './option-choices.ts';
import type { RateLimiter } from './rate-limiter.ts';
import { createRefusal } from './refusal.ts';
import { createRequestRunner, type RequestRunnerOptions } from './request-runner.ts';
import { type ComponentInteraction, deferAction, performAction, replyTo, respond } from './respond.ts';
import { withLibrary } from './server-settings.ts';
import { createTally, type Tally } from './tally.ts';

export interface DispatchOptions extends RequestRunnerOptions {
  readonly commands: readonly Command[];
  readonly rateLimiter: RateLimiter;
  readonly log: Log;
  /** Counts for the log what comes in numbers. */
  readonly tally?: Tally;
  /** Called when what a person wanted to be kept is not. */
  readonly notKept?: () => void;
  /** The age of a command at which its answer is deferred, in milliseconds; Discord allows 3,000 to the first response. */
  readonly deferAfter?: number;
}

type AnyCommandInteraction = ChatInputCommandInteraction | MessageContextMenuCommandInteraction;

const DEFER_AFTER = 1500;
/** Milliseconds; what is older gets no response to Discord within its 3,000. */
const TOO_LATE_AFTER = 2500;
/** A message can be answered at any time, but after so many milliseconds nobody waits for it. */
const MESSAGE_TOO_LATE_AFTER = 60_000;

/** Turns what comes from Discord into calls of commands, and their replies into messages. */
export function createDispatch({
  commands,
  rateLimiter,
  log,
  tally = createTally(log),
  notKept = () => undefined,
  deferAfter = DEFER_AFTER,
  door = createDoor(),
  ...runnerOptions
}: DispatchOptions) {
  const { conversations } = runnerOptions.context;
  const commandsByName = new Map(commands.map((command) => [command.data.name, command]));
  const refusal = createRefusal(runnerOptions.context, rateLimiter);
  const chooser = createOptionChooser(refusal);
  const handlersByName = new Map<string, ComponentHandler>(
    Object.entries({ ...componentHandlers, choose: chooser.handler }),
  );
  const failures = createFailureHandler(log, tally, notKept);
  const requests = createRequestRunner({ ...runnerOptions, door });

  /** The result of `work`; calls `defer`, so that Discord waits, when it takes long. */
  async function orDefer<T>(
    interaction: AnyCommandInteraction | ComponentInteraction,
    { leave }: RequestContext,
    work: Promise<T>,
    defer: () => Promise<unknown>,
  ): Promise<T> {
    const left = deferAfter - door.ageOf(interaction.createdTimestamp);
    const early = await within(Math.max(0, left), work);
    leave();
    if (early !== undefined) return early;
    await failures.acknowledge(interaction, defer);
    return work;
  }

  async function runCommand(interaction: AnyCommandInteraction, context: RequestContext): Promise<void> {
    const command = commandsByName.get(interaction.commandName);
    const { notes } = wordingFor(interaction.locale);
    if (!command) return void (await respond(interaction, privateNote(notes.unknownCommand), true));
    const input = interaction.isChatInputCommand() ? slashInput(interaction) : messageInput(interaction);
    const isPublic = (await command.isPublic?.(input, context)) ?? false;
    const audience = audienceOf(input.server, isPublic);
    const work = refusal(command, input, context).then(
      async (refused) =>
        refused ?? command.run({ ...input, audience }, await withLibrary(context, input.server)),
    );
    const answered = await orDefer(interaction, context, work, () =>
      interaction.deferReply(isPublic ? {} : { flags: MessageFlags.Ephemeral }),
    );
    const reply = chooser.offer(answered, interaction.id, command, input);
    logWithheld(reply);
    const asking = { ...input, audience };
    conversations.remember(asking, reply.answered);
    conversations.rememberMessage(await respond(interaction, reply, !isPublic), asking, reply.answered);
  }

  async function runComponent(interaction: ComponentInteraction, context: RequestContext): Promise<void> {
    const { name, argument } = parseCustomId(interaction.customId);
    const input = interaction.isModalSubmit()
      ? formInput(interaction, argument)
      : componentInput(interaction, argument);
    const handler = handlersByName.get(name);
    if (!handler) return performAction(interaction, unknownButton(input.locale), false);
    const work = refusal(handler, input, context).then(async (refused) =>
      refused
        ? ({ kind: 'note', reply: refused } as const)
        : handler.handle(input, await withLibrary(context, input.server)),
    );
    const action = await orDefer(interaction, context, work, () => deferAction(interaction));
    if ('reply' in action) logWithheld(action.reply);
    const isOwn = input.audience !== 'public';
    const asking = { ...input, audience: isOwn ? input.audience : ('private' as const) };
    if ('reply' in action) conversations.remember(asking, action.reply.answered);
    await performAction(interaction, action, isOwn);
    // A message that changes in place answers something else from then on.
    if (action.kind === 'show' && isOwn)
      conversations.rememberMessage(interaction.message?.id, asking, action.reply.answered);
  }

  async function complete(interaction: AutocompleteInteraction, context: RequestContext): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const command = commandsByName.get(interaction.commandName);
    const input = slashInput(interaction);
    const asked = (await rateLimiter.read(input.person.id)) ? undefined : command;
    const choices =
      (await asked?.complete?.(name, value, await withLibrary(context, input.server), input)) ?? [];
    context.leave();
    await interaction.respond(sendableChoices(choices));
  }

  async function answerMessage(message: Message, question: string, context: RequestContext): Promise<void> {
    const reply = await answerMention(message, question, context, rateLimiter);
    context.leave();
    if (!reply) return;
    logWithheld(reply);
    const asking = askingOf(message);
    conversations.remember(asking, reply.answered);
    conversations.rememberMessage(await replyTo(message, reply), asking, reply.answered);
  }

  function logWithheld({ withheld = [] }: Reply): void {
    for (const why of withheld) log.error({ why }, 'quotation withheld');
  }

  async function answerInteraction(interaction: Interaction, context: RequestContext): Promise<void> {
    if (interaction.isAutocomplete()) await complete(interaction, context);
    else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
      await runCommand(interaction, context);
    else if (interaction.isMessageComponent() || interaction.isModalSubmit())
      await runComponent(interaction, context);
  }

  return {
    /** Never rejects. */
    handleInteraction: (interaction: Interaction): Promise<void> =>
      requests.run({
        id: interaction.id,
        kind: InteractionType[interaction.type],
        createdAt: interaction.createdTimestamp,
        tooLateAfter: TOO_LATE_AFTER,
        answer: (context) => answerInteraction(interaction, context),
        handleError: (error) => failures.interaction(interaction, error),
        dropped: () => failures.dropped({ interaction: interaction.id }),
      }),
    /** Answers a message that mentions the bot, or is written to it. Never rejects either. */
    async handleMessage(message: Message): Promise<void> {
      const question = questionFor(message);
      if (question === undefined) return;
      await requests.run({
        id: message.id,
        kind: 'Mention',
        createdAt: message.createdTimestamp,
        tooLateAfter: MESSAGE_TOO_LATE_AFTER,
        answer: (context) => answerMessage(message, question, context),
        handleError: (error) => failures.mention(message, error),
        dropped: () => failures.dropped({ message: message.id }),
      });
    },
    /** Resolves when all that was begun is finished. */
    settled: () => requests.settled().then(() => tally.flush()),
  };
}
