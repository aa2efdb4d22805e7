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

/** Between the words of a name: "Food and Drug Administration". */
const JOINING: ReadonlySet<string> = new Set(['of', 'and', 'for', 'the', 'on', 'in']);
const FEWEST_INITIALS = 3;
const MOST_INITIALS = 6;

/** The initials of names of three to six words, though the text may never use them: "Food and Drug Administration" is FDA. */
export function findInitials(text: string): readonly Acronym[] {
  const found = new Map<string, Acronym>();
  let name: RegExpExecArray[] = [];
  const close = (): void => {
    const capitals = name.filter(([word]) => isCapital(word)).map(([word]) => word);
    const short = capitals.map((word) => word.slice(0, 1)).join('');
    if (short.length >= FEWEST_INITIALS && short.length <= MOST_INITIALS)
      found.set(`${short} ${capitals.join(' ')}`, { short, long: capitals.join(' ') });
    name = [];
  };
  for (const match of text.matchAll(WORD)) {
    const [word] = match;
    const last = name.at(-1);
    const gap = last === undefined ? ' ' : text.slice(last.index + last[0].length, match.index);
    if (last !== undefined && (!/^\s$/u.test(gap) || !(isCapital(word) || JOINING.has(word)))) close();
    if (isCapital(word) ? !(name.length === 0 && word === 'The') : name.length > 0 && JOINING.has(word))
      name.push(match);
  }
  close();
  return [...found.values()];
}

const isCapital = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word);
