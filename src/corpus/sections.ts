import type { Paragraph, Report } from './report.ts';

/** Paragraphs under one heading, or above the first. */
export interface Section {
  readonly heading?: string;
  readonly first: Paragraph;
  readonly last: Paragraph;
}

/** All of a report's paragraphs, by their headings, in order. */
export function sectionsOf({ paragraphs }: Pick<Report, 'paragraphs'>): readonly Section[] {
  const sections: Section[] = [];
  let first = paragraphs[0];
  for (const [at, last] of paragraphs.entries()) {
    const next = paragraphs[at + 1];
    if (first === undefined || (next !== undefined && next.heading === last.heading)) continue;
    const { heading } = first;
    sections.push({ ...(heading !== undefined && { heading }), first, last });
    first = next;
  }
  return sections;
}

/** The paragraphs under the same heading as paragraph `number`, in order. */
export function sectionOf({ paragraphs }: Pick<Report, 'paragraphs'>, number: number): readonly Paragraph[] {
  const isInside = (at: number): boolean => paragraphs[at]?.heading === paragraphs[number - 1]?.heading;
  let [from, to] = [number - 1, number];
  while (from > 0 && isInside(from - 1)) from -= 1;
  while (to < paragraphs.length && isInside(to)) to += 1;
  return paragraphs.slice(from, to);
}
