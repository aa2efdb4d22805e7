import { ApplicationCommandOptionType } from 'discord.js';
import type { Report } from '../corpus/report.ts';
import type { Library } from '../library/library.ts';
import type { Choice } from './command.ts';
import { escapeMarkdown } from './escape.ts';
import type { Reply } from './reply.ts';
import { shorten } from './shorten.ts';
import { privateNote } from './text.ts';

const SHOWN_OF_A_WRONG_ID = 100;

/** The option that names one report. Its value is an id, or whatever a person typed instead. */
export const reportOption = (description: string) => ({
  type: ApplicationCommandOptionType.String as const,
  name: 'report',
  description,
  autocomplete: true as const,
});

/** The reports whose id or title holds what was typed. */
export function reportChoices({ reports }: Library, typed: string): readonly Choice[] {
  const wanted = typed.toLocaleLowerCase();
  return reports
    .filter(({ id, title }) => `${id} ${title}`.toLocaleLowerCase().includes(wanted))
    .map(({ id, title }) => ({ name: title, value: id }));
}

export const findReport = ({ reports }: Library, id: string): Report | undefined =>
  reports.find((report) => report.id === id);

export const unknownReport = (id: string): Reply =>
  privateNote(
    `There is no report “${escapeMarkdown(shorten(id, SHOWN_OF_A_WRONG_ID))}”. Choose one from the list of the option, or see /sources.`,
  );
