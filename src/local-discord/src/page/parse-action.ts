import { z } from 'zod';
import { pageLocales, type PageAction } from './protocol.ts';

const options = z
  .array(z.object({ name: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) }))
  .max(25);
const line = { channelId: z.string(), command: z.string(), options };
const onMessage = { messageId: z.string() };

const action = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), ...line }),
  z.object({ kind: z.literal('autocomplete'), ...line, focused: z.string() }),
  z.object({ kind: z.literal('message-command'), command: z.string(), ...onMessage }),
  z.object({ kind: z.literal('click'), ...onMessage, customId: z.string() }),
  z.object({
    kind: z.literal('choose'),
    ...onMessage,
    customId: z.string(),
    values: z.array(z.string()).max(25),
  }),
  z.object({
    kind: z.literal('submit'),
    modalId: z.string(),
    values: z.record(z.string(), z.union([z.string(), z.array(z.string()).max(25)])),
  }),
  z.object({ kind: z.literal('write'), channelId: z.string(), text: z.string() }),
]) satisfies z.ZodType<PageAction>;

const request = z.object({ person: z.string(), locale: z.enum(pageLocales), action });

/** One act of a viewer, as the page posts it. Throws ZodError when it is malformed. */
export const parseAction = (json: unknown): z.infer<typeof request> => request.parse(json);
