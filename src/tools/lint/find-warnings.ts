import type { Fault } from '../../corpus/fault.ts';
import type { Paragraph, Report } from '../../corpus/report.ts';
import { slice } from '../../text/span.ts';
import { findDebris } from './debris.ts';
import { loadReportLines } from './report-lines.ts';

/** What one message of Discord shows, in UTF-16 code units; a longer paragraph comes in parts. */
const LONGEST_PARAGRAPH = 4000;
/** A shorter paragraph, such as "He was right.", may well stand twice. In UTF-16 code units. */
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
      for (const message of aboutParagraph(report, paragraph)) warn(line, message);
      const text = slice(report.body, paragraph.span).replaceAll(/\s+/gu, ' ');
      const first = places.get(text);
      if (first === undefined) places.set(text, `${report.id} ¶ ${paragraph.number} (${lines.file}:${line})`);
      else if (text.length >= SHORTEST_REPEATED)
        warn(line, `${name(paragraph)} is the same as ${first}, wanted it once: both would answer`);
    }
  }
  return warnings;
}

function aboutParagraph({ body }: Report, paragraph: Paragraph): readonly string[] {
  const text = slice(body, paragraph.span);
  const debris = findDebris(text);
  return [
    ...(text.length > LONGEST_PARAGRAPH
      ? [
          `${name(paragraph)} has ${text.length} characters, wanted at most ${LONGEST_PARAGRAPH}; a blank line parts it in two`,
        ]
      : []),
    ...(debris === undefined
      ? []
      : [
          `${name(paragraph)} holds ${debris}, wanted the report's own words only; take it out if it is none of them`,
        ]),
  ];
}

const name = ({ number }: Paragraph): string => `paragraph ${number}`;
