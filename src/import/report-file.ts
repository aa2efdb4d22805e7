import { randomBytes } from 'node:crypto';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { explainDiskError, findDiskErrorCode } from '../corpus/disk-error.ts';
import { slugOf } from '../corpus/report-name.ts';
import { type ArticleMetadata, type Block, ImportError, METADATA_KEYS } from './raw-article.ts';

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

/**
 * Writes `<folder>/<id>.md` as a whole or not at all: the text goes to a hidden file, which gets its name when it is
 * complete. A folder that is missing is made. With `force` a report of that name is replaced; a symbolic link is never
 * followed.
 *
 * @returns the path
 * @throws ImportError when the report exists (its setting is `force`), or the disk refuses
 */
export async function writeReport(
  { folder, id, force }: { readonly folder: string; readonly id: string; readonly force: boolean },
  text: string,
): Promise<string> {
  const path = join(folder, `${id}.md`);
  const draft = join(folder, `.${id}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw new ImportError(`cannot make the folder ${JSON.stringify(folder)}: ${explain(error)}`);
  }
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
      throw new ImportError(`${JSON.stringify(path)} exists`, { setting: 'force' });
    throw new ImportError(`cannot write ${JSON.stringify(path)}: ${explain(error)}`);
  }
}

const explain = (error: unknown): string => CAUSES[findDiskErrorCode(error) ?? ''] ?? explainDiskError(error);

/** By Node's error codes, where writing needs other words than reading. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the disk is read-only',
  EEXIST: 'it is a file',
  ENOTDIR: 'a part of that path is a file',
  ENOSPC: 'the disk is full',
};
