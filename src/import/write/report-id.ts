import { slugOf } from '../../corpus/report-name.ts';

/** A name that still reads well in a citation. In characters. */
const MOST = 60;

/** A report's id for its title: whole words, or undefined when the title holds no letter that an id may have. */
export function findReportId(title: string): string | undefined {
  const slug = slugOf(title);
  if (slug.length <= MOST) return slug === '' ? undefined : slug;
  const cut = slug.slice(0, MOST + 1);
  return cut.includes('-') ? cut.slice(0, cut.lastIndexOf('-')) : slug.slice(0, MOST);
}
