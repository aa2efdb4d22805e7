import { z } from 'zod';
import type { UserFile } from '../people/user-file.ts';
import type { UploadedFile } from '../rest/read-body.ts';
import { pageLocales, type PageAction, type PageLocale } from './protocol.ts';

export interface ActionRequest {
  readonly person: string;
  readonly locale: PageLocale;
  readonly action: PageAction<UserFile>;
}

const values = z.array(z.string()).max(25);
const onMessage = { messageId: z.string() };

/** In JSON a file is `{ "file": "0" }`, the key of the form's field that contains it. */
const requestSchema = (files: readonly UploadedFile[]): z.ZodType<ActionRequest> => {
  const file = z.object({ file: z.string() }).transform(({ file: key }, context): UserFile => {
    const found = files.find((each) => each.key === key);
    if (found) return found;
    context.addIssue(`No file ${key} came along`);
    return z.NEVER;
  });
  const option = z.object({
    name: z.string(),
    value: z.union([z.string(), z.number(), z.boolean(), file]),
  });
  const line = { channelId: z.string(), command: z.string(), options: z.array(option).max(25) };
  const action = z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('command'), ...line }),
    z.object({ kind: z.literal('autocomplete'), ...line, focused: z.string() }),
    z.object({ kind: z.literal('message-command'), command: z.string(), ...onMessage }),
    z.object({ kind: z.literal('click'), ...onMessage, customId: z.string() }),
    z.object({ kind: z.literal('choose'), ...onMessage, customId: z.string(), values }),
    z.object({
      kind: z.literal('submit'),
      modalId: z.string(),
      values: z.record(z.string(), z.string()),
    }),
    z.object({
      kind: z.literal('write'),
      channelId: z.string(),
      text: z.string(),
      files: z.array(file).default([]),
    }),
  ]);
  return z.object({ person: z.string(), locale: z.enum(pageLocales), action });
};

/** One act of a viewer, as the page posts it with the files in it. Throws ZodError when it is malformed. */
export const parseAction = (json: unknown, files: readonly UploadedFile[]): ActionRequest =>
  requestSchema(files).parse(json);
