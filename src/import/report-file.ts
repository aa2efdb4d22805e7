import { randomBytes } from 'node:crypto';
import { link, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { explainDiskError, findDiskErrorCode } from '../corpus/disk-error.ts';
import { slugOf } from '../corpus/report-name.ts';
import { type ArticleMetadata, type Block, ImportError } from './raw-article.ts';

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
  const lines = blocks.map((block, at) => {
    const above = blocks[at - 1];
    if (above === undefined) return lineOf(block);
    const sameParagraph =
      block.paragraph !== undefined &&
      above.paragraph === block.paragraph &&
      above.level === undefined &&
      block.level === undefined;
    return `${sameParagraph ? '\n' : '\n\n'}${lineOf(block)}`;
  });
  return lines.join('');
}

function lineOf({ text, level }: Block): string {
  if (level !== undefined) return `${'#'.repeat(Math.max(2, level))} ${text}`;
  return LOOKS_LIKE_HEADING.test(text) ? INDENTATION + text : text;
}

/** A name that still reads well in a citation. In characters. */
const LONGEST_ID = 60;

/** A report's id for its title: whole words, or undefined when the title holds no letter that an id may have. */
export function findReportId(title: string): string | undefined {
  const slug = slugOf(title);
  if (slug.length <= LONGEST_ID) return slug === '' ? undefined : slug;
  const cut = slug.slice(0, LONGEST_ID + 1);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : slug.slice(0, LONGEST_ID);
}

/** Where and whether a report may be written. */
export interface Destination {
  readonly folder: string;
  readonly id: string;
  /** Replace a report that is there. */
  readonly force: boolean;
}

/**
 * Writes `<folder>/<id>.md` as a whole or not at all: the text goes to a hidden file, which gets its name when it is
 * complete. A name that is a symbolic link is replaced, never followed.
 *
 * @returns the path
 * @throws ImportError when the report exists, or the disk refuses
 */
export async function writeReport({ folder, id, force }: Destination, text: string): Promise<string> {
  const path = join(folder, `${id}.md`);
  const draft = join(folder, `.${id}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    try {
      await writeFile(draft, text, { flag: 'wx', flush: true });
      // Only a link refuses to replace; asking first whether the file exists would race with its creation.
      await (force ? rename(draft, path) : link(draft, path));
    } finally {
      await rm(draft, { force: true });
    }
    return path;
  } catch (error) {
    if (findDiskErrorCode(error) === 'EEXIST')
      throw new ImportError(
        `${JSON.stringify(path)} exists; --force replaces it, --id gives the report another name`,
      );
    throw new ImportError(`cannot write ${JSON.stringify(path)}: ${explainWriting(error)}`);
  }
}

/** By Node's error codes, where writing needs other words than reading. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the disk is read-only',
  ENOENT: 'there is no such folder; make it first',
  ENOSPC: 'the disk is full',
};

const explainWriting = (error: unknown): string =>
  CAUSES[findDiskErrorCode(error) ?? ''] ?? explainDiskError(error);
