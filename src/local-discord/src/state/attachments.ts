import type { ServerResponse } from 'node:http';
import type { APIAttachment, Snowflake } from 'discord-api-types/v10';
import { MAX_FILE_BYTES, type UploadedFile } from '../rest/read-body.ts';
import { cleanName, contentType } from './file-facts.ts';

export interface StoredAttachment {
  readonly attachment: APIAttachment;
  readonly bytes: Uint8Array;
}

export interface Attachments {
  /** The oldest files are forgotten when all together take more than MAX_KEPT_BYTES. */
  add(channelId: Snowflake, file: UploadedFile, facts: AttachmentFacts): APIAttachment;
  find(id: Snowflake): StoredAttachment | undefined;
  remove(id: Snowflake): void;
}

interface AttachmentFacts {
  readonly description?: string | undefined;
  /** Shown instead of the name. */
  readonly title?: string | undefined;
  readonly ephemeral: boolean;
}

/** Keeps a server that runs for days from filling the memory. */
export const MAX_KEPT_BYTES = 20 * MAX_FILE_BYTES;

/** Keeps uploaded files in memory, each under an address of this server such as `/attachments/1/2/notes.txt`. */
export const createAttachments = (snowflake: () => Snowflake, origin: () => string): Attachments => {
  const stored = new Map<Snowflake, StoredAttachment>();
  let total = 0;

  const remove = (id: Snowflake): void => {
    total -= stored.get(id)?.bytes.length ?? 0;
    stored.delete(id);
  };

  return {
    add: (channelId, { name, type, bytes }, { description, title, ephemeral }) => {
      const id = snowflake();
      const named = { ...cleanName(name), ...(title ? { title } : {}) };
      const url = `${origin()}/attachments/${channelId}/${id}/${named.filename}`;
      const content_type = contentType(name, type, bytes);
      const attachment: APIAttachment = {
        id,
        ...named,
        size: bytes.length,
        url,
        proxy_url: url,
        ...(content_type === undefined ? {} : { content_type }),
        ...(description ? { description } : {}),
        ...(ephemeral ? { ephemeral } : {}),
      };
      stored.set(id, { attachment, bytes });
      total += bytes.length;
      for (const [oldest] of stored) {
        if (total <= MAX_KEPT_BYTES) break;
        remove(oldest);
      }
      return attachment;
    },
    find: (id) => stored.get(id),
    remove,
  };
};

const PREFIX = '/attachments/';

/**
 * Serves an uploaded file as a download, at the URL of its attachment, and never as what it is: a page or a script would
 * run under this server's name. False for any other path.
 */
export const serveAttachment = (
  attachments: Attachments,
  response: ServerResponse,
  { pathname }: URL,
): boolean => {
  if (!pathname.startsWith(PREFIX)) return false;
  const [, id = ''] = pathname.slice(PREFIX.length).split('/');
  const stored = attachments.find(id);
  if (!stored || !stored.attachment.url.endsWith(pathname)) {
    response.writeHead(404).end();
    return true;
  }
  response.writeHead(200, {
    'content-disposition': `attachment; filename="${stored.attachment.filename}"`,
    'content-type': 'application/octet-stream',
    'content-length': stored.bytes.length,
    'x-content-type-options': 'nosniff',
  });
  response.end(stored.bytes);
  return true;
};
