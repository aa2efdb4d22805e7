import type { Paragraph, Report } from './report.ts';

/** Paragraphs under one heading, or above the first, in order. */
export interface Section {
  readonly heading?: string;
  readonly paragraphs: readonly [Paragraph, ...Paragraph[]];
}

/** All of a report's paragraphs, by their headings, in order. */
export function sectionsOf({ paragraphs }: Pick<Report, 'paragraphs'>): readonly Section[] {
  const sections: { heading?: string; paragraphs: [Paragraph, ...Paragraph[]] }[] = [];
  for (const paragraph of paragraphs) {
    const { heading } = paragraph;
    const last = sections.at(-1);
    if (last && last.heading === heading) last.paragraphs.push(paragraph);
    else sections.push({ ...(heading !== undefined && { heading }), paragraphs: [paragraph] });
  }
  return sections;
}
