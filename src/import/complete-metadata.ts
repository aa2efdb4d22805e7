import { reportSchema } from '../corpus/report-schema.ts';
import { type ArticleMetadata, type ConvertedArticle, METADATA_KEYS, type Note } from './raw-article.ts';

/** What a report should say of its source, so that a reader can look there. */
const EXPECTED = ['publisher', 'published', 'url'] as const;

/** Fields that a file's properties may give for the person who typed it, not for the author. */
const OF_FILE = ['author', 'published'] as const;

const UNCLEAR_LANGUAGE: Note = {
  kind: 'missing',
  field: 'language',
  text: 'the language is not clear and is taken for English',
};

/**
 * What is `given` goes before what the source says of itself, and that before what can only be guessed. What the
 * source says is dropped where a report could not say it; what is given is left for the report's own check. `notes`
 * say what is missing or doubtful.
 */
export function completeMetadata(
  { metadata, properties = {}, guessedLanguage }: Omit<ConvertedArticle, 'body'>,
  given: ArticleMetadata,
): { readonly metadata: ArticleMetadata; readonly notes: readonly Note[] } {
  const { sound, notes } = dropUnsound(metadata);
  const { sound: weak } = dropUnsound(properties);
  const language = given.language ?? sound.language ?? guessedLanguage;
  const guessed: ArticleMetadata = { ...weak, ...(language !== undefined && { language }) };
  const complete = { ...guessed, ...sound, ...given };
  const missing = EXPECTED.filter((key) => complete[key] === undefined);
  const fromFile = OF_FILE.filter(
    (key) => weak[key] !== undefined && given[key] === undefined && sound[key] === undefined,
  );
  return {
    metadata: complete,
    notes: [
      ...notes,
      ...missing.map((field): Note => ({ kind: 'missing', field, text: `${field} is not known` })),
      ...fromFile.map((field): Note => ({
        kind: 'doubtful',
        field,
        text: `${field} is what the file's properties say, ${complete[field]}; look whether it is right`,
      })),
      ...(language === undefined ? [UNCLEAR_LANGUAGE] : []),
    ],
  };
}

const METADATA = reportSchema.partial();

function dropUnsound(metadata: ArticleMetadata) {
  const faults = METADATA.safeParse(metadata).error?.issues ?? [];
  const unsound = new Set(faults.map(({ path }) => path[0]));
  const entries = Object.entries(metadata);
  const sound: ArticleMetadata = Object.fromEntries(entries.filter(([key]) => !unsound.has(key)));
  const notes = METADATA_KEYS.filter((field) => unsound.has(field)).map((field): Note => ({
    kind: 'doubtful',
    field,
    text: `${field} is ${JSON.stringify(metadata[field]?.slice(0, 60))}, which no report can say, and was dropped`,
  }));
  return { sound, notes };
}
