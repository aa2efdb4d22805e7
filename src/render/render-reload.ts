import { ComponentType } from 'discord-api-types/v10';
import { countParagraphs } from '../corpus/report.ts';
import { type Fault, renderFault } from '../corpus/fault.ts';
import { commandName, listed, subcommandName, wordingFor } from '../i18n/wording.ts';
import type { ChangeOutcome, Difference } from '../library/collection.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { type PageContext, privateNote, type Reply, textDisplay } from './reply.ts';

/** Faults shown in the message itself; a file holds all of them when there are more. */
const MOST_FAULTS = 8;
/** In characters: so many faults of nothing but marks, which double when they are escaped, fit into one message. */
const FAULT_LIMIT = 200;
const IDS_LIMIT = 800;
const FAULT_FILE = 'faults.txt';

/** What a reload did, or `isBack` going back. `library` is what answers now. */
export function renderReload(
  outcome: ChangeOutcome,
  { library, locale }: PageContext,
  isBack: boolean = false,
): Reply {
  const { reload: say } = wordingFor(locale);
  switch (outcome.kind) {
    case 'reloaded': {
      const seconds = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
      const head = isBack ? say.rolledBack : say.reloaded(seconds.format(outcome.milliseconds / 1000));
      return renderChanges(head, outcome, { library, locale });
    }
    case 'failed':
      return renderFaults(say.failed(library.version), outcome.faults, locale);
    case 'nothing':
      return privateNote(say.noEarlier);
    case 'busy':
      return privateNote(say.busy);
  }
}

/** The reply to going back from the content `version`, with how to go on: to go back twice is to be where one was. */
export function withWayBack(
  reply: Reply,
  command: 'rollback' | 'reports',
  version: string,
  locale: string,
): Reply {
  const wording = wordingFor(locale);
  const further = subcommandName(wording, 'reports', 'rollback');
  const again = command === 'reports' ? further : commandName(wording, command);
  const line = `-# ${wording.reload.again(again, version, further)}`;
  return { ...reply, components: [...reply.components, textDisplay(line)] };
}

function renderChanges(
  head: string,
  { added, changed, removed }: Difference,
  { library: { reports, version }, locale }: PageContext,
): Reply {
  const { reload: say } = wordingFor(locale);
  const paragraphs = countParagraphs(reports);
  const changes = [
    named(say.added, added, locale),
    named(say.changed, changed, locale),
    named(say.removed, removed, locale),
  ].flat();
  return privateNote(
    [
      `${head} ${say.serves(reports.length, paragraphs, version)}`,
      ...(changes.length > 0 ? changes : [say.nothingChanged]),
    ].join('\n'),
  );
}

const named = (verb: string, ids: readonly string[], locale: string): readonly string[] =>
  ids.length > 0 ? [`${verb}: ${truncate(listed(locale, ids), IDS_LIMIT)}`] : [];

/** The faults themselves are said in English, as in the log and on the command line. `failed`: what did not happen. */
export function renderFaults(failed: string, faults: readonly Fault[], locale: string): Reply {
  const { reload: say } = wordingFor(locale);
  const lines = faults.map(renderFault);
  const shown = lines.slice(0, MOST_FAULTS).map((line) => `- ${escapeMarkdown(truncate(line, FAULT_LIMIT))}`);
  const head = `${failed} ${say.faults(faults.length)}`;
  const text = textDisplay([head, ...shown].join('\n'));
  const whole = lines.length <= MOST_FAULTS && lines.every((line) => line.length <= FAULT_LIMIT);
  if (whole) return { components: [text] };
  return {
    components: [text, { type: ComponentType.File, file: { url: `attachment://${FAULT_FILE}` } }],
    files: [{ name: FAULT_FILE, text: `${lines.join('\n')}\n` }],
  };
}
