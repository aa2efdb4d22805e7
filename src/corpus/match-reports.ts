import { foldText } from './folded-report.ts';
import type { Report } from './report.ts';

type Named = Pick<Report, 'id' | 'title'>;

/**
 * The reports that a person may mean by `given`, however it is cased or accented: the one with that id, else those with
 * that title, else those whose id and title hold every word of it, in any order and in part.
 */
export function matchReports<Each extends Named>(reports: readonly Each[], given: string): readonly Each[] {
  const wanted = plain(given);
  const ways: readonly ((report: Each) => boolean)[] = [
    ({ id }) => id === given.trim().toLowerCase(),
    ({ title }) => wanted !== '' && plain(title) === wanted,
  ];
  for (const fits of ways) {
    const fitting = reports.filter(fits);
    if (fitting.length > 0) return fitting;
  }
  return reportsHolding(reports, given);
}

/** Those whose id and title hold every word of `typed`; all of them as long as nothing is typed. */
export function reportsHolding<Each extends Named>(reports: readonly Each[], typed: string): readonly Each[] {
  const words = wordsOf(typed).map(plain);
  // Signs alone name no report.
  if (words.length > 0 && words.every((word) => word === '')) return [];
  return reports.filter(({ id, title }) => {
    // No word holds a space.
    const held = [id, ...wordsOf(title)].map(plain).join(' ');
    return words.every((word) => held.includes(word));
  });
}

const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== '');

/** Without case, accents, white space and signs. */
const plain = (text: string): string => foldText(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
