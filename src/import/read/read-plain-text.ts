import type { RawArticle } from '../raw-article.ts';
import { normaliseSpace } from '../../text/white-space.ts';
import { decodeText } from './decode-text.ts';
import { joinLines } from './join-lines.ts';
import { lineBlocks } from './line-blocks.ts';
import type { Reading } from './reading.ts';
import { hyphenRemovals } from './hyphen-removals.ts';

export function readPlainText(bytes: Uint8Array, { charset, keepAll }: Reading): RawArticle {
  const { text, notes } = decodeText(bytes, charset);
  const lines = text
    .replaceAll('\f', '\n')
    .split('\n')
    .map((line, index) => ({ place: `line ${index + 1}`, text: normaliseSpace(line) }));
  const joined = joinLines(lines, keepAll ? 'never' : 'known');
  return {
    blocks: lineBlocks(joined.lines),
    metadata: {},
    removed: hyphenRemovals(joined.hyphens),
    notes,
  };
}
