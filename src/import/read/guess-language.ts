/** The commonest words that the other languages here do not share. */
const COMMON: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'and', 'of', 'to', 'is', 'was', 'that', 'with', 'for', 'said'],
  de: ['der', 'die', 'das', 'und', 'ist', 'nicht', 'mit', 'von', 'den', 'auf'],
  fr: ['le', 'les', 'et', 'est', 'dans', 'des', 'une', 'du', 'pour', 'au'],
  es: ['el', 'los', 'las', 'y', 'en', 'del', 'una', 'por', 'con', 'es'],
  pt: ['o', 'os', 'do', 'da', 'em', 'não', 'uma', 'um', 'com', 'ao'],
};
/** Of all words. English prose has about 0.2. */
const LEAST_SHARE = 0.06;
/** Fewer words tell nothing. */
const LEAST_WORDS = 20;

/** More characters tell no more. */
const LOOKED_AT = 100_000;

/** The language of a text among English, German, French, Spanish and Portuguese, or undefined when that is not clear. */
export function guessLanguage(text: string): string | undefined {
  const words =
    text
      .slice(0, LOOKED_AT)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  if (words.length < LEAST_WORDS) return undefined;
  const shares = Object.entries(COMMON)
    .map(([language, common]) => ({
      language,
      share: words.filter((word) => common.includes(word)).length / words.length,
    }))
    .sort((a, b) => b.share - a.share);
  const [first, second] = shares;
  if (first === undefined || first.share < LEAST_SHARE) return undefined;
  return first.share >= 1.3 * (second?.share ?? 0) ? first.language : undefined;
}
