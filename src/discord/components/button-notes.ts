import { type APIButtonComponentWithCustomId, ButtonStyle } from 'discord.js';
import type { Action, ComponentInput } from '../component-handler.ts';
import { commandName, type ReferencedCommand, wordingFor } from '../../i18n/wording.ts';
import type { Library } from '../../library/library.ts';
import { findTarget, type FoundTarget } from '../../render/button-target.ts';
import { button, row } from '../../render/buttons.ts';
import { questionIn, questionLine } from '../../render/message-parts.ts';
import { textDisplay } from '../../render/reply.ts';

export interface Change {
  /** BCP 47, of the reader's client. */
  readonly locale: string;
  /** The content version now served. */
  readonly version: string;
  /** The line that holds the question, as markdown: a button that asks again finds it there. */
  readonly line?: string | undefined;
  /** The button to go on with. */
  readonly again?: APIButtonComponentWithCustomId;
  /** What to do instead, a sentence. */
  readonly advice?: string;
}

/** Says that the reports have changed since the message, and how to go on. */
export function changedNote({ locale, version, line, again, advice }: Change): Action {
  const { notes } = wordingFor(locale);
  const next = advice ?? (again?.label && notes.seeNow(again.label));
  const sentence = [notes.changed(version), ...(next === undefined ? [] : [next])].join(' ');
  return {
    kind: 'note',
    reply: {
      components: [
        textDisplay(line === undefined ? sentence : `${line}\n${sentence}`),
        ...(again ? [row([{ ...again, style: ButtonStyle.Primary }])] : []),
      ],
    },
  };
}

/** Says the same of an answer to a question, and offers to ask it again. */
export function staleAnswer({ locale, message: { components } }: ComponentInput, version: string): Action {
  const wording = wordingFor(locale);
  const change = { locale, version, line: questionLine(components) };
  if (questionIn(components) === undefined)
    return changedNote({ ...change, advice: wording.notes.useNow(commandName(wording, 'ask')) });
  const again = button('ask-again', version, wording.buttons.askAgain);
  return changedNote({ ...change, again });
}

/** For a button that is forged, or of another version of the bot. `command` is what to use instead. */
export function unknownButton(locale: string, command: ReferencedCommand = 'ask'): Action {
  const wording = wordingFor(locale);
  const sentence = wording.notes.unknownButton(commandName(wording, command));
  return { kind: 'note', reply: { components: [textDisplay(sentence)] } };
}

/** The paragraph that a button leads to, or what to do because there is none. */
export function resolveTarget(
  input: ComponentInput,
  library: Library,
): Extract<FoundTarget, { kind: 'found' }> | Action {
  const found = findTarget(library, input.argument);
  switch (found.kind) {
    case 'found':
      return found;
    case 'changed':
      return staleAnswer(input, library.version);
    case 'unknown':
      return unknownButton(input.locale);
  }
}
