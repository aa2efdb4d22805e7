import type { Control } from '../control.ts';
import { controlId } from '../../render/control-id.ts';
import { encodePagePlace, findReportByKey, parsePagePlace } from '../../render/page-place.ts';
import { renderReading } from '../../render/render-reading.ts';
import { commandName, wordingFor } from '../../i18n/wording.ts';
import { changedNote, leadsNowhere } from './stale-note.ts';

/** Turns the pages of a report. */
export const read: Control = {
  name: 'read',
  async react({ argument, locale }, { library: { current: library } }) {
    const place = parsePagePlace(argument);
    if (place?.report === undefined) return leadsNowhere(locale, 'read');
    const report = findReportByKey(library, place.report);
    const { version } = library;
    if (place.version !== version) {
      const wording = wordingFor(locale);
      if (!report) {
        const advice = wording.notes.reportGone(commandName(wording, 'sources'));
        return changedNote({ locale, version, advice });
      }
      const at = Math.max(1, Math.min(place.at, report.paragraphs.length));
      const customId = controlId('read', encodePagePlace({ ...place, version, at, part: 1 }));
      return changedNote({ locale, version, again: { label: wording.buttons.readAgain(at), customId } });
    }
    const start = report?.paragraphs[place.at - 1];
    if (!report || !start) return leadsNowhere(locale, 'read');
    return { kind: 'show', reply: renderReading({ library, locale }, report, start, place.part) };
  },
};
