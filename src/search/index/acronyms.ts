/** A short form and what it stands for, both as written. */
export interface Acronym {
  readonly short: string;
  readonly long: string;
}

const BRACKETED = /\((?<short>\p{Lu}[\p{L}.]{1,9})\)/gu;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** More words before the bracket than these belong to something else. */
const MOST_WORDS = 15;

/**
 * Short forms that a text gives in brackets after the long one: "Maritime Safety Board (MSB)". Read backwards, every
 * letter opens a word; a word in small letters, such as "of", may lack one.
 */
export function findAcronyms(text: string): readonly Acronym[] {
  return [...text.matchAll(BRACKETED)].flatMap((match) => {
    const short = match.groups?.['short'] ?? '';
    const letters = short.replaceAll('.', '');
    const before = text.slice(0, match.index);
    // Capitals stand for capitals, as in "Bank of Norra (BoN)"; but then there is "gross domestic product (GDP)".
    const long = findLongForm(letters, before, asWritten) ?? findLongForm(letters, before, inSmall);
    return long === undefined ? [] : [{ short, long }];
  });
}

const asWritten = (letter: string): string => letter;
const inSmall = (letter: string): string => letter.toLowerCase();

function findLongForm(
  letters: string,
  before: string,
  compared: (letter: string) => string,
): string | undefined {
  const words = [...before.matchAll(WORD)].slice(-MOST_WORDS);
  let left = letters.length;
  for (const word of words.toReversed()) {
    const opens = word[0].slice(0, 1);
    if (compared(opens) === compared(letters[left - 1] ?? '')) left--;
    else if (opens !== inSmall(opens) || left === letters.length) return undefined;
    if (left === 0) return before.slice(word.index).trim();
  }
  return undefined;
}
