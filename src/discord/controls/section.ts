import { ButtonStyle, ComponentType } from 'discord.js';
import type { Paragraph, Report } from '../../corpus/report.ts';
import { citationMarkdown } from '../citation.ts';
import { controlId } from '../control-id.ts';
import type { Control } from '../control.ts';
import { questionLine } from '../message-parts.ts';
import { row, sectionOf } from '../passage-controls.ts';
import { findPlace, placeOf } from '../place.ts';
import { gated } from '../quote-passage.ts';
import { TEXT_LIMIT } from '../reply.ts';
import { textDisplay } from '../text.ts';
import { staleNote, unknownNote } from './stale-note.ts';

/** Kept free for the question and the citation. */
const FRAME = 1000;
/** A message of more lines than this is hard to read, and Discord stops rendering somewhere beyond. */
const MOST_PARAGRAPHS = 8;

/** Reads the section around a paragraph: as many paragraphs as one message holds, and a button to the next ones. */
export const section: Control = {
  name: 'section',
  async react(input, { library: { current: library } }) {
    const found = findPlace(library, input.argument);
    if (found.kind === 'changed') return staleNote(input, library.version);
    if (found.kind === 'nowhere') return unknownNote;
    const { report, paragraph, part } = found;
    const paragraphs = sectionOf(report, paragraph.number);
    // Part 2 of a section place means: read on from this paragraph.
    const from = part > 1 ? paragraphs.findIndex(({ number }) => number === paragraph.number) : 0;
    const shown = fitting(report, paragraphs.slice(from));
    const last = shown.at(-1)?.paragraph ?? paragraph;
    const next = paragraphs[from + shown.length];
    const to = (name: 'section' | 'passage', { number }: Paragraph, label: string, target = 1) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      custom_id: controlId(name, placeOf(library, report, number, target)),
      label,
    });
    const heading = questionLine(input.message.components);
    const range = `-# ¶ ${shown[0]?.paragraph.number ?? paragraph.number} to ¶ ${last.number}; the section has ${paragraphs.length} paragraphs.`;
    return {
      kind: 'show',
      reply: {
        components: [
          ...(heading === undefined ? [] : [textDisplay(heading)]),
          {
            type: ComponentType.Container,
            components: [
              ...shown.map(({ markdown }) => textDisplay(markdown)),
              textDisplay(
                `${range}\n${citationMarkdown({ report, paragraph: last }, library.version, input.locale)}`,
              ),
            ],
          },
          row([
            to('passage', paragraph, `Back to ¶ ${paragraph.number}`),
            ...(next ? [to('section', next, `Read on: ¶ ${next.number}`, 2)] : []),
          ]),
        ],
        inexact: shown.flatMap(({ why }) => (why === undefined ? [] : [why])),
      },
    };
  },
};

function fitting(report: Report, paragraphs: readonly Paragraph[]) {
  const shown: (ReturnType<typeof gated> & { readonly paragraph: Paragraph })[] = [];
  let room = TEXT_LIMIT - FRAME;
  for (const paragraph of paragraphs.slice(0, MOST_PARAGRAPHS)) {
    const quotation = gated(report, paragraph.span);
    room -= quotation.markdown.length;
    if (room < 0) break;
    shown.push({ ...quotation, paragraph });
  }
  return shown;
}
