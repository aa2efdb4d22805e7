import { ButtonStyle, ComponentType } from 'discord.js';
import { controlId } from '../control-id.ts';
import type { ControlInput, Reaction } from '../control.ts';
import { questionIn, questionLine } from '../message-parts.ts';
import { row } from '../passage-controls.ts';
import { textDisplay } from '../text.ts';

/** Says that the reports have changed since the message, and offers to ask again. */
export function staleNote({ message: { components } }: ControlInput, version: string): Reaction {
  const line = questionLine(components);
  const again = questionIn(components) !== undefined;
  const sentence = `**The reports have changed since this answer** (now content ${version}). ${again ? 'Ask again to see what they say now.' : 'Use /ask to see what they say now.'}`;
  return {
    kind: 'note',
    reply: {
      components: [
        textDisplay(line === undefined ? sentence : `${line}\n${sentence}`),
        ...(again
          ? [
              row([
                {
                  type: ComponentType.Button,
                  style: ButtonStyle.Primary,
                  custom_id: controlId('ask-again', version),
                  label: 'Ask again',
                },
              ]),
            ]
          : []),
      ],
    },
  };
}

/** For a control that leads nowhere: forged, or of another version of the bot. */
export const unknownNote: Reaction = {
  kind: 'note',
  reply: { components: [textDisplay('This button leads nowhere any more. Use /ask instead.')] },
};
