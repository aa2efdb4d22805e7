import { createHash } from 'node:crypto';
import type { Report } from '../corpus/report.ts';

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** A hash of all that a report says, whatever bytes it was read from. Paragraphs follow from the body: they need no place. */
export const contentHash = ({ paragraphs: _, ...content }: Report): string =>
  sha256(JSON.stringify(Object.entries(content).sort(([a], [b]) => (a < b ? -1 : 1))));
