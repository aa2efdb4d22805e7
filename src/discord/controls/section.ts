import { ComponentType } from 'discord.js';
import { citationMarkdown } from '../../render/citation.ts';
import type { Control } from '../control.ts';
import { othersIn, questionLine } from '../../render/message-parts.ts';
import { button, row, sectionOf } from '../../render/passage-controls.ts';
import { findPlace, placeOf } from '../../render/place.ts';
import { pieceName, readPage } from '../../render/read-page.ts';
import { textDisplay } from '../../render/text.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { leadsNowhere, staleNote } from './stale-note.ts';

/** Reads the section around a paragraph: as many paragraphs as one message holds, and a button to the next ones. */
export const section: Control = {
  name: 'section',
  async react(input, { library: { current: library } }) {
    const found = findPlace(library, input.argument);
    if (found.kind === 'changed') return staleNote(input, library.version);
    if (found.kind === 'nowhere') return leadsNowhere(input.locale);
    const { locale } = input;
    const { buttons, passage: say } = wordingFor(locale);
    const { report, paragraph, part } = found;
    const paragraphs = sectionOf(report, paragraph.number);
    // Part 0 of a section place means the section's beginning; any other, to read on from that part.
    const [opening = paragraph] = part === 0 ? paragraphs : [paragraph];
    const { blocks, first, last, next, inexact } = readPage(report, paragraphs, opening, part, locale);
    const { components } = input.message;
    const heading = questionLine(components);
    const range = say.range(pieceName(first, locale), pieceName(last, locale));
    const back = placeOf(library, report, paragraph.number);
    return {
      kind: 'show',
      reply: {
        components: [
          ...(heading === undefined ? [] : [textDisplay(heading)]),
          {
            type: ComponentType.Container,
            components: [
              ...blocks.map(textDisplay),
              textDisplay(
                `-# ${range}; ${say.sectionCount(paragraphs.length)}\n${citationMarkdown({ report, paragraph: last.paragraph }, library.version, locale)}`,
              ),
            ],
          },
          row([
            button('passage', back, buttons.backTo(paragraph.number)),
            ...(next
              ? [
                  button(
                    'section',
                    placeOf(library, report, next.paragraph.number, next.part),
                    buttons.readOn(pieceName(next, locale)),
                  ),
                ]
              : []),
          ]),
          ...othersIn(components),
        ],
        inexact,
      },
    };
  },
};
