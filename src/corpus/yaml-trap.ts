import { type CST, LineCounter, Parser } from 'yaml';

/** Room for hundreds of suggested questions; the YAML reader is not made for megabytes. In UTF-16 code units. */
export const MAX_FRONT_MATTER_LENGTH = 64 * 1024;

/** A list in a mapping is 2 deep. The YAML reader recurses: unbounded, `[[[[...` ends the whole process. */
const MAX_DEPTH = 8;

const QUOTE_IT = 'put quotation marks around the value if the sign belongs to the text';

/**
 * Finds YAML that is dangerous to read (too long, too deep), or that would silently mean something else than what a
 * person reads: `*name` refers to another value and can expand a small file to gigabytes, `&name` and `!name`
 * vanish from the value. `line` counts from 1.
 */
export function findYamlTrap(
  source: string,
): { readonly line: number; readonly message: string } | undefined {
  if (source.length > MAX_FRONT_MATTER_LENGTH) {
    const message = `the front matter has ${source.length} characters, wanted at most ${MAX_FRONT_MATTER_LENGTH}`;
    return { line: 1, message };
  }
  const lines = new LineCounter();
  const stack: { readonly token: CST.Token; readonly depth: number }[] = [];
  for (const token of new Parser(lines.addNewLine).parse(source)) stack.push({ token, depth: 0 });
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const message =
      top.depth > MAX_DEPTH
        ? 'the front matter is nested too deeply, wanted a flat list of keys'
        : trapOf(top.token);
    if (message !== undefined) return { line: lines.linePos(top.token.offset).line, message };
    for (const token of partsOf(top.token)) stack.push({ token, depth: top.depth + 1 });
  }
  return undefined;
}

function trapOf(token: CST.Token): string | undefined {
  if (token.type === 'alias') return `"*" begins a YAML alias, which reports may not use; ${QUOTE_IT}`;
  if (token.type === 'anchor') return `"&" begins a YAML anchor, which reports may not use; ${QUOTE_IT}`;
  if (token.type === 'tag') return `"!" begins a YAML tag, which reports may not use; ${QUOTE_IT}`;
  return undefined;
}

function partsOf(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return [...token.start, ...(token.value === undefined ? [] : [token.value])];
  if (token.type === 'block-scalar') return token.props;
  if (!('items' in token)) return [];
  return token.items.flatMap(({ start, key, sep, value }) =>
    [...start, key, ...(sep ?? []), value].filter((part) => part !== undefined && part !== null),
  );
}
