import { ButtonStyle } from 'discord-api-types/v10';
import type { Report } from '../corpus/report.ts';
import { listed, wordingFor } from '../i18n/wording.ts';
import type { RecordedChange } from '../library/collection.ts';
import { BY_FOLDER, type HistoryEntry } from '../library/report-history.ts';
import { button, customId, rowOf } from './buttons.ts';
import { titleMarkdown } from './citation.ts';
import { detailsForm, detailsMarkdown } from './render-draft.ts';
import { container, privateNote, type Reply, TEXT_LIMIT, textDisplay } from './reply.ts';

/** Kept free for what stands around a list. In characters. */
const RESERVED = 400;
/** Of one entry of the history. */
const MOST_CHANGES = 5;

/** As many of `lines` as fit, and how many do not. */
function fitting(lines: readonly string[]): { readonly shown: readonly string[]; readonly left: number } {
  let used = 0;
  const end = lines.findIndex((line) => (used += line.length + 1) > TEXT_LIMIT - RESERVED);
  return end < 0 ? { shown: lines, left: 0 } : { shown: lines.slice(0, end), left: lines.length - end };
}

/** The reports of a folder, whose details and ids commands take. */
export function renderCollection(whose: 'own' | 'shared', reports: readonly Report[], locale: string): Reply {
  const { reports: say, sources, passage } = wordingFor(locale);
  if (reports.length === 0) return privateNote(say.none);
  const entries = reports.map((report) => `${titleMarkdown(report)}\n${detailsMarkdown(report, locale)}`);
  const { shown, left } = fitting(entries);
  const head = `**${say.whose[whose]}** · ${sources.count(reports.length)}`;
  const more = left > 0 ? [`-# ${passage.range(shown.length + 1, reports.length)}: …`] : [];
  return { private: true, components: [container([head, shown.join('\n'), ...more])] };
}

/** Who changed what and when. */
export function renderHistory(entries: readonly HistoryEntry[], locale: string): Reply {
  const { history: say } = wordingFor(locale).reports;
  if (entries.length === 0) return privateNote(say.none);
  const lines = entries.map(
    ({ at, name, ...change }) =>
      `- <t:${Math.floor(at / 1000)}:f> ${changeMarkdown(change, locale)} (\`${name}\`)`,
  );
  const { shown, left } = fitting(lines);
  const more = left > 0 ? [`-# ${say.more(left)}`] : [];
  return { private: true, components: [container([say.head, shown.join('\n'), ...more])] };
}

/** Who changed what, in one line. */
export function changeMarkdown({ by, changes }: RecordedChange, locale: string): string {
  const { history: say } = wordingFor(locale).reports;
  const who = by === BY_FOLDER ? say.folder : `<@${by}>`;
  const what = changes
    .slice(0, MOST_CHANGES)
    .map(({ title, kind }) => `${say.change[kind]} ${titleMarkdown({ title })}`);
  return `${who}: ${listed(locale, [...what, ...(changes.length > MOST_CHANGES ? ['…'] : [])])}`;
}

/** Asks before a report goes. */
export function renderRemoval(report: Report, target: string, locale: string): Reply {
  const { reports: say, buttons } = wordingFor(locale);
  return {
    private: true,
    components: [
      textDisplay(say.confirmRemoval(titleMarkdown(report))),
      ...rowOf([{ ...button('remove-report', target, buttons.remove), style: ButtonStyle.Danger }]),
    ],
  };
}

/** Opens the form with a report's details, and leads to it where it is too late for that. */
export function renderEdit(report: Report, target: string, locale: string): Reply {
  return {
    private: true,
    components: [
      textDisplay(titleMarkdown(report)),
      ...rowOf([button('edit-report', target, wordingFor(locale).reports.preview.edit)]),
    ],
    form: detailsForm(customId('report-edited', target), report, locale),
  };
}
