import { isScalar } from 'yaml';
import { splitFrontMatter } from '../../corpus/front-matter.ts';
import { parseYamlMap } from '../../corpus/parse-front-matter.ts';
import { normaliseSpace } from '../../text/white-space.ts';
import { findDate } from '../boilerplate/find-date.ts';
import { type ArticleMetadata, ImportError, METADATA_KEYS, metadataOf } from '../raw-article.ts';
import type { RawArticle, Reading, Removal } from '../raw-article.ts';
import type { Source } from '../source/source.ts';
import { decodeText } from './decode-text.ts';
import { brokenIfWritten, neverBroken } from './hyphens.ts';
import { blocksOfLines, type SourceLine } from './join-lines.ts';

/** Our keys, and what other programs call them. */
const KEYS: ReadonlyMap<string, keyof ArticleMetadata> = new Map([
  ...METADATA_KEYS.map((key) => [key, key] as const),
  ['source', 'publisher'],
  ['date', 'published'],
  ['canonical', 'url'],
  ['lang', 'language'],
  ['license', 'licence'],
]);

const HEADING = /^ {0,3}(#{1,6})(?:[ \t](.*))?$/u;
const CLOSING_SIGNS = /(?:^|[ \t])#+[ \t]*$/u;
/** Opens or closes a block whose line ends count. */
const FENCE = /^ {0,3}(?:```|~~~)/u;
/** Line ends that are meant: after two blanks or a backslash, in a table, in indented code. */
const KEPT_BREAK = /(?: {2}|\\)$|^\s*\||^(?: {4}|\t)/u;
/** Makes the line above a heading, when that line is alone. */
const UNDERLINE = /^ {0,3}(?:=+|-{2,})[ \t]*$/u;

/**
 * Markdown as our reports have it: headings and paragraphs are understood, and front matter; every other sign is
 * literal text. A line end within a paragraph is a blank, as everywhere in Markdown.
 */
export function readMarkdown({ bytes, charset }: Source, { keepAll }: Reading): RawArticle {
  const { text, notes } = decodeText(bytes, charset);
  const front = readFrontMatter(text);
  const source = text.split('\n').map((line, index) => (index < front.lines ? '' : line));
  const { blocks, removed } = blocksOfLines(headedLines(source), keepAll ? neverBroken : brokenIfWritten);
  return { blocks, metadata: front.metadata, removed: [...front.removed, ...removed], notes };
}

interface FrontMatter {
  /** How many lines of the text it takes, its two fences included. */
  readonly lines: number;
  readonly metadata: ArticleMetadata;
  readonly removed: readonly Removal[];
}

const NO_FRONT_MATTER: FrontMatter = { lines: 0, metadata: {}, removed: [] };
/** A rule, and one of our keys before a blank line: not the rule that some texts begin with. */
const MEANT = new RegExp(String.raw`^---[ \t]*\n(?:.+\n)*?(?:${[...KEYS.keys()].join('|')}):`, 'u');

/**
 * The YAML that a Markdown file may begin with. An unknown key is listed.
 *
 * @throws ImportError when it is broken: read as text it would lose what it says, and its first line would be the title
 */
function readFrontMatter(text: string): FrontMatter {
  const split = splitFrontMatter(text);
  const parsed = split.kind === 'faulty' ? split : parseYamlMap(split.frontMatter);
  if (parsed.kind === 'faulty' && MEANT.test(text)) {
    // The front matter begins on line 2.
    const first = split.kind === 'faulty' ? 0 : 1;
    throw new ImportError(
      parsed.problems.map(({ line, message }) => `line ${line + first}: ${message}`).join('. '),
    );
  }
  // Between two rules a heading looks like a comment of YAML.
  if (split.kind === 'faulty' || parsed.kind === 'faulty' || parsed.map === undefined) return NO_FRONT_MATTER;
  let metadata: ArticleMetadata = {};
  const removed: Removal[] = [];
  for (const { key, value } of parsed.map.items) {
    const known = KEYS.get(String(key));
    if (known === undefined)
      removed.push({ place: 'front matter', text: `${String(key)}: …`, why: 'a key that is not taken over' });
    else {
      const found = isScalar(value) ? String(value.value) : '';
      const text = known === 'published' ? findDate(normaliseSpace(found)) : found;
      metadata = { ...metadata, ...metadataOf({ [known]: text }) };
    }
  }
  return { lines: split.bodyLine - 1, metadata, removed };
}

function headedLines(source: readonly string[]): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let fenced = false;
  for (const [index, line] of source.entries()) {
    const place = `line ${index + 1}`;
    const [, signs, title = ''] = HEADING.exec(line) ?? [];
    const above = lines.at(-1);
    if (signs !== undefined && !fenced) {
      lines.push({ place, text: normaliseSpace(title.replace(CLOSING_SIGNS, '')), level: signs.length });
    } else if (!fenced && UNDERLINE.test(line) && above !== undefined && standsAlone(lines)) {
      lines[lines.length - 1] = { ...above, level: line.trim().startsWith('=') ? 1 : 2 };
      lines.push({ place, text: '' });
    } else {
      fenced = FENCE.test(line) !== fenced;
      const breaks = fenced || FENCE.test(line) || KEPT_BREAK.test(line);
      lines.push({ place, text: normaliseSpace(line), full: !breaks });
    }
  }
  return lines;
}

function standsAlone(lines: readonly SourceLine[]): boolean {
  const [above, before] = [lines.at(-1), lines.at(-2)];
  if (above === undefined || above.text === '' || above.level !== undefined) return false;
  return before === undefined || before.text === '' || before.level !== undefined;
}
