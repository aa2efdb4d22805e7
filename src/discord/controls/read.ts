import type { Control } from '../control.ts';
import { customId } from '../../render/buttons.ts';
import { encodeTarget, findReportByKey, parseTarget } from '../../render/button-target.ts';
import { renderReading } from '../../render/render-reading.ts';
import { commandName, wordingFor } from '../../i18n/wording.ts';
import { changedNote, unknownButton } from './stale-note.ts';

/** Turns the pages of a report. */
export const read: Control = {
  name: 'read',
  async react({ argument, locale }, { library: { current: library } }) {
    const place = parseTarget(argument);
    if (place?.report === undefined) return unknownButton(locale, 'read');
    const report = findReportByKey(library, place.report);
    const { version } = library;
    if (place.version !== version) {
      const wording = wordingFor(locale);
      if (!report) {
        const advice = wording.notes.reportGone(commandName(wording, 'sources'));
        return changedNote({ locale, version, advice });
      }
      const at = Math.max(1, Math.min(place.at, report.paragraphs.length));
      const id = customId('read', encodeTarget({ ...place, version, at, part: 1 }));
      return changedNote({ locale, version, again: { label: wording.buttons.readAgain(at), customId: id } });
    }
    const start = report?.paragraphs[place.at - 1];
    if (!report || !start) return unknownButton(locale, 'read');
    return { kind: 'show', reply: renderReading({ library, locale }, report, start, place.part) };
  },
};
