import {
  MessageFlags,
  type APIAttachment,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type RESTAPIAttachment,
} from 'discord-api-types/v10';
import type { UploadedFile } from '../rest/read-body.ts';
import { hasFlag } from '../flags.ts';
import { cleanName } from './file-facts.ts';
import type { MessageBody } from './request-bodies.ts';

/** A file of a draft: kept from before, or just uploaded. */
export type DraftFile =
  | { readonly kind: 'kept'; readonly filename: string; readonly attachment: APIAttachment }
  | {
      readonly kind: 'uploaded';
      readonly filename: string;
      readonly file: UploadedFile;
      readonly title: string | undefined;
      readonly description: string | undefined;
    }
  /** `attachments` names a file that is neither kept nor uploaded. */
  | { readonly kind: 'absent'; readonly filename: string };

/** A message as it would be after a request: a new one, or an edited one. */
export interface MessageDraft {
  readonly content: string;
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files: readonly DraftFile[];
  readonly isV2: boolean;
}

const uploaded = (file: UploadedFile, listed: RESTAPIAttachment | undefined): DraftFile => {
  const name = listed?.filename ?? file.name;
  return {
    kind: 'uploaded',
    filename: cleanName(name).filename,
    file: { ...file, name },
    title: listed?.title ?? undefined,
    description: listed?.description ?? undefined,
  };
};

const draftFiles = (
  body: MessageBody,
  files: readonly UploadedFile[],
  before: readonly APIAttachment[],
): DraftFile[] => {
  const listed = body.attachments;
  // Without a list an edit keeps the old files and adds the uploaded ones.
  if (!listed) {
    const kept = before.map((attachment): DraftFile => ({
      kind: 'kept',
      filename: attachment.filename,
      attachment,
    }));
    return [...kept, ...files.map((file) => uploaded(file, undefined))];
  }
  const named = listed.map((entry): DraftFile => {
    const file = files.find(({ key }) => key === String(entry.id));
    if (file) return uploaded(file, entry);
    const attachment = before.find(({ id }) => id === entry.id);
    if (attachment) return { kind: 'kept', filename: attachment.filename, attachment };
    return { kind: 'absent', filename: entry.filename ?? String(entry.id) };
  });
  const unlisted = files.filter(({ key }) => !listed.some(({ id }) => String(id) === key));
  return [...named, ...unlisted.map((file) => uploaded(file, undefined))];
};

/** Applies a request to the message that it edits, if any. Leading and trailing white space is removed, as Discord does. */
export const createDraft = (
  body: MessageBody,
  files: readonly UploadedFile[],
  before?: APIMessage,
): MessageDraft => ({
  content: (body.content === undefined ? (before?.content ?? '') : (body.content ?? '')).trim(),
  components: (body.components === undefined ? before?.components : body.components) ?? [],
  files: draftFiles(body, files, before?.attachments ?? []),
  // Once set, the flag stays: Discord's documentation, "Message Flags".
  isV2:
    hasFlag(body.flags, MessageFlags.IsComponentsV2) || hasFlag(before?.flags, MessageFlags.IsComponentsV2),
});

export const isEmpty = (draft: MessageDraft): boolean =>
  draft.content === '' && draft.components.length === 0 && draft.files.length === 0;
