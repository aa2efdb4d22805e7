import { z } from 'zod';
import type { Settings } from './store.ts';

const settings = z.object({
  publicChannels: z.union([z.array(z.string()), z.literal('all')]),
  defaultReport: z.string().optional(),
  mentions: z.boolean(),
}) satisfies z.ZodType<Settings>;

/** @throws when the text is not settings as `JSON.stringify` writes them. */
export const parseSettings = (json: string): Settings => settings.parse(JSON.parse(json));
