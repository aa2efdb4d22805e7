export type SplitReport =
  | {
      readonly kind: 'split';
      /** The YAML between the two `---` lines. Its first line is line 2 of the file. */
      readonly frontMatter: string;
      readonly body: string;
      /** The line of the file, from 1, on which the body begins. */
      readonly bodyLine: number;
    }
  | { readonly kind: 'faulty'; readonly line: number; readonly message: string };

const FENCE = /^---[ \t]*$/u;
const NEXT_FENCE = /^---[ \t]*(?:\n|$(?!\n))/mu;

/** Cuts a report's text, which must have LF line ends, at its front matter's two `---` lines. */
export function splitFrontMatter(text: string): SplitReport {
  const firstEnd = text.indexOf('\n');
  const first = firstEnd < 0 ? text : text.slice(0, firstEnd);
  if (!FENCE.test(first)) return { kind: 'faulty', line: 1, message: missingMessage(first) };
  const rest = firstEnd < 0 ? '' : text.slice(firstEnd + 1);
  const closing = NEXT_FENCE.exec(rest);
  if (closing === null) {
    const message = 'the front matter that begins here is not closed, wanted a line "---" before the text';
    return { kind: 'faulty', line: 1, message };
  }
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
