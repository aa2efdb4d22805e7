import type { ComponentHandler } from '../command.ts';
import { commandName, type Wording, wordingFor } from '../../i18n/wording.ts';
import { button, encodeTarget, findReportByKey, parseTarget, targetOf } from '../../render/buttons.ts';
import { renderOutline, renderOutlines } from '../../render/render-outline.ts';
import { renderReading } from '../../render/render-reading.ts';
import { changedNote, unknownButton } from './button-notes.ts';
import { searchReports } from '../ask-reports.ts';
import { questionIn, questionLine } from '../../render/message-parts.ts';
import { renderSources } from '../../render/render-sources.ts';
import { runCooperatively } from '../../text/cooperative-task.ts';

const goneMarkdown = (wording: Wording): string => wording.notes.reportGone(commandName(wording, 'sources'));

/** Turns the pages of a report. */
export const read: ComponentHandler = {
  isReading: true,
  async handle({ argument, locale }, { library }) {
    const target = parseTarget(argument);
    if (target?.report === undefined) return unknownButton(locale, 'read');
    const report = findReportByKey(library, target.report);
    const { version } = library;
    if (target.version !== version) {
      const wording = wordingFor(locale);
      if (!report) return changedNote({ locale, version, next: goneMarkdown(wording) });
      const at = Math.max(1, Math.min(target.at, report.paragraphs.length));
      const again = button('read', targetOf(library, report, at), wording.buttons.readAgain(at));
      return changedNote({ locale, version, next: again });
    }
    const start = report?.paragraphs[target.at - 1];
    if (!report || !start) return unknownButton(locale, 'read');
    await library.prepare([report]);
    return { kind: 'show', reply: renderReading({ library, locale }, report, start, target.part) };
  },
};

/** Opens the outline of a report, by a button or a menu, and turns its pages; and those of the outlines of all. */
export const outline: ComponentHandler = {
  async handle({ argument, values, locale, audience, message: { components } }, { library }) {
    const target = parseTarget(values[0] ?? argument);
    if (!target) return unknownButton(locale, 'sources');
    const { version, reports } = library;
    const report = target.report === undefined ? undefined : findReportByKey(library, target.report);
    const isGone = target.report !== undefined && !report;
    const line = questionIn(components) === undefined ? undefined : questionLine(components);
    if (target.version !== version) {
      const wording = wordingFor(locale);
      const first = encodeTarget({ ...target, version, at: 0 });
      const next = isGone ? goneMarkdown(wording) : button('outline', first, wording.guide.outline.button);
      return changedNote({ locale, version, line, next });
    }
    // What was not asked for in words has no line to share it with.
    const seenBy = line === undefined ? 'direct' : audience === 'public' ? 'private' : audience;
    const context = { library, locale, audience: seenBy, question: line } as const;
    if (isGone) return unknownButton(locale, 'sources');
    if (report) await library.prepare([report]);
    const reply = report
      ? renderOutline(context, report, target.at)
      : renderOutlines(context, reports, target.at);
    return reply ? { kind: 'show', reply } : unknownButton(locale, 'sources');
  },
};

/** Turns the pages of what was found. The words are in the first line of the message. */
export const search: ComponentHandler = {
  isReading: true,
  async handle({ argument, locale, message: { components } }, { library }) {
    const target = parseTarget(argument);
    const words = questionIn(components);
    if (!target || words === undefined) return unknownButton(locale, 'search');
    const { version } = library;
    const report = target.report === undefined ? undefined : findReportByKey(library, target.report);
    const isGone = target.report !== undefined && !report;
    if (target.version !== version) {
      const wording = wordingFor(locale);
      const first = encodeTarget({ ...target, version, at: 0 });
      const next = isGone ? goneMarkdown(wording) : button('search', first, wording.buttons.searchAgain);
      return changedNote({ locale, version, line: questionLine(components), next });
    }
    const reply = isGone ? undefined : await searchReports(words, report, target.at, { library, locale });
    return reply ? { kind: 'show', reply } : unknownButton(locale, 'search');
  },
};

/** Turns the pages of the list of reports. */
export const sources: ComponentHandler = {
  async handle({ argument, locale }, { library }) {
    const target = parseTarget(argument);
    if (!target) return unknownButton(locale, 'sources');
    const { version } = library;
    if (target.version !== version) {
      const first = encodeTarget({ version, at: 0, part: 0 });
      const next = button('sources', first, wordingFor(locale).buttons.listAgain);
      return changedNote({ locale, version, next });
    }
    const reply = await runCooperatively(renderSources({ library, locale }, target.at));
    return reply === undefined ? unknownButton(locale, 'sources') : { kind: 'show', reply };
  },
};
