import { ar } from './locales/ar.ts';
import { de } from './locales/de.ts';
import { en, type Wording } from './locales/en.ts';
import { es } from './locales/es.ts';
import { fr } from './locales/fr.ts';
import { ja } from './locales/ja.ts';
import { ptBr } from './locales/pt-br.ts';

export type { Wording };

/** By language, and where languages differ by region, by locale; both in lower case. */
export const wordings: ReadonlyMap<string, Wording> = new Map([
  ['en', en],
  ['de', de],
  ['fr', fr],
  ['es', es],
  ['pt', ptBr],
  ['ja', ja],
  ['ar', ar],
]);

/** The bot's words for a reader whose client speaks `locale` (BCP 47); English where we do not speak it. */
export function wordingFor(locale: string): Wording {
  const wanted = locale.toLowerCase();
  return wordings.get(wanted) ?? wordings.get(wanted.split('-', 1)[0] ?? '') ?? en;
}

/** A command as people type it. */
export const commandName = (
  { commands }: Wording,
  name: Exclude<keyof Wording['commands'], 'askReports' | 'checkReports'>,
): string => `/${commands[name].name}`;
