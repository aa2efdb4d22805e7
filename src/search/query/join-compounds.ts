import type { PlainWord } from '../../text/read-numbers.ts';

/** Parts shorter than this fit by chance. */
const SHORTEST_PART = 3;
/** No compound is longer; the parts of a word are as many as its letters, and each is looked up. */
const LONGEST_COMPOUND = 40;

/**
 * Two words become one, or one becomes two, where only so the report knows them: "air strikes" for its "airstrikes",
 * and the other way. `isKnown` tells whether the paragraphs searched hold the folded word, function words aside.
 */
export function joinCompounds(
  words: readonly PlainWord[],
  isKnown: (folded: string) => boolean,
): readonly PlainWord[] {
  const regrouped: PlainWord[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    const next = words[at + 1];
    if (word === undefined) break;
    const joined = next === undefined ? '' : word.folded + next.folded;
    if (next !== undefined && !(isKnown(word.folded) && isKnown(next.folded)) && isKnown(joined)) {
      const written = `${word.written} ${next.written}`;
      regrouped.push({ folded: joined, written, start: word.start, end: next.end });
      at++;
    } else regrouped.push(...(isKnown(word.folded) ? [word] : splitWord(word, isKnown)));
  }
  return regrouped;
}

/** The longest known first part decides. */
function splitWord(word: PlainWord, isKnown: (folded: string) => boolean): readonly PlainWord[] {
  const { folded } = word;
  if (folded.length > LONGEST_COMPOUND) return [word];
  for (let at = folded.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
    const [first, second] = [folded.slice(0, at), folded.slice(at)];
    if (isKnown(first) && isKnown(second)) return [first, second].map((part) => ({ ...word, folded: part }));
  }
  return [word];
}
