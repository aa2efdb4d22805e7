import { listed, type Wording, wordingFor } from '../i18n/wording.ts';
import type { PassageComparison } from '../quotation/compare-passage.ts';
import type { TypographicDifference } from '../quotation/typography.ts';
import { slice } from '../text/span.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { findExcess } from './quote/unrenderable.ts';

/** A comparison in words: as text, and as markdown whose bold and strikethrough say the same. */
export interface RenderedComparison {
  readonly text: string;
  /** Shorter than the text when much is alike: what is far from a change is left out, marked with […]. */
  readonly markdown: string;
  /** How many changes the markdown lacks, since they do not fit. */
  readonly omitted: number;
}

/** Words of context on each side of a change. */
const CONTEXT_WORDS = 8;
const LEFT_OUT = '[…]';
/** Words that are not left out, since the mark would take their place. */
const FEW_WORDS = 2;

/**
 * How a quotation differs from the report it was compared with. The markdown has at most `budget` characters and as
 * many changes, in order, as fit into them.
 */
export function renderComparison(
  comparisons: readonly PassageComparison[],
  body: string,
  quote: string,
  budget: number,
  locale: string,
): RenderedComparison {
  const { verify: labels } = wordingFor(locale);
  const parts = comparisons.flatMap(({ runs }, at) => [
    ...(at > 0 ? [keptPart(LEFT_OUT)] : []),
    ...runs.map(({ kind, span }, index) => {
      const text = oneLine(slice(kind === 'added' ? quote : body, span));
      if (kind !== 'kept') return changedPart(text, labels[kind], kind === 'missing' ? '~~' : '**');
      const [before, after] = [index > 0, index < runs.length - 1];
      return keptPart(text, aroundChanges(text, before ? CONTEXT_WORDS : 0, after ? CONTEXT_WORDS : 0));
    }),
  ]);
  const shown = fitting(parts, budget);
  return {
    text: parts.map(({ text }) => text).join(' '),
    markdown: shown.map(({ markdown }) => markdown).join(' '),
    omitted: parts.slice(shown.length).filter(({ isChange }) => isChange).length,
  };
}

interface Part {
  readonly text: string;
  readonly markdown: string;
  readonly isChange: boolean;
}

const keptPart = (text: string, shown = text): Part => ({
  text,
  markdown: escapeMarkdown(shown),
  isChange: false,
});

/** Clients disagree about where a form ends that has its own mark inside, so then the words alone must do. */
function changedPart(text: string, label: string, mark: '~~' | '**'): Part {
  const escaped = escapeMarkdown(text);
  const form = text.includes(mark.charAt(0)) || text.endsWith('\\') ? escaped : `${mark}${escaped}${mark}`;
  return { text: `[${label}: ${text}]`, markdown: `\\[${label}: ${form}]`, isChange: true };
}

/** The words next to a change: the first `head` and the last `tail` ones. */
function aroundChanges(text: string, head: number, tail: number): string {
  const words = text.split(' ');
  if (words.length - head - tail <= FEW_WORDS) return text;
  return [...words.slice(0, head), LEFT_OUT, ...words.slice(words.length - tail)].join(' ');
}

/** The first parts that Discord shows within `budget` characters, with a space after each. */
function fitting(parts: readonly Part[], budget: number): readonly Part[] {
  let used = 0;
  let text = '';
  const count = parts.findIndex(({ markdown }) => {
    used += markdown.length + 1;
    if (used <= budget) text += markdown;
    return used > budget || findExcess(text) !== undefined;
  });
  return count < 0 ? parts : parts.slice(0, count);
}

/** No client shows control characters, and a change on several lines would lose its marks. */
const oneLine = (text: string): string => text.replaceAll(/[\s\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim();

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
