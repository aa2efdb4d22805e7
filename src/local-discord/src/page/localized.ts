import type { LocalizationMap } from 'discord-api-types/v10';
import type { PageLocale } from './protocol.ts';

/** The text in the viewer's language where the bot gave one, else in its own. */
export const localized = (
  text: string,
  translations: LocalizationMap | null | undefined,
  locale: PageLocale,
): string => Object.entries(translations ?? {}).find(([language]) => language === locale)?.[1] ?? text;
