import type { Report } from '../corpus/report.ts';
import { wordingFor } from '../i18n/wording.ts';
import { button, type Row, rowOf, targetOf } from './buttons.ts';
import { truncate } from './quote/escape.ts';
import { type PageContext, textDisplay } from './reply.ts';

/** A question that a report suggests, by its place in the list, from 1. */
interface Suggestion {
  readonly report: Report;
  readonly at: number;
  readonly question: string;
}

/** More would fill the screen of a telephone. */
const MOST_BUTTONS = 3;
/** Discord's limit for the label of a button. */
const LABEL_LIMIT = 80;

/** The questions that the reports suggest, each report in turn. */
export const suggestionsOf = (reports: readonly Report[]): readonly Suggestion[] =>
  inTurn(
    reports.map((report) => report.questions.map((question, index) => ({ report, at: index + 1, question }))),
  );

/** Buttons that ask the first questions that `reports`, which are of the library, suggest; none where they suggest none. */
export const suggestionButtons = (
  { library }: Pick<PageContext, 'library'>,
  reports: readonly Report[] = library.reports,
): readonly Row[] =>
  rowOf(
    suggestionsOf(reports)
      .slice(0, MOST_BUTTONS)
      .map(({ report, at, question }) =>
        button('suggested', targetOf(library, report, at), truncate(question, LABEL_LIMIT)),
      ),
  );

/** Buttons that ask what `reports` answer, below a line that says so; nothing where they suggest no question. */
export function suggestionPart(
  reports: readonly Report[],
  { library, locale }: PageContext,
): readonly (ReturnType<typeof textDisplay> | Row)[] {
  const buttons = suggestionButtons({ library }, reports);
  return buttons.length > 0 ? [textDisplay(`-# ${wordingFor(locale).guide.suggested}`), ...buttons] : [];
}

/** The first of each list, then the second of each, and so on: none hides the others. */
export function inTurn<Each>(lists: readonly (readonly Each[])[]): readonly Each[] {
  const all: Each[] = [];
  let left = lists.map((list) => list.values());
  while (left.length > 0)
    left = left.filter((list) => {
      const { done, value } = list.next();
      if (done !== true) all.push(value);
      return done !== true;
    });
  return all;
}
