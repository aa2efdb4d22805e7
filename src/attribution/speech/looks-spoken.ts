const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu;

/** "The Old Man and the Sea": most longer words begin with a capital. */
const isTitle = (words: readonly string[]): boolean => {
  const long = words.filter((word) => word.length > 3);
  return long.filter((word) => /^\p{Lu}/u.test(word)).length > long.length / 2;
};

/** How a quotation stands in its sentence. */
export interface Setting {
  /** A colon before it, or a sentence of its own. */
  readonly introduced: boolean;
  /** It opens the sentence, and a comma parts it from the words that follow. */
  readonly opens: boolean;
  /** Whether capitals tell titles from sentences, as they do in English and not in German. */
  readonly titles: boolean;
}

/** Whether quoted words that nobody is said to have spoken are still speech, and not a term, a title or scare quotes. */
export const looksSpoken = (text: string, { introduced, opens, titles }: Setting): boolean => {
  const words = text.slice(0, 400).match(WORD) ?? [];
  if (words.length < 2 || (titles && isTitle(words) && words.length < 12)) return false;
  const sentence = /^\P{L}*\p{Lu}/u.test(text) && /[.!?…]\p{P}{0,3}$/u.test(text.slice(-4));
  return words.length >= 6 || (words.length >= 4 && opens) || (words.length >= 3 && (sentence || introduced));
};
