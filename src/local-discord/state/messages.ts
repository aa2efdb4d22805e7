import {
  EmbedType,
  MessageFlags,
  MessageReferenceType,
  MessageType,
  type APIAttachment,
  type APIMessage,
  type APIMessageInteractionMetadata,
  type APIUser,
  type Snowflake,
} from 'discord-api-types/v10';
import { emptyMessage, invalidForm } from '../api-error.ts';
import type { Clock } from '../clock.ts';
import type { Feed } from '../feed.ts';
import type { UploadedFile } from '../rest/read-body.ts';
import { draftProblems } from '../rules/message-rules.ts';
import { within, type Problem } from '../rules/problem.ts';
import type { World } from '../world/world.ts';
import type { Attachments } from './attachments.ts';
import { finishComponents } from './finish-components.ts';
import { findMentions } from './mentions.ts';
import { asMessageFlags, hasFlag, SETTABLE_FLAGS } from './message-flags.ts';
import type { MessageBody } from './message-body.ts';
import { createDraft, isEmpty, type MessageDraft } from './message-draft.ts';

export interface StoredMessage {
  readonly message: APIMessage;
  /** The only person who can see an ephemeral message; undefined for a public one. */
  readonly viewer: Snowflake | undefined;
}

export interface NewMessage {
  readonly channelId: Snowflake;
  readonly author: APIUser;
  readonly body: MessageBody;
  readonly files?: readonly UploadedFile[];
  /** Makes it ephemeral. */
  readonly viewer?: Snowflake | undefined;
  readonly repliesTo?: APIMessage | undefined;
  /** Set when it answers an interaction. */
  readonly interaction?: APIMessageInteractionMetadata;
  /** Where the message stands in the request, for errors. */
  readonly at?: Problem['path'];
}

export interface Messages {
  /** Throws ApiError when Discord would refuse the message. */
  create(message: NewMessage): StoredMessage;
  /** Shows "thinking…" until it is edited. */
  createLoading(message: Omit<NewMessage, 'body' | 'files'>): StoredMessage;
  /** Throws ApiError when Discord would refuse the edit; the message then stays as it was. */
  edit(
    before: StoredMessage,
    body: MessageBody,
    files: readonly UploadedFile[],
    at?: Problem['path'],
  ): StoredMessage;
  remove(id: Snowflake): void;
  find(id: Snowflake): StoredMessage | undefined;
  /** The messages of a channel, oldest first. */
  inChannel(channelId: Snowflake): StoredMessage[];
}

interface MessagesOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly snowflake: () => Snowflake;
  readonly attachments: Attachments;
  readonly feed: Feed;
}

const check = (draft: MessageDraft, body: MessageBody, at: Problem['path']): void => {
  const problems = draftProblems(draft, body);
  if (problems.length > 0) throw invalidForm(within(at, problems));
  if (isEmpty(draft)) throw emptyMessage();
};

