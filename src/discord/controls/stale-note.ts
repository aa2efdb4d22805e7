import { ButtonStyle, ComponentType } from 'discord.js';
import { controlId } from '../control-id.ts';
import type { ControlInput, Reaction } from '../control.ts';
import { questionIn, questionLine } from '../message-parts.ts';
import { row } from '../passage-controls.ts';
import { textDisplay } from '../text.ts';

export interface Change {
  /** The content version now served. */
  readonly version: string;
  /** The line that holds the question, as markdown: a button that asks again finds it there. */
  readonly line?: string | undefined;
  /** The button to go on with. */
  readonly again?: { readonly label: string; readonly customId: string };
  /** What to do instead, a sentence. */
  readonly advice?: string;
}

/** Says that the reports have changed since the message, and how to go on. */
export function changedNote({ version, line, again, advice }: Change): Reaction {
  const sentence = `**The reports have changed since this answer** (now content ${version}). ${advice ?? `${again?.label ?? 'Ask again'} to see what they say now.`}`;
  const button = again && {
    type: ComponentType.Button as const,
    style: ButtonStyle.Primary as const,
    custom_id: again.customId,
    label: again.label,
  };
  return {
    kind: 'note',
    reply: {
      components: [
        textDisplay(line === undefined ? sentence : `${line}\n${sentence}`),
        ...(button ? [row([button])] : []),
      ],
    },
  };
}

/** The same for an answer to a question, with an offer to ask it again. */
export function staleNote({ message: { components } }: ControlInput, version: string): Reaction {
  const line = questionLine(components);
  return questionIn(components) === undefined
    ? changedNote({ version, line, advice: 'Use /ask to see what they say now.' })
    : changedNote({
        version,
        line,
        again: { label: 'Ask again', customId: controlId('ask-again', version) },
      });
}

/** For a control that leads nowhere: forged, or of another version of the bot. `command` is what to use instead. */
export const leadsNowhere = (command: string): Reaction => ({
  kind: 'note',
  reply: { components: [textDisplay(`This button leads nowhere any more. Use ${command} instead.`)] },
});

export const unknownNote: Reaction = leadsNowhere('/ask');
