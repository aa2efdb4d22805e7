import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
} from 'discord.js';
import type { Log } from '../log.ts';
import type { Command, CommandContext, CommandInput } from './command.ts';
import type { Person } from './access.ts';
import type { Reply } from './reply.ts';
import { shorten } from './shorten.ts';
import { privateNote } from './text.ts';

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

export function createDispatch({
  commands,
  context,
  log,
  deferAfter = DEFER_AFTER,
}: DispatchOptions): Dispatch {
  const byName = new Map(commands.map((command) => [command.data.name, command]));
  const running = new Set<Promise<void>>();

  async function run(interaction: ChatInputCommandInteraction): Promise<void> {
    const command = byName.get(interaction.commandName);
    if (!command)
      return respond(
        interaction,
        privateNote(
          'This bot no longer has that command. An admin can publish the current ones with `npm run register`.',
        ),
        true,
      );
    const input = inputOf(interaction);
    const isPrivate = command.isPrivate(input);
    const work = command.run(input, context);
    const reply = (await within(deferAfter, work)) ?? (await deferred(interaction, isPrivate, work));
    await respond(interaction, reply, isPrivate);
  }

  async function complete(interaction: AutocompleteInteraction): Promise<void> {
    const { name, value } = interaction.options.getFocused(true);
    const choices = byName.get(interaction.commandName)?.complete?.(name, value, context) ?? [];
    const allowed = choices.filter((choice) => choice.value.length <= LONGEST_CHOICE && choice.name !== '');
    await interaction.respond(
      allowed
        .slice(0, MOST_CHOICES)
        .map((choice) => ({ ...choice, name: shorten(choice.name, LONGEST_CHOICE) })),
    );
  }

  async function bounded(interaction: Interaction): Promise<void> {
    try {
      if (interaction.isAutocomplete()) await complete(interaction);
      else if (interaction.isChatInputCommand()) await run(interaction);
    } catch (error) {
      log.error({ err: error, interaction: interaction.id }, 'interaction failed');
      await apologise(interaction);
    }
  }

  async function apologise(interaction: Interaction): Promise<void> {
    if (!interaction.isChatInputCommand()) return;
    try {
      await respond(
        interaction,
        privateNote('Something went wrong on our side. Nothing was lost; please try again.'),
        true,
      );
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

/** What `work` gives within `milliseconds`, else undefined. */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function deferred(
  interaction: ChatInputCommandInteraction,
  isPrivate: boolean,
  work: Promise<Reply>,
): Promise<Reply> {
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  return work;
}

/** Sends `reply` as the first response, or in place of the deferral, whose privacy then stands. */
async function respond(
  interaction: ChatInputCommandInteraction,
  reply: Reply,
  isPrivate: boolean,
): Promise<void> {
  const message = {
    components: [...reply.components],
    files: (reply.files ?? []).map(({ name, text }) => ({ name, attachment: Buffer.from(text, 'utf8') })),
    allowedMentions: { parse: [] },
  };
  if (interaction.deferred) {
    await interaction.editReply({ ...message, flags: MessageFlags.IsComponentsV2 });
  } else if (reply.private ?? isPrivate) {
    await interaction.reply({ ...message, flags: [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] });
  } else {
    await interaction.reply({ ...message, flags: MessageFlags.IsComponentsV2 });
  }
}

const inputOf = (interaction: ChatInputCommandInteraction): CommandInput => ({
  text: (option) => interaction.options.getString(option) ?? undefined,
  flag: (option) => interaction.options.getBoolean(option) ?? false,
  person: personOf(interaction),
});

function personOf({ user, member }: ChatInputCommandInteraction): Person {
  if (!member) return { id: user.id, roleIds: [] };
  return {
    id: user.id,
    roleIds: Array.isArray(member.roles) ? member.roles : [...member.roles.cache.keys()],
  };
}
