import { groupQuestions } from '../answer/group-questions.ts';
import { wordingFor } from '../i18n/wording.ts';
import { sha256 } from '../library/hashes.ts';
import { findReport, type Library } from '../library/library.ts';
import type { Gap } from '../store/store.ts';
import { createLanguage } from '../text/language.ts';
import { button, equalPages, pagesRow, rowOf } from './buttons.ts';
import { titleMarkdown } from './citation.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { container, type PageContext, type Reply, textDisplay } from './reply.ts';

/** Questions that ask for the same and were not answered, or that the same passage was wrong for. */
export interface GapGroup {
  /** Equal for the same first question: what a button names it by. */
  readonly key: string;
  readonly members: readonly [Gap, ...Gap[]];
  /** How often, over all members. */
  readonly count: number;
}

/** As many as fit into one message. */
export const GAPS_PER_PAGE = 5;
/** In characters: five entries of nothing but marks, which double when they are escaped, fit into one message. */
const QUESTION_LIMIT = 200;
const KEY_DIGITS = 16;

/** Most frequent first. `gaps` are in that order too, so that a group is named by its most frequent question. */
export function groupGaps(gaps: readonly Gap[]): readonly GapGroup[] {
  return groupQuestions(gaps, createLanguage('en'), kindOf)
    .map(({ members }) => ({
      key: keyOf(members[0]),
      members,
      count: members.reduce((sum, { count }) => sum + count, 0),
    }))
    .toSorted((a, b) => b.count - a.count);
}

/** Those of which nothing was seen yet. */
export const unseenGaps = (gaps: readonly Gap[]): readonly GapGroup[] =>
  groupGaps(gaps).filter(({ members }) => !members.some(({ seen }) => seen));

/** Questions that the same passage was wrong for are alike only with each other. */
const kindOf = (gap: Gap): string =>
  gap.kind === 'unanswered' ? gap.kind : JSON.stringify([gap.passage.report, gap.passage.paragraph]);

const keyOf = (gap: Gap): string => sha256(`${kindOf(gap)}\n${gap.question}`).slice(0, KEY_DIGITS);

/** One page of the gaps, with a button to dismiss each; a page after the last is the last. */
export function renderGaps(gaps: readonly Gap[], page: number, { library, locale }: PageContext): Reply {
  const { gaps: say, buttons } = wordingFor(locale);
  const groups = groupGaps(gaps);
  const pages = equalPages(groups.length, GAPS_PER_PAGE);
  const current = Math.max(0, Math.min(page, pages.length - 1));
  const range = pages[current];
  if (!range) return { components: [textDisplay(say.none)] };
  const { from, to } = range;
  const shown = groups.slice(from, to);
  const entries = shown.map((group, at) => entryMarkdown(group, from + at + 1, { library, locale }));
  return {
    components: [
      textDisplay(say.head(from + 1, to, groups.length)),
      container(entries),
      ...rowOf(
        shown.map(({ key }, at) => button('dismiss', `${key}.${current}`, buttons.dismiss(from + at + 1))),
      ),
      ...(pages.length > 1
        ? pagesRow('gaps', buttons.gaps, { version: library.version }, pages, current)
        : []),
    ],
  };
}

export function entryMarkdown(
  { members, count }: GapGroup,
  number: number,
  { library, locale }: PageContext,
): string {
  const { gaps: say } = wordingFor(locale);
  const [first, ...others] = members;
  const what =
    first.kind === 'unanswered'
      ? say.unanswered(count)
      : say.wrong(count, reportMarkdown(library, first.passage.report), first.passage.paragraph);
  const alike = others.length > 0 ? [say.alike(others.length)] : [];
  const seen = members.some((each) => each.seen) ? [say.seen] : [];
  const question = escapeMarkdown(truncate(first.question, QUESTION_LIMIT));
  return `**${number}.** ${question}\n-# ${[what, ...alike, ...seen].join(', ')}`;
}

/** A report that has gone is named by its id. */
function reportMarkdown(library: Library, id: string): string {
  const report = findReport(library, id);
  return report ? titleMarkdown(report) : escapeMarkdown(truncate(id, QUESTION_LIMIT));
}
