import {
  InteractionType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIAttachment,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';
import type { World } from '../world/world.ts';
import type { Attachments } from './attachments.ts';
import { normalizeComponents } from './normalize-components.ts';
import { findMentions } from './mentions.ts';
import type { MessageBody } from './request-bodies.ts';
import type { MessageDraft } from './message-draft.ts';
import { asMessageFlags, hasFlag, SETTABLE_FLAGS } from '../flags.ts';

export interface MessageOrigin {
  readonly channelId: Snowflake;
  readonly author: APIUser;
  /** The only person who can see it; undefined for a public one. */
  readonly viewer: Snowflake | undefined;
  readonly repliesTo?: APIMessage | undefined;
  /** Set when it answers an interaction. */
  readonly interaction?: APIMessageInteractionMetadata;
}

export interface MessageBuilder {
  build(origin: MessageOrigin, draft: MessageDraft, body: MessageBody, flags?: MessageFlags): APIMessage;
  /** `before` after an edit; the draft contains what stays. */
  rebuild(before: APIMessage, draft: MessageDraft, body: MessageBody): APIMessage;
}

interface BuilderOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly snowflake: () => Snowflake;
  readonly attachments: Attachments;
}

const typeOf = ({ repliesTo, interaction }: MessageOrigin): MessageType => {
  if (repliesTo) return MessageType.Reply;
  if (interaction?.type !== InteractionType.ApplicationCommand) return MessageType.Default;
  return 'target_message_id' in interaction ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;
};

const reference = (target: APIMessage, { guildOf }: World) => {
  // Discord includes the message replied to, but not the one that that message replied to.
  const { referenced_message: _, ...referenced } = target;
  const guild = guildOf(target.channel_id);
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: target.id,
      channel_id: target.channel_id,
      ...(guild ? { guild_id: guild.id } : {}),
    },
    referenced_message: referenced,
  } satisfies Partial<APIMessage>;
};

/** Turns requests into messages in the form in which Discord returns them. */
export const createMessageBuilder = ({
  world,
  clock,
  snowflake,
  attachments,
}: BuilderOptions): MessageBuilder => {
  const timestamp = () => new Date(clock.now()).toISOString();

  const storeFiles = ({ files }: MessageDraft, channelId: Snowflake, ephemeral: boolean): APIAttachment[] =>
    files.flatMap((file) => {
      if (file.kind === 'absent') return [];
      return file.kind === 'kept'
        ? [file.attachment]
        : [attachments.add(channelId, file.file, { ...file, ephemeral })];
    });

  const mentionsOf = (
    { content, components }: MessageDraft,
    body: MessageBody,
    repliedTo: APIUser | undefined,
  ) =>
    findMentions({
      content,
      components,
      allowed: body.allowed_mentions,
      repliedTo,
      findUser: (id) => world.findPerson(id)?.user,
    });

  return {
    build: (origin, draft, body, flags = asMessageFlags((body.flags ?? 0) & SETTABLE_FLAGS)) => {
      const { channelId, author, viewer, repliesTo, interaction } = origin;
      const files = storeFiles(draft, channelId, viewer !== undefined);
      return {
        id: snowflake(),
        channel_id: channelId,
        author,
        type: typeOf(origin),
        // Discord writes "+00:00", which the published schema's reading of a date-time does not take; both mean the same.
        timestamp: timestamp(),
        edited_timestamp: null,
        tts: false,
        pinned: false,
        flags: asMessageFlags(flags | (viewer === undefined ? 0 : MessageFlags.Ephemeral)),
        content: draft.content,
        embeds: [],
        components: normalizeComponents(draft.components, { attachments: files, snowflake }),
        attachments: files,
        ...mentionsOf(draft, body, repliesTo?.author),
        ...(body.nonce === undefined || body.nonce === null ? {} : { nonce: body.nonce }),
        ...(author.bot ? { application_id: world.applicationId } : {}),
        ...(interaction ? { interaction_metadata: interaction, webhook_id: world.applicationId } : {}),
        ...(repliesTo ? reference(repliesTo, world) : {}),
      };
    },
    rebuild: (before, draft, body) => {
      const isPrivate = hasFlag(before.flags, MessageFlags.Ephemeral);
      const wasLoading = hasFlag(before.flags, MessageFlags.Loading);
      const files = storeFiles(draft, before.channel_id, isPrivate);
      const kept = (before.flags ?? 0) & ~MessageFlags.Loading;
      return {
        ...before,
        flags: asMessageFlags(kept | ((body.flags ?? 0) & SETTABLE_FLAGS)),
        // The end of "thinking…" does not count as an edit.
        edited_timestamp: wasLoading ? null : timestamp(),
        content: draft.content,
        ...(body.components === undefined
          ? {}
          : { components: normalizeComponents(draft.components, { attachments: files, snowflake }) }),
        attachments: files,
        ...mentionsOf(draft, body, before.referenced_message?.author),
      };
    },
  };
};
