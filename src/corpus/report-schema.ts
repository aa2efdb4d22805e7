import { z } from 'zod';
import { hasVisible } from '../text/white-space.ts';

/** Controls, halves of a surrogate pair and line separators: nothing a person types into one line. */
const NOT_ONE_LINE = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
/** What no link may contain unescaped; the URL parser accepts some of it. */
const NOT_IN_URL = /[\s<>"\p{Cc}]/u;

const line = z
  .string()
  .trim()
  .refine((text) => hasVisible(text) && !NOT_ONE_LINE.test(text));

const languageTag = z
  .string()
  // Longer first parts are well-formed but name no language: "english" would be accepted.
  .regex(/^[a-z]{2,3}(?:-|$)/iu)
  .transform((tag, context) => {
    try {
      return Intl.getCanonicalLocales(tag)[0] ?? tag;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      context.issues.push({ code: 'custom', input: tag });
      return z.NEVER;
    }
  });

/**
 * What a report's front matter may say. Each description completes "wanted ..." in a message, so that people are
 * told in the same words whatever rule was broken.
 */
export const reportSchema = z.strictObject({
  title: line.describe('one line of text, such as title: The ferry report'),
  publisher: line.exactOptional().describe('one line of text'),
  author: line.exactOptional().describe('one line of text'),
  published: z.iso.date().exactOptional().describe('an ISO date such as 2016-07-01'),
  url: z
    .string()
    .refine(isWebAddress)
    .exactOptional()
    .describe('a web address that begins with https:// or http://'),
  language: languageTag.default('en').describe('a language tag (BCP 47) such as en or pt-BR'),
  licence: line.exactOptional().describe('one line of text'),
  questions: z.array(line).default([]).describe('a list with one question a line, each after "- "'),
});

export type ReportMetadata = z.output<typeof reportSchema>;

export const REPORT_KEYS: readonly string[] = Object.keys(reportSchema.shape);

/** The words that complete "wanted ..." for a known key. */
export const describeWanted = (key: string): string =>
  Object.entries(reportSchema.shape).find(([name]) => name === key)?.[1].description ?? 'nothing';

function isWebAddress(text: string): boolean {
  return /^https?:\/\//iu.test(text) && !NOT_IN_URL.test(text) && URL.canParse(text);
}
