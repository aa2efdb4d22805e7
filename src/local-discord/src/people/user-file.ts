import type { APIAttachment, Snowflake } from 'discord-api-types/v10';
import { MAX_FILE_BYTES, type UploadedFile } from '../rest/read-body.ts';
import type { State } from '../state/state.ts';
import { ClientRefusal } from './client-refusal.ts';

/** A file on a person's computer. */
export interface UserFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** MIME type; by default told by the name. */
  readonly type?: string;
}

/** The words in which Discord's client refuses a file of more than `MAX_FILE_BYTES`. */
export const TOO_POWERFUL = `Your files are too powerful. Max file size is ${MAX_FILE_BYTES / 1024 ** 2} MB please.`;

/** Files of one message at most. Discord's documentation, "Create Message". */
export const MESSAGE_FILES = 10;

/** The files as a client uploads them. Throws ClientRefusal when one is too large. */
export const toUploads = (files: readonly UserFile[]): UploadedFile[] =>
  files.map(({ name, bytes, type = '' }, index) => {
    if (bytes.length > MAX_FILE_BYTES) throw new ClientRefusal(`Cannot upload "${name}": ${TOO_POWERFUL}`);
    return { key: String(index), name, type, bytes };
  });

/** Uploads files for an interaction: Discord keeps them for a while only. */
export const uploadForInteraction = (
  { attachments }: State,
  channelId: Snowflake,
  uploads: readonly UploadedFile[],
): Record<Snowflake, APIAttachment> =>
  Object.fromEntries(
    uploads.map((upload) => {
      const attachment = attachments.add(channelId, upload, { ephemeral: true });
      return [attachment.id, attachment];
    }),
  );
