import { isDateLine } from './find-date.ts';

const BY = /^(?:by|von|par|por)\s+(?<names>\S.*)$/iu;
/** "Ana Reis", "Ludwig van Beethoven", "J. R. O’Neill", "Abd al-Rahman". */
const NAME =
  /^(?:\p{Lu}[\p{L}\p{M}’'.-]*|de|da|do|dos|del|della|di|la|le|van|von|der|den|bin|ibn|al-\p{L}+)(?: (?:\p{Lu}[\p{L}\p{M}’'.-]*|de|da|do|dos|del|della|di|la|le|van|von|der|den|bin|ibn|al-\p{L}+)){0,4}$/u;
const BETWEEN_NAMES = /,? (?:and|und|et|y|e) |, | & /u;
const PARTS = /[|·•]|,? (?=\d)|[,;]? (?=(?:Published|Updated|Posted) )/u;

/**
 * The names of a line that says only who wrote an article, and when perhaps: "By Ana Reis and Jan Kok | 3 June 2016".
 */
export function findByline(text: string): string | undefined {
  if (text.length > 150) return undefined;
  const [first = '', ...rest] = text.split(PARTS);
  const names = BY.exec(first.trim())?.groups?.['names'];
  if (names === undefined || !names.split(BETWEEN_NAMES).every((name) => NAME.test(name))) return undefined;
  const others = text.slice(first.length).replace(/^[\s|·•,;]+/u, '');
  return rest.length === 0 || isDateLine(others) ? names : undefined;
}
