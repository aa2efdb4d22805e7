import type { ComponentHandler } from '../component-handler.ts';
import { commandName, wordingFor } from '../../i18n/wording.ts';
import { encodeTarget, findReportByKey, parseTarget } from '../../render/button-target.ts';
import { button } from '../../render/buttons.ts';
import { renderReading } from '../../render/render-reading.ts';
import { changedNote, unknownButton } from './button-notes.ts';

/** Turns the pages of a report. */
export const read: ComponentHandler = {
  async handle({ argument, locale }, { library: { current: library } }) {
    const target = parseTarget(argument);
    if (target?.report === undefined) return unknownButton(locale, 'read');
    const report = findReportByKey(library, target.report);
    const { version } = library;
    if (target.version !== version) {
      const wording = wordingFor(locale);
      if (!report) {
        const advice = wording.notes.reportGone(commandName(wording, 'sources'));
        return changedNote({ locale, version, advice });
      }
      const at = Math.max(1, Math.min(target.at, report.paragraphs.length));
      const again = button(
        'read',
        encodeTarget({ ...target, version, at, part: 1 }),
        wording.buttons.readAgain(at),
      );
      return changedNote({ locale, version, again });
    }
    const start = report?.paragraphs[target.at - 1];
    if (!report || !start) return unknownButton(locale, 'read');
    return { kind: 'show', reply: renderReading({ library, locale }, report, start, target.part) };
  },
};
