import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ptBr } from './pt-br.ts';
import type { Phrases, Translation, Wording } from './translation.ts';

export type { Wording };

/** By language, and where languages differ by region, by locale; both in lower case. */
export const translations: ReadonlyMap<string, Translation> = new Map([
  ['de', de],
  ['fr', fr],
  ['es', es],
  ['pt', ptBr],
  ['ja', ja],
  ['ar', ar],
]);

const english: Wording = { ...en, commands: {} };

const wordings: ReadonlyMap<string, Wording> = new Map(
  [...translations].map(([language, translation]) => [language, withEnglish(english, translation)]),
);

/** The bot's words for a reader whose client speaks `locale` (BCP 47); English where we do not speak it. */
export function wordingFor(locale: string): Wording {
  const wanted = locale.toLowerCase();
  return wordings.get(wanted) ?? wordings.get(wanted.split('-', 1)[0] ?? '') ?? english;
}

/** A list in the language of the bot's words for `locale`. */
export const listed = (locale: string, items: readonly string[]): string =>
  new Intl.ListFormat(wordingFor(locale).language).format(items);

/** `translated`, with the English text for every key that it lacks. */
export function withEnglish<Texts extends object>(texts: Texts, translated: object): Texts {
  const entries = Object.entries({ ...texts, ...translated }).map(([key, given]: [string, unknown]) => {
    const own: unknown = Reflect.get(texts, key);
    return [key, isTexts(own) && isTexts(given) ? withEnglish(own, given) : given];
  });
  return Object.fromEntries(entries);
}

function isTexts(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The commands that replies refer to. */
export const REFERENCED = [
  'ask',
  'read',
  'search',
  'sources',
  'gaps',
  'settings',
  'help',
  'rollback',
  'reports',
] as const;
export type ReferencedCommand = (typeof REFERENCED)[number];

/** A command as people type it. */
export const commandName = ({ commands }: Wording, name: ReferencedCommand): string =>
  `/${commands[name]?.name ?? name}`;

/** The subcommand `sub` of a command, as people type it. */
export const subcommandName = (wording: Wording, name: ReferencedCommand, sub: string): string =>
  `${commandName(wording, name)} ${wording.commands[name]?.options?.[sub]?.[0] ?? sub}`;

/** What the command `name` alone says; `texts` is what it says in English. */
export const repliesOf = <Texts extends Phrases>({ commands }: Wording, name: string, texts: Texts): Texts =>
  withEnglish(texts, commands[name]?.replies ?? {});
