import type { ServerResponse } from 'node:http';
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

const PREFIX = '/attachments/';

/** Serves an uploaded file as a download, at the URL of its attachment. False for any other path. */
export const serveAttachment = (
  attachments: Attachments,
  response: ServerResponse,
  { pathname }: URL,
): boolean => {
  if (!pathname.startsWith(PREFIX)) return false;
  const [, id] = pathname.slice(PREFIX.length).split('/');
  const stored = id === undefined ? undefined : attachments.find(id);
  if (!stored) {
    response.writeHead(404).end();
    return true;
  }
  response.writeHead(200, {
    // Never shown in place: an uploaded page could otherwise run scripts under this server's name.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(stored.attachment.filename)}`,
    'content-type': 'application/octet-stream',
    'content-length': stored.bytes.length,
    'x-content-type-options': 'nosniff',
  });
  response.end(stored.bytes);
  return true;
};
