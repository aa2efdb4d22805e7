import type { Abbreviations } from './abbreviations.ts';

/** How many code units the rules look at on both sides of a break: more than any abbreviation, little for any text. */
const REACH = 40;

const OPENING = /^[\s"'“”‘’«»„‚([{¿¡]+/u;
/** The marks after which Unicode's rules may break too soon. Those of Chinese, Hindi and others always end. */
const ENDED_BY_SIGN = /[.!?…]["'”’»)\]]*$/u;
/** The word before a full stop, its inner full stops included; brackets may close after it, quotation marks not. */
const LAST_WORD = /(?:^|[\s"'“‘’«„‚([{\-–—/])((?:[\p{L}\p{M}\p{N}]+\.)*[\p{L}\p{M}\p{N}]+)\.[)\]]*$/u;
/** The gap in "z. B." and "J. R. R.", which are written without it as often. */
const GAP_BETWEEN_LETTERS = /(?<![\p{L}\p{M}])(\p{L}\.)\s+(?=\p{L}\.)/gu;
const LIST_NUMBER = /^\(?(?:\p{N}{1,3}|\p{L})[.)]$/u;
const LETTERS_WITH_STOPS = /^\p{L}(?:\.\p{L})+$/u;
const CAPITAL = /^\p{Lu}$/u;
const SHORT_NUMBER = /^\p{N}{1,2}$/u;

/**
 * Whether the sentence that begins at `start` continues at `at`, where Unicode's rules would end it. `at` is the offset
 * of the first character after the break and its white space.
 */
export function joinsSentence(
  text: string,
  start: number,
  at: number,
  abbreviations: Abbreviations,
): boolean {
  const before = text.slice(Math.max(start, at - REACH), at).trimEnd();
  if (!ENDED_BY_SIGN.test(before)) return false;
  const next = text.slice(at, at + REACH).replace(OPENING, '');
  // “It fell!” he said.
  if (/^\p{Ll}/u.test(next)) return true;
  // "uses .NET", "Why?[a]": people put a space between sentences, save in scripts without capitals.
  if (!/\s/u.test(text.charAt(at - 1)) && !/^\p{Lo}/u.test(next)) return true;
  if (LIST_NUMBER.test(before) && at - start <= REACH && opensLine(text, start)) return true;
  const word = LAST_WORD.exec(before.replaceAll(GAP_BETWEEN_LETTERS, '$1'))?.[1];
  return word !== undefined && joinsAfter(word, next, abbreviations);
}

function joinsAfter(word: string, next: string, rules: Abbreviations): boolean {
  if (rules.beforeNumber.has(word)) return /^[#\p{N}]/u.test(next);
  if (rules.inner.has(word)) return true;
  if (word.length > 1 && rules.inner.has(word.charAt(0).toLowerCase() + word.slice(1))) return true;
  const ambiguous =
    rules.either.has(word) ||
    CAPITAL.test(word) ||
    LETTERS_WITH_STOPS.test(word) ||
    (rules.ordinals && SHORT_NUMBER.test(word));
  return ambiguous && !beginsWithOpener(next, rules);
}

/** "A" opens a sentence, the initial "A." does not. */
function beginsWithOpener(next: string, { openers }: Abbreviations): boolean {
  const word = /^(?!\p{L}\.)\p{L}[\p{L}\p{M}]*/u.exec(next)?.[0];
  return word !== undefined && openers.has(word);
}

function opensLine(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - REACH), at);
  return at === 0 || before.slice(before.trimEnd().length).includes('\n');
}
