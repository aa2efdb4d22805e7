import { ButtonStyle } from 'discord.js';
import type { Paragraph, Report } from '../../corpus/report.ts';
import type { Action, ComponentInput } from '../command.ts';
import { commandName, type ReferencedCommand, wordingFor } from '../../i18n/wording.ts';
import type { Library } from '../../library/library.ts';
import { button, findReportByKey, parseTarget, rowOf } from '../../render/buttons.ts';
import { questionIn, questionLine } from '../../render/message-parts.ts';
import { textDisplay } from '../../render/reply.ts';

interface Change {
  /** BCP 47, of the reader's client. */
  readonly locale: string;
  /** The content version now served. */
  readonly version: string;
  /** The line that holds the question, as markdown: a button that asks again finds it there. */
  readonly line?: string | undefined;
  /** The button to go on with, or a sentence on what to do instead. */
  readonly next: ReturnType<typeof button> | string;
}

/** Says that the reports have changed since the message, and how to go on. */
export function changedNote({ locale, version, line, next }: Change): Action {
  const { notes } = wordingFor(locale);
  const isAdvice = typeof next === 'string';
  const sentence = `${notes.changed(version)} ${isAdvice ? next : notes.seeNow(next.label)}`;
  return {
    kind: 'note',
    reply: {
      components: [
        textDisplay(line === undefined ? sentence : `${line}\n${sentence}`),
        ...rowOf(isAdvice ? [] : [{ ...next, style: ButtonStyle.Primary }]),
      ],
    },
  };
}

/** Says the same of an answer to a question, and offers to ask it again. */
export function staleAnswer({ locale, message: { components } }: ComponentInput, version: string): Action {
  const wording = wordingFor(locale);
  const next =
    questionIn(components) === undefined
      ? wording.notes.useNow(commandName(wording, 'ask'))
      : button('ask-again', version, wording.buttons.askAgain);
  return changedNote({ locale, version, line: questionLine(components), next });
}

/** For a button that is forged, or of another version of the bot. `command` is what to use instead. */
export function unknownButton(locale: string, command: ReferencedCommand = 'ask'): Action {
  const wording = wordingFor(locale);
  return note(wording.notes.unknownButton(commandName(wording, command)));
}

/** A private message of one sentence. */
export const note = (sentence: string): Action => ({
  kind: 'note',
  reply: { components: [textDisplay(sentence)] },
});

/** The paragraph that a button leads to, or a part of it; or what to do because there is none. */
export function resolveTarget(
  input: ComponentInput,
  library: Library,
):
  | { readonly kind: 'found'; readonly report: Report; readonly paragraph: Paragraph; readonly part: number }
  | Action {
  const target = parseTarget(input.argument);
  if (target?.report === undefined) return unknownButton(input.locale);
  if (target.version !== library.version) return staleAnswer(input, library.version);
  const report = findReportByKey(library, target.report);
  const paragraph = report?.paragraphs[target.at - 1];
  return report && paragraph
    ? { kind: 'found', report, paragraph, part: target.part }
    : unknownButton(input.locale);
}
