/**
 * What somebody typed, for comparing it with fixed phrases: in small letters, without accents and signs, one space
 * between words. The voicing marks of kana stay: they make other letters.
 */
export const plainPhrase = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\P{M}\u3099\u309A]/gu, '')
    .normalize('NFC')
    .replaceAll('ß', 'ss')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
