const MARK = ' […]';

/**
 * `text` on one line, of at most `limit` characters: longer text ends at a word border, with a visible " […]".
 * For what people typed and for labels; a passage is never shortened this way.
 */
export function shorten(text: string, limit: number): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const room = limit - MARK.length;
  const border = line.lastIndexOf(' ', room);
  // Without a border in the second half one long word is cut, but never inside a surrogate pair.
  return line.slice(0, border > room / 2 ? border : room).replace(/[\uD800-\uDBFF]$/, '') + MARK;
}
