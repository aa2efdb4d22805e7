import type { Control } from '../control.ts';
import { controlId } from '../control-id.ts';
import { encodePagePlace, findReportByKey, parsePagePlace } from '../page-place.ts';
import { renderReading } from '../render-reading.ts';
import { changedNote, leadsNowhere } from './stale-note.ts';

const NOWHERE = leadsNowhere('/read');

/** Turns the pages of a report. */
export const read: Control = {
  name: 'read',
  async react({ argument, locale }, { library: { current: library } }) {
    const place = parsePagePlace(argument);
    if (place?.report === undefined) return NOWHERE;
    const report = findReportByKey(library, place.report);
    const { version } = library;
    if (place.version !== version) {
      if (!report)
        return changedNote({ version, advice: 'This report is no longer among them: see /sources.' });
      const at = Math.max(1, Math.min(place.at, report.paragraphs.length));
      const customId = controlId('read', encodePagePlace({ ...place, version, at, part: 1 }));
      return changedNote({ version, again: { label: `Read again from ¶ ${at}`, customId } });
    }
    const start = report?.paragraphs[place.at - 1];
    if (!report || !start) return NOWHERE;
    return { kind: 'show', reply: renderReading({ library, locale }, report, start, place.part) };
  },
};
