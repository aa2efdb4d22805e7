import type { PassageComparison, Run } from '../quotation/compare-passage.ts';
import { escapeMarkdown } from './quote/escape.ts';
import { findExcess } from './quote/unrenderable.ts';
import { type Wording, wordingFor } from '../i18n/wording.ts';

/** A comparison told in words: as text, and as markdown in which the form says the same again. */
export interface RenderedComparison {
  readonly text: string;
  /** Shorter than the text when much is alike: what stands far from a change is left out, marked with […]. */
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
  const textOf = ({ kind, span }: Run): string =>
    oneLine((kind === 'added' ? quote : body).slice(span.start, span.end));
  const pieces = comparisons.map(({ runs }) =>
    runs.map((run, at) => ({
      kind: run.kind,
      text: textOf(run),
      isFirst: at === 0,
      isLast: at === runs.length - 1,
    })),
  );
  const whole = pieces
    .map((parts) => parts.map((part) => plainPart(part, labels)).join(' '))
    .join(` ${LEFT_OUT} `);
  const parts = pieces.flatMap((each, at) => [
    ...(at > 0 ? [{ markdown: escapeMarkdown(LEFT_OUT), changes: 0 }] : []),
    ...each.map((part) => ({ markdown: markdownPart(part, labels), changes: part.kind === 'kept' ? 0 : 1 })),
  ]);
  const changes = parts.reduce((sum, part) => sum + part.changes, 0);
  const shown = fitting(parts, budget);
  return {
    text: whole,
    markdown: shown.map(({ markdown }) => markdown).join(' '),
    omitted: changes - shown.reduce((sum, part) => sum + part.changes, 0),
  };
}

interface Part {
  readonly kind: Run['kind'];
  readonly text: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

type Labels = Pick<Wording['verify'], 'missing' | 'added'>;

const plainPart = ({ kind, text }: Part, labels: Labels): string =>
  kind === 'kept' ? text : `[${labels[kind]}: ${text}]`;

function markdownPart({ kind, text, isFirst, isLast }: Part, labels: Labels): string {
  switch (kind) {
    case 'kept':
      return escapeMarkdown(aroundChanges(text, isFirst, isLast));
    case 'missing':
      return `\\[${labels.missing}: ${inForm(text, '~~')}]`;
    case 'added':
      return `\\[${labels.added}: ${inForm(text, '**')}]`;
  }
}

/** Clients disagree about where a form ends that has its own mark inside, so then the words alone must do. */
function inForm(text: string, mark: '~~' | '**'): string {
  const escaped = escapeMarkdown(text);
  return text.includes(mark.charAt(0)) || text.endsWith('\\') ? escaped : `${mark}${escaped}${mark}`;
}

/** The words next to a change. */
function aroundChanges(text: string, isFirst: boolean, isLast: boolean): string {
  const words = text.split(' ');
  const head = isFirst ? [] : words.slice(0, CONTEXT_WORDS);
  const tail = isLast ? [] : words.slice(-CONTEXT_WORDS);
  if (head.length + tail.length >= words.length) return text;
  return [...head, LEFT_OUT, ...tail].join(' ');
}

interface Shown {
  readonly markdown: string;
  readonly changes: number;
}

/** The first parts that Discord shows within `budget` characters, with a space after each. */
function fitting(parts: readonly Shown[], budget: number): readonly Shown[] {
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
