import { type CST, LineCounter, Parser } from 'yaml';
import { type Faulty, faulty, type Problem } from './fault.ts';

interface SplitReport {
  readonly kind: 'split';
  /** The YAML between the two `---` lines. Its first line is line 2 of the file. */
  readonly frontMatter: string;
  readonly body: string;
  /** The line of the file, from 1, on which the body begins. */
  readonly bodyLine: number;
}

const FENCE = /^---[ \t]*(?:\n|$)/u;
const NEXT_FENCE = /^---[ \t]*(?:\n|$(?!\n))/mu;

/** Cuts a report's text, which must have LF line ends, at its front matter's two `---` lines. */
export function splitFrontMatter(text: string): SplitReport | Faulty {
  const opening = FENCE.exec(text);
  if (opening === null) return faulty(1, missingMessage(text.split('\n', 1).join()));
  const rest = text.slice(opening[0].length);
  const closing = NEXT_FENCE.exec(rest);
  if (closing === null)
    return faulty(1, 'the front matter that begins here is not closed, wanted a line "---" before the text');
  const frontMatter = rest.slice(0, closing.index);
  return {
    kind: 'split',
    frontMatter,
    body: rest.slice(closing.index + closing[0].length),
    bodyLine: frontMatter.split('\n').length + 2,
  };
}

const missingMessage = (firstLine: string): string =>
  `the first line is ${firstLine.trim() === '' ? 'blank' : 'not "---"'}, ` +
  'wanted front matter: a line "---", then "title: ..." and what else is known, then a line "---"';

/** Room for hundreds of suggested questions; the YAML reader is not made for megabytes. In UTF-16 code units. */
const MAX_FRONT_MATTER_LENGTH = 64 * 1024;

/** A list in a mapping is 2 deep. The YAML reader recurses: unbounded, `[[[[...` ends the whole process. */
const MAX_DEPTH = 8;

const TRAPS: Readonly<Partial<Record<CST.Token['type'], string>>> = {
  alias: '"*" begins a YAML alias',
  anchor: '"&" begins a YAML anchor',
  tag: '"!" begins a YAML tag',
};
const QUOTE_IT = 'put quotation marks around the value if the sign belongs to the text';

/**
 * Finds YAML that is dangerous to read (too long, too deep), or that would silently mean something else than what a
 * person reads: `*name` refers to another value and can expand a small file to gigabytes, `&name` and `!name`
 * vanish from the value.
 */
export function findYamlTrap(source: string): Problem | undefined {
  if (source.length > MAX_FRONT_MATTER_LENGTH) {
    const message = `the front matter has ${source.length} characters, wanted at most ${MAX_FRONT_MATTER_LENGTH}`;
    return { line: 1, message };
  }
  const lines = new LineCounter();
  const stack = Array.from(new Parser(lines.addNewLine).parse(source), (token) => ({ token, depth: 0 }));
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const trap = TRAPS[top.token.type];
    const message =
      top.depth > MAX_DEPTH
        ? 'the front matter is nested too deeply, wanted a flat list of keys'
        : trap && `${trap}, which reports may not use; ${QUOTE_IT}`;
    if (message !== undefined) return { line: lines.linePos(top.token.offset).line, message };
    for (const token of partsOf(top.token)) stack.push({ token, depth: top.depth + 1 });
  }
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
