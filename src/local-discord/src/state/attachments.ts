import type { APIAttachment, Snowflake } from 'discord-api-types/v10';
import type { UploadedFile } from '../rest/read-body.ts';

export interface StoredAttachment {
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array;
}

export interface Attachments {
  add(channelId: Snowflake, file: UploadedFile, facts: AttachmentFacts): APIAttachment;
  find(id: Snowflake): StoredAttachment | undefined;
  remove(id: Snowflake): void;
}

interface AttachmentFacts {
  readonly filename: string;
  readonly description: string | undefined;
  readonly ephemeral: boolean;
}

/** Keeps uploaded files in memory, each under an address of this server such as `/attachments/1/2/notes.txt`. */
export const createAttachments = (snowflake: () => Snowflake, origin: () => string): Attachments => {
  const stored = new Map<Snowflake, StoredAttachment>();
  return {
    add: (channelId, file, { filename, description, ephemeral }) => {
      const id = snowflake();
      const url = `${origin()}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
      const attachment: APIAttachment = {
        id,
        filename,
        size: file.bytes.length,
        url,
        proxy_url: url,
        content_type: file.type || 'application/octet-stream',
        ...(description ? { description } : {}),
        ...(ephemeral ? { ephemeral } : {}),
      };
      stored.set(id, { attachment, bytes: file.bytes });
      return attachment;
    },
    find: (id) => stored.get(id),
    remove: (id) => void stored.delete(id),
  };
};
