import { MessageFlags, type APIMessage, type Snowflake } from 'discord-api-types/v10';
import { emptyMessage, invalidForm } from '../api-error.ts';
import type { EventBus } from '../event-bus.ts';
import type { UploadedFile } from '../rest/read-body.ts';
import { draftProblems } from '../rules/message-rules.ts';
import { prefixPaths, type Problem } from '../rules/problem.ts';
import type { Attachments } from './attachments.ts';
import type { MessageBuilder, MessageOrigin } from './build-message.ts';
import type { MessageBody } from './request-bodies.ts';
import { createDraft, isEmpty, type MessageDraft } from './message-draft.ts';

/** Keeps a server that runs for days from filling the memory. */
const MAX_KEPT = 20_000;

export interface StoredMessage {
  readonly message: APIMessage;
  /** The only person who can see an ephemeral message; undefined for a public one. */
  readonly viewer: Snowflake | undefined;
}

/** What came with a request to write or edit a message. */
export interface MessageRequest {
  readonly body: MessageBody;
  readonly files: readonly UploadedFile[];
  /** The path of the message in the request body, for errors. */
  readonly at?: Problem['path'];
}

export interface Messages {
  /** Throws ApiError when Discord would refuse the message. Returns the earlier one when the nonce must not be used again. */
  create(origin: MessageOrigin, request: MessageRequest): StoredMessage;
  /** Shows "thinking…" until it is edited. */
  createLoading(origin: MessageOrigin): StoredMessage;
  /** Throws ApiError when Discord would refuse the edit; the message then stays as it was. */
  edit(before: StoredMessage, request: MessageRequest): StoredMessage;
  remove(id: Snowflake): void;
  find(id: Snowflake): StoredMessage | undefined;
  /** The messages of a channel, oldest first. */
  inChannel(channelId: Snowflake): StoredMessage[];
}

/** Throws ApiError when Discord would refuse the message. */
const check = (draft: MessageDraft, { body, at = [] }: MessageRequest): void => {
  const problems = draftProblems(draft, body);
  if (problems.length > 0) throw invalidForm(prefixPaths(at, problems));
  if (isEmpty(draft)) throw emptyMessage();
};

/** The newest messages of all channels. Whatever happens to one is published on `bus`. */
export const createMessages = (
  builder: MessageBuilder,
  attachments: Attachments,
  bus: EventBus,
): Messages => {
  const stored = new Map<Snowflake, StoredMessage>();

  const put = (kind: 'message-created' | 'message-updated', entry: StoredMessage): StoredMessage => {
    stored.set(entry.message.id, entry);
    forgetOldest();
    bus.publish({ kind, ...entry });
    return entry;
  };

  const forgetOldest = (): void => {
    const [oldest] = stored.values();
    if (oldest === undefined || stored.size <= MAX_KEPT) return;
    stored.delete(oldest.message.id);
    dropFiles(oldest.message);
  };

  const dropFiles = (before: APIMessage, after?: APIMessage): void => {
    for (const { id } of before.attachments) {
      if (!after?.attachments.some((kept) => kept.id === id)) attachments.remove(id);
    }
  };

  /** Discord looks back a few minutes; this server looks through all that it keeps. */
  const findByNonce = ({ author }: MessageOrigin, nonce: MessageBody['nonce']): StoredMessage | undefined =>
    nonce === undefined || nonce === null
      ? undefined
      : [...stored.values()].find(
          ({ message }) => message.nonce === nonce && message.author.id === author.id,
        );

  return {
    create: (origin, request) => {
      const existing = request.body.enforce_nonce ? findByNonce(origin, request.body.nonce) : undefined;
      if (existing) return existing;
      const draft = createDraft(request.body, request.files);
      check(draft, request);
      return put('message-created', {
        message: builder.build(origin, draft, request.body),
        viewer: origin.viewer,
      });
    },
    createLoading: (origin) =>
      put('message-created', {
        message: builder.build(origin, createDraft({}, []), {}, MessageFlags.Loading),
        viewer: origin.viewer,
      }),
    edit: ({ message: before, viewer }, request) => {
      const draft = createDraft(request.body, request.files, before);
      check(draft, request);
      const message = builder.rebuild(before, draft, request.body);
      dropFiles(before, message);
      return put('message-updated', { message, viewer });
    },
    remove: (id) => {
      const entry = stored.get(id);
      if (!entry) return;
      stored.delete(id);
      dropFiles(entry.message);
      bus.publish({
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
