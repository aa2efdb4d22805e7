import { reportSchema } from '../corpus/report-schema.ts';
import type { ArticleMetadata, RawArticle } from './raw-article.ts';

/** What a report should say of its source, so that a reader can look there. */
const EXPECTED = ['publisher', 'published', 'url'] as const;

/** Fields that a file's properties may give for the person who typed it, not for the author. */
const OF_FILE = ['author', 'published'] as const;

/**
 * What is `given` goes before what the source says of itself, and that before what can only be guessed. What the
 * source says is dropped where a report could not say it; what is given is left for the report's own check. `notes`
 * say what is missing or doubtful, in sentences for people.
 */
export function completeMetadata(
  { blocks, metadata, properties = {} }: RawArticle,
  given: ArticleMetadata,
  sourceUrl: string | undefined,
): Pick<RawArticle, 'metadata' | 'notes'> {
  const { sound, notes } = dropUnsound(metadata);
  const { sound: weak } = dropUnsound(properties);
  const language =
    given.language ?? sound.language ?? guessLanguage(blocks.map(({ text }) => text).join(' '));
  const guessed: ArticleMetadata = {
    ...weak,
    ...(sourceUrl !== undefined && { url: sourceUrl }),
    ...(language !== undefined && { language }),
  };
  const complete = { ...guessed, ...sound, ...given };
  const missing = EXPECTED.filter((key) => complete[key] === undefined);
  const fromFile = OF_FILE.filter(
    (key) => weak[key] !== undefined && given[key] === undefined && sound[key] === undefined,
  );
  return {
    metadata: complete,
    notes: [
      ...notes,
      ...missing.map((key) => `${key} is not known; --${key} gives it`),
      ...fromFile.map(
        (key) => `${key} is what the file's properties say, ${complete[key]}; look whether it is right`,
      ),
      ...(language === undefined
        ? ['the language is not clear and is taken for English; --language names it']
        : []),
    ],
  };
}

const METADATA = reportSchema.partial();

function dropUnsound(metadata: ArticleMetadata) {
  const faults = METADATA.safeParse(metadata).error?.issues ?? [];
  const unsound = new Set(faults.map(({ path }) => path[0]));
  const entries = Object.entries(metadata);
  const sound: ArticleMetadata = Object.fromEntries(entries.filter(([key]) => !unsound.has(key)));
  const notes = entries
    .filter(([key]) => unsound.has(key))
    .map(
      ([key, value]) =>
        `${key} is ${JSON.stringify(value.slice(0, 60))}, which no report can say, and was dropped`,
    );
  return { sound, notes };
}

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

/** The language of a text among English, German, French, Spanish and Portuguese, or undefined when that is not clear. */
function guessLanguage(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
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
