/** A line of a text or of a PDF page; a blank one has no text. */
export interface SourceLine {
  readonly place: string;
  /** Of one line, see normaliseSpace(). */
  readonly text: string;
  /** Whether the line reaches the right margin, where the format tells. */
  readonly full?: boolean;
  /** 1 to 6 for a heading, which is never joined with other lines. */
  readonly level?: number;
}

export interface JoinedLines {
  readonly lines: readonly SourceLine[];
  /** The hyphens that only stood there because a line ended. */
  readonly hyphens: readonly { readonly place: string; readonly text: string }[];
}

/** No person or program wraps prose outside of this. In characters. */
const WRAP = { least: 40, most: 120 };
/** Of the lines that have one below them, this share must be full before a text counts as hard-wrapped. */
const FULL_SHARE = 0.5;

/** Begins an entry of a list, a quotation or a row of a table: never the rest of the line above it. */
const OWN_LINE = /^(?:[-*+>|•–]|#{1,6}|\d{1,3}[.)])(?: |$)/u;
/** Before these a hyphen is as likely part of the word. */
const COMPOUND_STARTS = new Set(
  'non self well ex all half co cross anti pre post vice mid long short'.split(' '),
);
/** Text before a hyphen at a line's end, and the text that goes on with it. */
const HYPHENATED = /(?<!\p{L})(\p{L}+)-$/u;
const GOES_ON = /^\p{L}+/u;

/**
 * Joins the lines of hard-wrapped paragraphs. `lines` are all lines of a source, blank ones too, which stay where
 * they are. In a source that is not hard-wrapped nothing is joined.
 *
 * @param dropHyphens `always` for a layout that hyphenates, `known` where only a word that stands elsewhere unbroken
 *   proves the hyphen wrong, `never`
 */
export function joinLines(
  lines: readonly SourceLine[],
  dropHyphens: 'always' | 'known' | 'never',
): JoinedLines {
  const width = findWrapWidth(lines);
  const words = new Set(lines.flatMap(({ text }) => text.match(/\p{L}+(?:-\p{L}+)*/gu) ?? []));
  const joined: SourceLine[] = [];
  const hyphens: { place: string; text: string }[] = [];
  let previous: SourceLine | undefined;
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && previous !== undefined && isFull(previous, line, width)) {
      const broken = findHyphen(last.text, line.text, words, dropHyphens);
      if (broken !== undefined) hyphens.push({ place: previous.place, text: broken });
      joined[joined.length - 1] = { ...last, text: joinTexts(last.text, line.text, broken !== undefined) };
    } else joined.push(line);
    previous = line;
  }
  return { lines: joined, hyphens };
}

function joinTexts(above: string, below: string, dropHyphen: boolean): string {
  if (dropHyphen) return above.slice(0, -1) + below;
  return HYPHENATED.test(above) && GOES_ON.test(below) ? above + below : `${above} ${below}`;
}

/** The word as it stood, such as "inter-/national", when its hyphen has to go. */
function findHyphen(
  above: string,
  below: string,
  words: ReadonlySet<string>,
  dropHyphens: 'always' | 'known' | 'never',
): string | undefined {
  const [, start] = HYPHENATED.exec(above) ?? [];
  const [end] = GOES_ON.exec(below) ?? [];
  if (start === undefined || end === undefined || dropHyphens === 'never') return undefined;
  const known = words.has(start + end);
  // "US-backed" and "well-known" keep theirs: a capital after or inside the break, or the same word hyphenated elsewhere.
  const compound =
    words.has(`${start}-${end}`) ||
    COMPOUND_STARTS.has(start.toLowerCase()) ||
    !/^\p{Lu}?\p{Ll}+$/u.test(start) ||
    !/^\p{Ll}+$/u.test(end);
  return known || (dropHyphens === 'always' && !compound) ? `${start}-/${end}` : undefined;
}

/** Whether `line` ended only because `next` had no room on it. */
function isFull(line: SourceLine, next: SourceLine, width: number | undefined): boolean {
  if (line.text === '' || next.text === '') return false;
  if (line.level !== undefined || next.level !== undefined || OWN_LINE.test(next.text)) return false;
  if (
    HYPHENATED.test(line.text) &&
    /^\p{Ll}/u.test(next.text) &&
    (line.full !== undefined || width !== undefined)
  )
    return true;
  if (line.full !== undefined) return line.full;
  if (width === undefined) return false;
  const [firstWord = ''] = next.text.split(' ', 1);
  return line.text.length <= WRAP.most && line.text.length + 1 + firstWord.length > width;
}

/** In characters; undefined when the lines are not hard-wrapped. */
function findWrapWidth(lines: readonly SourceLine[]): number | undefined {
  const pairs = lines.flatMap((line, at) => {
    const next = lines[at + 1];
    return line.text !== '' && next !== undefined && next.text !== '' ? [{ line, next }] : [];
  });
  const lengths = pairs.map(({ line }) => line.text.length).sort((a, b) => a - b);
  const width = lengths[Math.floor((lengths.length - 1) * 0.95)];
  if (width === undefined || width < WRAP.least || width > WRAP.most) return undefined;
  const full = pairs.filter(({ line, next }) => isFull(line, next, width)).length;
  return full >= 2 && full / pairs.length >= FULL_SHARE ? width : undefined;
}
