import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Wording } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { ja } from './ja.ts';
import { ptBr } from './pt-br.ts';

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
