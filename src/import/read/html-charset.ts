/** A page says its encoding within its first bytes, by the HTML standard. */
const LOOKED_AT = 1024;
const META = /<meta[^<>]*/giu;
const CHARSET = /charset\s*=[\s"']*([\w:-]+)/iu;

/** The encoding that a page names in a `meta` element. */
export function findHtmlCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, LOOKED_AT)).toString('latin1');
  for (const [element] of head.matchAll(META)) {
    const name = CHARSET.exec(element)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}
