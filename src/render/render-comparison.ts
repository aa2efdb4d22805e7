import { type Wording, wordingFor } from '../i18n/wording.ts';
import type { PassageComparison, Run } from '../quotation/compare-passage.ts';
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
    ...(at > 0 ? [{ text: LEFT_OUT, markdown: escapeMarkdown(LEFT_OUT), isChange: false }] : []),
    ...runs.map(({ kind, span }, index) => {
      const text = oneLine((kind === 'added' ? quote : body).slice(span.start, span.end));
      const edges = { isFirst: index === 0, isLast: index === runs.length - 1 };
      return renderRun(kind, text, edges, labels);
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

function renderRun(
  kind: Run['kind'],
  text: string,
  edges: { readonly isFirst: boolean; readonly isLast: boolean },
  labels: Pick<Wording['verify'], 'missing' | 'added'>,
): Part {
  if (kind === 'kept') return { text, markdown: escapeMarkdown(aroundChanges(text, edges)), isChange: false };
  const label = labels[kind];
  const form = inForm(text, kind === 'missing' ? '~~' : '**');
  return { text: `[${label}: ${text}]`, markdown: `\\[${label}: ${form}]`, isChange: true };
}

/** Clients disagree about where a form ends that has its own mark inside, so then the words alone must do. */
function inForm(text: string, mark: '~~' | '**'): string {
  const escaped = escapeMarkdown(text);
  return text.includes(mark.charAt(0)) || text.endsWith('\\') ? escaped : `${mark}${escaped}${mark}`;
}

/** The words next to a change. */
function aroundChanges(
  text: string,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): string {
  const words = text.split(' ');
  const head = isFirst ? [] : words.slice(0, CONTEXT_WORDS);
  const tail = isLast ? [] : words.slice(-CONTEXT_WORDS);
  if (head.length + tail.length >= words.length) return text;
  return [...head, LEFT_OUT, ...tail].join(' ');
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
