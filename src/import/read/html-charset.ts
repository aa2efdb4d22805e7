/** A page says its encoding within its first bytes, by the HTML standard. */
const LOOKED_AT = 1024;
const META_CHARSET = /<meta[^>]+charset\s*=\s*["']?\s*([\w:-]+)/iu;

/** The encoding that a page names in a `meta` element. */
export const findHtmlCharset = (bytes: Uint8Array): string | undefined =>
  META_CHARSET.exec(Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1'))?.[1];
