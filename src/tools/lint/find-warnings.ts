import type { Fault } from '../../corpus/fault.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';
import { slice } from '../../text/span.ts';
import { loadReportLines } from './find-problems.ts';

/** What one message of Discord shows, in UTF-16 code units; a longer paragraph comes in parts. */
const LONGEST_PARAGRAPH = 4000;
/** A shorter paragraph, such as "He was right.", may well occur twice. In UTF-16 code units. */
const SHORTEST_REPEATED = 40;

/** What does not keep a report from being served, but deserves a look: in order of report and line. */
export async function findWarnings(reports: readonly Report[], dataDir: string): Promise<readonly Fault[]> {
  const places = new Map<string, string>();
  const warnings: Fault[] = [];
  for (const report of reports) {
    const lines = await loadReportLines(dataDir, report);
    const warn = (line: number, message: string) => warnings.push({ file: lines.file, line, message });
    if (report.published === undefined) warn(1, 'published is missing, so readers cannot tell how old it is');
    if (report.publisher === undefined)
      warn(1, 'publisher is missing, so readers cannot tell whose words these are');
    for (const paragraph of report.paragraphs) {
      const line = lines.ofParagraph(paragraph);
      const name = `paragraph ${paragraph.number}`;
      const text = slice(report.body, paragraph.span);
      const artifact = findArtifact(text);
      const parts = partsFrom(report, paragraph);
      if (parts > 1) {
        const wanted = 'wanted blank lines where its paragraphs end';
        warn(line, `${name} is the first of ${parts} that the bot makes of one block of text, ${wanted}`);
      } else if (text.length > LONGEST_PARAGRAPH) {
        const most = `wanted at most ${LONGEST_PARAGRAPH}; a blank line parts it in two`;
        warn(line, `${name} has ${text.length} characters, ${most}`);
      }
      if (artifact !== undefined) {
        const wanted = "wanted the report's own words only; take it out if it is none of them";
        warn(line, `${name} holds ${artifact}, ${wanted}`);
      }
      const words = text.replaceAll(/\s+/gu, ' ');
      const first = places.get(words);
      if (first === undefined)
        places.set(words, `${report.id} ¶ ${paragraph.number} (${lines.file}:${line})`);
      else if (words.length >= SHORTEST_REPEATED)
        warn(line, `${name} is the same as ${first}, wanted it once: both would answer`);
    }
  }
  return warnings;
}

/** Into how many paragraphs a block was parted for its length, of which this is the first; else 1. */
function partsFrom({ body, paragraphs }: Report, { number }: Paragraph): number {
  /** Whether the paragraph at that index goes on with the block of the one before: a blank line or a heading would end it. */
  const goesOn = (at: number): boolean => {
    const [before, own] = [paragraphs[at - 1], paragraphs[at]];
    if (!before || !own) return false;
    const between = body.slice(before.span.end, own.span.start);
    return between.trim() === '' && between.indexOf('\n') === between.lastIndexOf('\n');
  };
  let next = number;
  if (!goesOn(number - 1)) while (goesOn(next)) next += 1;
  return next - number + 1;
}

interface Artifact {
  /** Completes "holds ...". */
  readonly what: string;
  readonly pattern: RegExp;
  /** Looked for only in paragraphs that short, in UTF-16 code units: in a long one the words may belong. */
  readonly within?: number;
}

/** A line of a web page, not of its article. */
const SHORT = 160;

const KINDS: readonly Artifact[] = [
  { what: 'an HTML tag', pattern: /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?\/?>/iu },
  { what: 'an HTML character name', pattern: /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/iu },
  {
    what: 'letters read in a wrong encoding',
    pattern: /\uFFFD|â€[\u0080-\u00BF™œ\u009D“”˜]|Ã[\u0080-\u00BF©¨§±¶¼]/u,
  },
  { what: 'a page number', pattern: /^(?:page\s)?\d{1,4}(?:\s?(?:\/|of)\s?\d{1,4})?$/iu, within: SHORT },
  { what: 'a bare web address', pattern: /^https?:\/\/\S+$/iu, within: 500 },
  {
    what: 'what a web page puts around an article',
    pattern:
      /\b(?:accept (?:all )?cookies|advertisement|all rights reserved|click here|follow us on|log ?in to|read more|related (?:articles|stories)|share (?:this|on)|sign up|skip to (?:main )?content|subscribe (?:to|now)|terms of use|privacy policy)\b/iu,
    within: SHORT,
  },
];

/** What in a paragraph looks as if it were no part of the report, to follow "holds"; undefined when nothing does. */
export const findArtifact = (text: string): string | undefined =>
  KINDS.find(({ pattern, within = Infinity }) => text.length <= within && pattern.test(text))?.what;
