import { wordingFor } from '../i18n/wording.ts';
import type { PassageComparison } from '../quotation/compare-passage.ts';
import { slice } from '../text/span.ts';
import { escapeMarkdown } from './quote/escape.ts';
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
  if (head + tail >= words.length) return text;
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
