import { stringify } from 'yaml';
import { slugOf } from '../corpus/report-name.ts';
import { type ArticleMetadata, type Block, METADATA_KEYS } from './raw-article.ts';

/** The report format reads such a line as a heading. */
const LOOKS_LIKE_HEADING = /^#{1,6}(?: |$)/u;
/** The least indentation that makes it text again. At a paragraph's edge it is not part of what is quoted. */
const INDENTATION = '    ';

/** A report file. Every value is written so that it is read back as it is. */
export function reportText(
  metadata: ArticleMetadata,
  body: string,
  questions: readonly string[] = [],
): string {
  const values = {
    ...Object.fromEntries(METADATA_KEYS.map((key) => [key, metadata[key]])),
    ...(questions.length > 0 && { questions }),
  };
  // Quotation marks are put where the text alone would be read as something else; lines are never folded.
  return `---\n${stringify(values, { lineWidth: 0 })}---${body}`;
}

/** Of a report file, from the line after the front matter on. */
export function bodyOf(blocks: readonly Block[]): string {
  const lines = blocks.map((block, at) => {
    const above = blocks[at - 1];
    const goesOn =
      block.paragraph !== undefined &&
      above?.paragraph === block.paragraph &&
      above.level === undefined &&
      block.level === undefined;
    return `${goesOn ? '\n' : '\n\n'}${lineOf(block)}`;
  });
  return `${lines.join('')}\n`;
}

function lineOf({ text, level }: Block): string {
  if (level !== undefined) return `${'#'.repeat(Math.max(2, level))} ${text}`;
  return LOOKS_LIKE_HEADING.test(text) ? INDENTATION + text : text;
}

/**
 * A report's id for its title: whole words, of 60 characters at most to read well in a citation, or undefined when the
 * title holds no letter that an id may have.
 */
export const findReportId = (title: string): string | undefined =>
  /^.{1,60}(?=-|$)|^.{60}/u.exec(slugOf(title))?.[0];
