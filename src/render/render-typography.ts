import { listed, type Wording, wordingFor } from '../i18n/wording.ts';
import type { TypographicDifference } from '../quotation/typography.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';

/** More differences of one kind than this are counted, not named: in a quotation in capitals, nearly every word. */
const MOST_NAMED = 3;
const SIGN_LIMIT = 20;

/** A line of markdown for each difference, or for each kind with many; the kinds in order of their first. */
export const typographyLines = (
  differences: readonly TypographicDifference[],
  { verify: say }: Wording,
): readonly string[] =>
  byKind(differences).flatMap((ofKind) => {
    const named = ofKind.length <= MOST_NAMED ? ofKind.flatMap((each) => signsOf(each, say)) : [];
    if (named.length < ofKind.length) return [`- ${counted(ofKind, say)}`];
    return ofKind.map((each, at) => `- ${counted([each], say)}: ${named[at] ?? ''}`);
  });

/** The kinds of the differences, each with its count, as a list in the reader's language. */
export function kindsOf(differences: readonly TypographicDifference[], locale: string): string {
  const { verify: say } = wordingFor(locale);
  return listed(
    locale,
    byKind(differences).map((ofKind) => counted(ofKind, say)),
  );
}

type Say = Wording['verify'];
type OfKind = readonly [TypographicDifference, ...TypographicDifference[]];

function byKind(differences: readonly TypographicDifference[]): readonly OfKind[] {
  const kinds = new Map<string, OfKind>();
  for (const each of differences) {
    const [first = each, ...others] = kinds.get(each.kind) ?? [];
    kinds.set(each.kind, first === each ? [each] : [first, ...others, each]);
  }
  return [...kinds.values()];
}

function counted([first, ...others]: OfKind, say: Say): string {
  const count = others.reduce((sum, each) => sum + each.count, first.count);
  return `${say.typography[first.kind]}${count > 1 ? ` (${say.times(count)})` : ''}`;
}

/** None where people would see no difference. */
function signsOf({ inReport, inQuote }: TypographicDifference, say: Say): readonly string[] {
  const [ours, theirs] = [inReport, inQuote].map((text) => escapeMarkdown(truncate(text, SIGN_LIMIT)));
  return ours && theirs && ours !== theirs ? [say.signs(ours, theirs)] : [];
}
