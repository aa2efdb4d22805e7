import { ImportError, type Note, noteOnText } from '../raw-article.ts';

const BYTE_ORDER_MARKS = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/**
 * Reads text by its byte order mark, else by the `declared` encoding, else as UTF-8, else as Windows-1252, which
 * every text fits. The text has no byte order mark, and LF line ends.
 *
 * @throws ImportError when the bytes are no text
 */
export function decodeText(
  bytes: Uint8Array,
  declared?: string,
): { readonly text: string; readonly notes: readonly Note[] } {
  const mark = BYTE_ORDER_MARKS.find((each) => each.bytes.every((byte, at) => bytes[at] === byte));
  if (mark !== undefined) {
    const text = tryDecode(bytes, mark.encoding);
    if (text === undefined)
      throw new ImportError(`the text is not ${mark.encoding.toUpperCase()}, as its first bytes say`);
    return { text: asLines(text), notes: [] };
  }
  const tried: string[] = [];
  for (const encoding of [...(declared === undefined ? [] : [declared]), 'utf-8']) {
    const text = tryDecode(bytes, encoding);
    if (text !== undefined) return { text: asLines(text), notes: tried.map(noteOnText) };
    tried.push(`the text is not ${quoteLabel(encoding)}`);
  }
  tried.push('it was read as Windows-1252; look at its accents and quotation marks');
  return {
    text: asLines(tryDecode(bytes, 'windows-1252') ?? ''),
    notes: [noteOnText(tried.join(', '))],
  };
}

/** What Windows-1252 has where ISO 8859-1 has control characters, from 0x80 on; a blank where it has none. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** By our own table: TextDecoder takes it for ISO 8859-1 in some releases of Node 20 and 22, and loses dashes and quotes. */
const decodeWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009F]/gu, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80).trim());

/** Undefined when the bytes are not of that encoding, or when there is no such encoding. */
function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    return decoder.encoding === 'windows-1252' ? decodeWindows1252(bytes) : decoder.decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

function asLines(text: string): string {
  if (text.includes('\0'))
    throw new ImportError('it holds NUL characters, wanted text; save it with the encoding UTF-8');
  return text.replaceAll(/\r\n?/gu, '\n');
}

/** A label comes from the source, so it is kept short and harmless. */
const quoteLabel = (label: string): string =>
  label
    .slice(0, 20)
    .replaceAll(/[^\w-]/gu, '?')
    .toUpperCase();

/** A page says its encoding within its first bytes, by the HTML standard. */
const CHARSET_WITHIN = 1024;
const META = /<meta[^<>]*/giu;
const CHARSET = /charset\s*=[\s"']*([\w:-]+)/iu;

/** The encoding that a page names in a `meta` element. */
export function findHtmlCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, CHARSET_WITHIN)).toString('latin1');
  return [...head.matchAll(META)]
    .map(([element]) => CHARSET.exec(element)?.[1])
    .find((name) => name !== undefined);
}
