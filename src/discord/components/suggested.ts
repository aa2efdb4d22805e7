import { commandName, wordingFor } from '../../i18n/wording.ts';
import { findReportByKey, parseTarget } from '../../render/buttons.ts';
import { askReports } from '../ask-reports.ts';
import type { ComponentHandler } from '../command.ts';
import { changedNote, unknownButton } from './button-notes.ts';

/** Asks a question that a report suggests, of that report. What the button stands under stays. */
export const suggested: ComponentHandler = {
  isQuestion: true,
  async handle(input, context) {
    const { argument, locale, audience } = input;
    const { library } = context;
    const target = parseTarget(argument);
    if (target?.report === undefined) return unknownButton(locale);
    const wording = wordingFor(locale);
    const { version } = library;
    if (target.version !== version)
      return changedNote({ locale, version, next: wording.notes.useNow(commandName(wording, 'help')) });
    const report = findReportByKey(library, target.report);
    const question = report?.questions[target.at - 1];
    if (!report || question === undefined) return unknownButton(locale);
    const isDirect = audience === 'direct';
    const asker = { ...input, audience: isDirect ? audience : 'private', report: report.id } as const;
    return { kind: isDirect ? 'post' : 'note', reply: await askReports(question, asker, context) };
  },
};
