import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { parse, parseFragment } from 'parse5';
import { ImportError, metadataOf, type RawArticle } from '../raw-article.ts';
import { fileDate } from './file-date.ts';
import { blocksOf } from './page-blocks.ts';

/** mammoth makes headings of Word's headings 1 to 6, but not of its title. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** What programs write where no person gave a name. */
const NO_AUTHOR =
  /^(?:python-docx|apache poi|microsoft office user|un-?named|unknown|user|admin(?:istrator)?)$/iu;

/** What mammoth puts between words: the number of a note, and the arrow that leads back from it. */
const NOTE_NUMBER = /<sup><a href="#(?:foot|end)note-\d+" id="[\w-]+">\[\d+\]<\/a><\/sup>/gu;
const NOTE_ARROW = /<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/gu;

/** A Word file, by way of the HTML that mammoth makes of it. Pictures and comments are left out, notes are at the end. */
export async function readDocx(bytes: Uint8Array): Promise<RawArticle> {
  const parts = unzipTextParts(bytes);
  // An archive of their own, so that mammoth cannot meet a zip bomb.
  const html = await toHtml(zipSync(parts, { level: 0 }));
  const blocks = blocksOf(parse(html.replaceAll(NOTE_NUMBER, '').replaceAll(NOTE_ARROW, ''))).map(
    ({ block }, index) => ({
      ...block,
      place: `paragraph ${index + 1}`,
    }),
  );
  const properties = new TextDecoder().decode(parts['docProps/core.xml']);
  const creator = property(properties, 'dc:creator');
  const { published, notes } = fileDate(
    property(properties, 'dcterms:created'),
    property(properties, 'dcterms:modified'),
  );
  return {
    blocks,
    metadata: metadataOf({
      title: property(properties, 'dc:title'),
      language: property(properties, 'dc:language'),
    }),
    properties: { ...metadataOf({ author: NO_AUTHOR.test(creator) ? undefined : creator }), ...published },
    removed: [],
    notes,
  };
}

/** Far above any report's text. In bytes, after inflating, of all parts together. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_PARTS = 2000;
/** What mammoth reads of the text. Pictures and fonts are never inflated. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/u;

/**
 * Inflates the text parts of a Word file within bounds. A part that is larger than the directory says is cut at that
 * size.
 *
 * @throws ImportError
 */
function unzipTextParts(bytes: Uint8Array): Record<string, Uint8Array> {
  let total = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    count += 1;
    if (count > MOST_PARTS) throw new ImportError(`the Word file has more than ${MOST_PARTS} parts`);
    if (!WANTED.test(name)) return false;
    total += originalSize;
    if (total > MOST_BYTES)
      throw new ImportError(
        `the Word file's text has more than ${MOST_BYTES / 1024 / 1024} MiB when inflated`,
      );
    return true;
  };
  try {
    const parts = unzipSync(bytes, { filter });
    if (parts['word/document.xml'] !== undefined || parts['_rels/.rels'] !== undefined) return parts;
  } catch (error) {
    if (error instanceof ImportError) throw error;
    // A locked Word file is not a zip archive but an older container.
    const locked = Buffer.from(bytes.subarray(0, 4)).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]));
    throw new ImportError(
      locked
        ? 'it is an old .doc or is locked with a password; save it as .docx without one'
        : 'the Word file is broken',
    );
  }
  throw new ImportError('it is not a Word file (.docx)');
}

async function toHtml(archive: Uint8Array): Promise<string> {
  try {
    const options = { styleMap: STYLES, externalFileAccess: false };
    return (await mammoth.convertToHtml({ buffer: Buffer.from(archive) }, options)).value;
  } catch (error) {
    if (error instanceof RangeError) throw new ImportError('the Word file nests its parts too deeply');
    const [why] = error instanceof Error ? error.message.split('\n', 1) : [String(error)];
    throw new ImportError(`the Word file is broken: ${why}`);
  }
}

/** The text of one element of docProps/core.xml, which is flat; at most 1,000 characters, empty when there is none. */
function property(xml: string, name: string): string {
  const [, escaped = ''] = new RegExp(`<${name}(?:\\s[^<>]*)?>([^<]{0,1000})`, 'u').exec(xml) ?? [];
  // HTML's parser knows XML's character references.
  const [text] = parseFragment(escaped).childNodes;
  return text !== undefined && 'value' in text ? text.value : '';
}
