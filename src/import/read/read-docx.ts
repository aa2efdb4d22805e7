import mammoth from 'mammoth';
import { parse } from 'parse5';
import { findDate } from '../boilerplate/find-date.ts';
import { ImportError } from '../import-error.ts';
import type { ArticleMetadata, RawArticle } from '../raw-article.ts';
import { normaliseSpace } from '../../text/white-space.ts';
import { openDocx } from './docx-parts.ts';
import { blocksOf } from './page-blocks.ts';

/** Word's title is no heading to mammoth; its headings 1 to 6 are. */
const STYLES = ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => p:fresh"];

/** What mammoth puts between words: the number of a note, and the arrow that leads back from it. */
const NOTE_MARKS =
  /<sup><a href="#(?:foot|end)note-\d+" id="[\w-]+">\[\d+\]<\/a><\/sup>|<a href="#(?:foot|end)note-ref-\d+">↑<\/a>/gu;

/** A Word file, by way of the HTML that mammoth makes of it. Pictures and comments are left out, notes stand at the end. */
export async function readDocx(bytes: Uint8Array): Promise<RawArticle> {
  const { archive, properties } = openDocx(bytes);
  const html = await toHtml(archive);
  const blocks = blocksOf(parse(html.replaceAll(NOTE_MARKS, ''))).map(({ block }, index) => ({
    ...block,
    place: `paragraph ${index + 1}`,
  }));
  const created = findDate(property(properties, 'dcterms:created') ?? '');
  return {
    blocks,
    metadata: {
      ...named('title', property(properties, 'dc:title')),
      ...named('language', property(properties, 'dc:language')),
    },
    properties: { ...named('author', property(properties, 'dc:creator')), ...named('published', created) },
    removed: [],
    notes: [],
  };
}

async function toHtml(archive: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(archive) },
      { styleMap: STYLES, externalFileAccess: false },
    );
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw new ImportError('the Word file nests its parts too deeply');
    throw new ImportError(
      `the Word file is broken: ${error instanceof Error ? error.message.split('\n', 1)[0] : String(error)}`,
    );
  }
}

/** In characters. */
const LONGEST_PROPERTY = 1000;

/** The text of one element of docProps/core.xml, which is flat. */
function property(xml: string, name: string): string | undefined {
  const open = xml.indexOf(`<${name}`);
  const start = xml.indexOf('>', open) + 1;
  const end = xml.indexOf(`</${name}>`, start);
  if (open < 0 || start === 0 || end < 0) return undefined;
  return normaliseSpace(unescapeXml(xml.slice(start, Math.min(end, start + LONGEST_PROPERTY)))) || undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescapeXml = (text: string): string =>
  text.replaceAll(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => ENTITIES[name] ?? '');

const named = (key: keyof ArticleMetadata, value: string | undefined): ArticleMetadata =>
  value === undefined ? {} : { [key]: value };
