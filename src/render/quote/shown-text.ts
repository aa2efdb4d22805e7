import type { Span } from '../../text/span.ts';

/** What Discord shows for a quotation. */
export type ShownQuote =
  | {
      readonly kind: 'shown';
      readonly text: string;
      /** The ranges of `text` that are set in bold, in order. No two of them touch. */
      readonly bold: readonly Span[];
      /** The ranges that are underlined, each inside one range in bold or outside all. */
      readonly underlined: readonly Span[];
    }
  | { readonly kind: 'unsure'; readonly why: string };

/** Starts each line of a quotation. `>>> `, which swallows all lines below it, does not. */
const QUOTE_MARK = '> ';

/** Discord shows the character after a backslash alone when it is one of these. */
const PUNCTUATION = /[!-/:-@[-`{-~]/;
/** Before one of these, or at the end, a backslash is shown as it is. */
const KEEPS_BACKSLASH = /[0-9A-Za-z\s]/;
/** Shown whole, against the rule for backslashes. */
const SHRUG = '¯\\_(ツ)_/¯';

/** Of bold and of underlining, at both ends. */
const MARKS = ['**', '__'] as const;
type Mark = (typeof MARKS)[number];

/** What an unescaped character may open at any place. Whether it does depends on all that follows. */
const OPENERS: Readonly<Record<string, string>> = {
  '*': 'emphasis',
  _: 'emphasis',
  '~': 'strikethrough',
  '|': 'a spoiler',
  '`': 'code',
  '<': 'a mention, a time, an emoji or a link',
  '[': 'a masked link',
};
/** What may open at the start of a line: headings, subtext, lists, quotations inside the quotation. */
const LINE_OPENER = /[#>+-]|\d+[.)]/y;
const MASS_MENTION = /@(?:everyone|here)/y;
/** `:name:`, and `:name::skin-tone-1:` by its first half. */
const EMOJI_NAME = /:[^\s:]+:/y;
const LINK = /:\//y;

/**
 * Reads the markdown of a quotation by the rules of Discord's clients: Khan's simple-markdown, with rules of their
 * own. Knows backslashes, lines of a quotation, bold and underlining; at anything else that may be a construct it
 * stops, so that what it returns is what Discord shows. It is written from those rules, not from our escaping.
 * Takes linear time.
 */
export function readShownQuote(markdown: string): ShownQuote {
  const lines = markdown.split('\n');
  if (!lines.every((line) => line.startsWith(QUOTE_MARK))) {
    return { kind: 'unsure', why: 'a line does not begin with "> "' };
  }
  return readInline(lines.map((line) => line.slice(QUOTE_MARK.length)).join('\n'));
}

function readInline(source: string): ShownQuote {
  let text = '';
  let at = 0;
  let lineStart = true;
  const open: { readonly mark: Mark; readonly start: number }[] = [];
  const ranges: Record<Mark, Span[]> = { '**': [], __: [] };
  while (at < source.length) {
    const character = source.charAt(at);
    const mark = MARKS.find((each) => source.startsWith(each, at));
    if (character === '\\') {
      const escaped = readBackslash(source, at);
      if (escaped === undefined) return unsure(source, at, 'a backslash before what it may not escape');
      text += escaped;
      at += PUNCTUATION.test(source.charAt(at + 1)) ? 2 : 1;
      lineStart = false;
    } else if (mark !== undefined) {
      const inner = open.at(-1);
      const ends = inner?.mark === mark;
      const why = markProblem(source, at, ends);
      if (why !== undefined) return unsure(source, at, why);
      if (ends) {
        ranges[mark].push({ start: inner.start, end: text.length });
        open.pop();
      } else if (inner === undefined || (mark === '__' && open.length === 1)) {
        open.push({ mark, start: text.length });
      } else return unsure(source, at, 'bold inside of underlining');
      at += 2;
    } else {
      const construct = findConstruct(source, at, lineStart);
      if (construct !== undefined) return unsure(source, at, construct);
      text += character;
      at += 1;
      lineStart = character === '\n' || (lineStart && character.trim() === '');
    }
  }
  return open.length === 0
    ? { kind: 'shown', text, bold: ranges['**'], underlined: ranges['__'] }
    : unsure(source, at, 'bold or underlining that does not end');
}

/** What a backslash at `at` shows, together with the character that it escapes. */
function readBackslash(source: string, at: number): string | undefined {
  const next = source.charAt(at + 1);
  if (PUNCTUATION.test(next)) return next;
  return next === '' || KEEPS_BACKSLASH.test(next) ? '\\' : undefined;
}

/** Clients disagree about marks with white space inside of them and about three stars in a row. */
function markProblem(source: string, at: number, ends: boolean): string | undefined {
  const inner = source.charAt(ends ? at - 1 : at + 2);
  if (inner.trim() === '') return 'bold or underlining with white space at its edge';
  if (source.charAt(at + 2) !== source.charAt(at)) return undefined;
  return source.charAt(at) === '*' ? 'three stars in a row' : 'three underscores in a row';
}

function findConstruct(source: string, at: number, lineStart: boolean): string | undefined {
  const character = source.charAt(at);
  const opener = Object.hasOwn(OPENERS, character) ? OPENERS[character] : undefined;
  if (opener !== undefined) return opener;
  if (lineStart && matchesAt(LINE_OPENER, source, at)) return 'a heading, subtext, a list or a quotation';
  if (character === '@' && matchesAt(MASS_MENTION, source, at)) return 'a mention of everyone';
  if (character === ':' && matchesAt(EMOJI_NAME, source, at)) return 'an emoji';
  if (character === ':' && matchesAt(LINK, source, at)) return 'a link';
  return source.startsWith(SHRUG, at) ? 'an emoticon' : undefined;
}

/** `pattern` must be sticky. */
function matchesAt(pattern: RegExp, source: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(source);
}

const unsure = (source: string, at: number, what: string): ShownQuote => ({
  kind: 'unsure',
  why: `${what} may begin at ${JSON.stringify(source.slice(at, at + 12))}`,
});
