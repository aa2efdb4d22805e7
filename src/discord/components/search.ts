import { searchReports } from '../ask-reports.ts';
import type { ComponentHandler } from '../component-handler.ts';
import { commandName, wordingFor } from '../../i18n/wording.ts';
import { encodeTarget, findReportByKey, parseTarget } from '../../render/button-target.ts';
import { button } from '../../render/buttons.ts';
import { questionIn, questionLine } from '../../render/message-parts.ts';
import { changedNote, unknownButton } from './button-notes.ts';

/** Turns the pages of what was found. The words are in the first line of the message. */
export const search: ComponentHandler = {
  async handle({ argument, locale, message: { components } }, { library: { current: library } }) {
    const target = parseTarget(argument);
    const words = questionIn(components);
    if (!target || words === undefined) return unknownButton(locale, 'search');
    const { version } = library;
    const report = target.report === undefined ? undefined : findReportByKey(library, target.report);
    const isGone = target.report !== undefined && !report;
    if (target.version !== version) {
      const wording = wordingFor(locale);
      const change = { locale, version, line: questionLine(components) };
      if (isGone)
        return changedNote({ ...change, advice: wording.notes.reportGone(commandName(wording, 'sources')) });
      const first = encodeTarget({ ...target, version, at: 0 });
      return changedNote({ ...change, again: button('search', first, wording.buttons.searchAgain) });
    }
    const reply = isGone ? undefined : await searchReports(words, report, target.at, { library, locale });
    return reply ? { kind: 'show', reply } : unknownButton(locale, 'search');
  },
};
