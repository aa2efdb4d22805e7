import { stringify } from 'yaml';
import type { ArticleMetadata, Block } from '../raw-article.ts';

/** The order in which people read front matter. */
const KEYS = ['title', 'publisher', 'author', 'published', 'url', 'language', 'licence'] as const;
/** The report format reads such a line as a heading. */
const LOOKS_LIKE_HEADING = /^#{1,6}(?: |$)/u;
/** The least indentation that makes it text again. At a paragraph's edge it is not part of what is quoted. */
const INDENTATION = '    ';

/** A report file. Every value is written so that it is read back as it is. */
export function reportText(metadata: ArticleMetadata, blocks: readonly Block[]): string {
  const values = KEYS.flatMap((key) => (metadata[key] === undefined ? [] : [[key, metadata[key]] as const]));
  // Quotation marks are put where the text alone would be read as something else; lines are never folded.
  const frontMatter = stringify(Object.fromEntries(values), { lineWidth: 0 });
  return `---\n${frontMatter}---\n\n${bodyOf(blocks)}\n`;
}

function bodyOf(blocks: readonly Block[]): string {
  let body = '';
  for (const [at, block] of blocks.entries()) {
    const above = blocks[at - 1];
    const sameParagraph =
      above !== undefined &&
      block.paragraph !== undefined &&
      above.paragraph === block.paragraph &&
      above.level === undefined &&
      block.level === undefined;
    body += at === 0 ? '' : sameParagraph ? '\n' : '\n\n';
    body += lineOf(block);
  }
  return body;
}

function lineOf({ text, level }: Block): string {
  if (level !== undefined) return `${'#'.repeat(Math.max(2, level))} ${text}`;
  return LOOKS_LIKE_HEADING.test(text) ? INDENTATION + text : text;
}
