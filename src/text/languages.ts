import { createLanguage, type Language } from './language.ts';

/** Gives each language tag (BCP 47) its reading, made once; so the stems that it remembers are found once too. */
export type LanguageOf = (tag: string) => Language;

export function createLanguages(): LanguageOf {
  const languages = new Map<string, Language>();
  return (tag) => {
    const known = languages.get(tag);
    if (known !== undefined) return known;
    const language = createLanguage(tag);
    languages.set(tag, language);
    return language;
  };
}