export const createMessages = ({ world, clock, snowflake, attachments, feed }: MessagesOptions): Messages => {
  const stored = new Map<Snowflake, StoredMessage>();
  const timestamp = () => new Date(clock.now()).toISOString();

  const storeFiles = (channelId: Snowflake, draft: MessageDraft, ephemeral: boolean): APIAttachment[] =>
    draft.files.flatMap((file) => {
      if (file.kind === 'absent') return [];
      return file.kind === 'kept'
        ? [file.attachment]
        : [attachments.add(channelId, file.file, { ...file, ephemeral })];
    });

  /** The part of a message that an edit can change. */
  const visiblePart = (
    { channelId, body, repliesTo, viewer }: NewMessage,
    draft: MessageDraft,
  ): Pick<
    APIMessage,
    'content' | 'embeds' | 'components' | 'attachments' | 'mentions' | 'mention_roles' | 'mention_everyone'
  > => {
    const files = storeFiles(channelId, draft, viewer !== undefined);
    return {
      content: draft.content,
      embeds: draft.embeds.map((embed) => ({ ...embed, type: EmbedType.Rich })),
      components: finishComponents(draft.components, { attachments: files, snowflake }),
      attachments: files,
      ...findMentions({
        content: draft.content,
        components: draft.components,
        allowed: body.allowed_mentions,
        repliedTo: repliesTo?.author,
        findUser: (id) => world.findPerson(id)?.user,
      }),
    };
  };

  const store = (given: NewMessage, draft: MessageDraft, flags: number): StoredMessage => {
    const { channelId, author, repliesTo, interaction, viewer } = given;
    const message: APIMessage = {
      id: snowflake(),
      channel_id: channelId,
      author,
      type: repliesTo ? MessageType.Reply : interaction ? typeOfAnswer(interaction) : MessageType.Default,
      timestamp: timestamp(),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      flags: asMessageFlags(flags | (viewer === undefined ? 0 : MessageFlags.Ephemeral)),
      ...visiblePart(given, draft),
      ...(author.bot ? { application_id: world.applicationId } : {}),
      ...(interaction ? { interaction_metadata: interaction, webhook_id: world.applicationId } : {}),
      ...(repliesTo ? replyTo(repliesTo, world) : {}),
    };
    const entry = { message, viewer };
    stored.set(message.id, entry);
    feed.publish({ kind: 'message-created', ...entry });
    return entry;
  };

  return {
    create: (given) => {
      const draft = createDraft(given.body, given.files ?? []);
      check(draft, given.body, given.at ?? []);
      return store(given, draft, (given.body.flags ?? 0) & SETTABLE_FLAGS);
    },
    createLoading: (given) => store({ ...given, body: {} }, createDraft({}, []), MessageFlags.Loading),
    edit: ({ message: before, viewer }, body, files, at = []) => {
      const draft = createDraft(body, files, before);
      check(draft, body, at);
      const given: NewMessage = {
        channelId: before.channel_id,
        author: before.author,
        body,
        viewer,
        repliesTo: before.referenced_message ?? undefined,
      };
      const wasLoading = hasFlag(before.flags, MessageFlags.Loading);
      const message: APIMessage = {
        ...before,
        ...visiblePart(given, draft),
        flags: asMessageFlags(
          ((before.flags ?? 0) & ~MessageFlags.Loading) | ((body.flags ?? 0) & SETTABLE_FLAGS),
        ),
        edited_timestamp: wasLoading ? null : timestamp(),
      };
      const dropped = before.attachments.filter(
        ({ id }) => !message.attachments.some((kept) => kept.id === id),
      );
      for (const { id } of dropped) attachments.remove(id);
      const entry = { message, viewer };
      stored.set(message.id, entry);
      feed.publish({ kind: 'message-updated', ...entry });
      return entry;
    },
    remove: (id) => {
      const entry = stored.get(id);
      if (!entry) return;
      stored.delete(id);
      for (const attachment of entry.message.attachments) attachments.remove(attachment.id);
      feed.publish({
        kind: 'message-deleted',
        id,
        channelId: entry.message.channel_id,
        viewer: entry.viewer,
      });
    },
    find: (id) => stored.get(id),
    inChannel: (channelId) => [...stored.values()].filter(({ message }) => message.channel_id === channelId),
  };
};

const typeOfAnswer = (interaction: APIMessageInteractionMetadata): MessageType =>
  'target_message_id' in interaction ? MessageType.ContextMenuCommand : MessageType.ChatInputCommand;

const replyTo = (
  target: APIMessage,
  world: World,
): Pick<APIMessage, 'message_reference' | 'referenced_message'> => {
  const { referenced_message: _, ...referenced } = target;
  const inGuild = world.guild.channels.some(({ id }) => id === target.channel_id);
  return {
    message_reference: {
      type: MessageReferenceType.Default,
      message_id: target.id,
      channel_id: target.channel_id,
      ...(inGuild ? { guild_id: world.guild.id } : {}),
    },
    referenced_message: referenced,
  };
};
