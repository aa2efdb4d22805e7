import { ApplicationCommandOptionType } from 'discord.js';
import type { Library } from '../library/library.ts';
import type { Choice } from './command.ts';
import { escapeMarkdown, truncate } from '../render/quote/escape.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import { commandName, wordingFor } from '../i18n/wording.ts';

const SHOWN_OF_A_WRONG_ID = 100;

/** The option that names one report. Its value is an id, or whatever a person typed instead. */
export const reportOption = {
  type: ApplicationCommandOptionType.String,
  name: 'report',
  autocomplete: true,
} as const;

/** In place of a report's id: all of them, whatever the server has settled on. No id has this sign. */
export const ALL_REPORTS = '*';

/** The reports whose id or title holds what was typed. */
export function reportChoices({ reports }: Library, typed: string): readonly Choice[] {
  const wanted = typed.toLocaleLowerCase();
  return reports
    .filter(({ id, title }) => `${id} ${title}`.toLocaleLowerCase().includes(wanted))
    .map(({ id, title }) => ({ name: title, value: id }));
}

export function unknownReport(id: string, locale: string): Reply {
  const wording = wordingFor(locale);
  const shown = escapeMarkdown(truncate(id, SHOWN_OF_A_WRONG_ID));
  return privateNote(wording.notes.unknownReport(shown, commandName(wording, 'sources')));
}
