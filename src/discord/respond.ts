import {
  type CommandInteraction,
  type Message,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import type { Reply } from '../render/reply.ts';
import type { Action } from './command.ts';

/** What every message of ours has: a text display pings too, unless it is told not to. */
export const messageOf = ({ components, files = [] }: Reply) => ({
  components: [...components],
  files: files.map(({ name, text }) => ({ name, attachment: Buffer.from(text, 'utf8') })),
  allowedMentions: { parse: [] },
});

export type ComponentInteraction = MessageComponentInteraction | ModalSubmitInteraction;

export const PUBLIC = MessageFlags.IsComponentsV2;
const PRIVATE = [MessageFlags.IsComponentsV2, MessageFlags.Ephemeral] as const;

/**
 * Sends `reply` as the first response, or in place of the deferral, which has settled whether it is private. Gives the
 * id of the message where that is known: of an answer, which others may reply to.
 */
export async function respond(
  interaction: CommandInteraction,
  reply: Reply,
  isPrivate: boolean,
): Promise<string | undefined> {
  if (reply.form && !interaction.deferred) return void (await interaction.showModal(reply.form));
  const message = messageOf(reply);
  if (interaction.deferred) return (await interaction.editReply({ ...message, flags: PUBLIC })).id;
  const flags = (reply.private ?? isPrivate) ? PRIVATE : PUBLIC;
  if (!reply.answered) return void (await interaction.reply({ ...message, flags }));
  const { resource } = await interaction.reply({ ...message, flags, withResponse: true });
  return resource?.message?.id;
}

/** Sends `reply` in private, and removes a deferral, which may be public. */
export async function respondPrivately(interaction: CommandInteraction, reply: Reply): Promise<void> {
  const message = { ...messageOf(reply), flags: PRIVATE };
  if (!interaction.deferred) return void (await interaction.reply(message));
  // What follows a deferral takes its place, and is as public as it is, unless it is removed before.
  await interaction.deleteReply();
  await interaction.followUp(message);
}

/** Does what a button, a menu or a form does. `inPlace`: the message is the clicker's own, and may change. */
export async function performAction(
  interaction: ComponentInteraction,
  action: Action,
  inPlace: boolean,
): Promise<void> {
  if (action.kind === 'remove') {
    if (!interaction.deferred) await deferAction(interaction);
    return interaction.deleteReply();
  }
  if (action.kind === 'form') {
    if (!interaction.isModalSubmit()) await interaction.showModal(action.form);
    return;
  }
  const message = messageOf(action.reply);
  const canUpdate = !interaction.isModalSubmit() || interaction.isFromMessage();
  if (canUpdate && (action.kind === 'update' || (action.kind === 'show' && inPlace))) {
    // An edit keeps the files of the message unless it is told not to.
    if (interaction.deferred) await interaction.editReply({ ...message, attachments: [], flags: PUBLIC });
    else await interaction.update({ ...message, attachments: [], flags: PUBLIC });
    return;
  }
  const flags = action.kind === 'post' ? PUBLIC : PRIVATE;
  if (interaction.deferred) await interaction.followUp({ ...message, flags });
  else await interaction.reply({ ...message, flags });
}

/** Tells Discord that the action takes longer: of a form that a command opened, as an answer of its own. */
export const deferAction = (interaction: ComponentInteraction): Promise<unknown> =>
  interaction.isModalSubmit() && !interaction.isFromMessage()
    ? interaction.deferReply({ flags: MessageFlags.Ephemeral })
    : interaction.deferUpdate();

/** Answers a message in its channel, once, and gives the id of the answer. The person is not pinged: they are reading. */
export async function replyTo(asked: Message, reply: Reply): Promise<string> {
  const message = messageOf(reply);
  const sent = await asked.reply({
    ...message,
    // A second message with this nonce is not made: neither by our own next try, nor by another process.
    nonce: asked.id,
    enforceNonce: true,
    allowedMentions: { ...message.allowedMentions, repliedUser: false },
    flags: PUBLIC,
  });
  return sent.id;
}
