const WORDS = /[\p{L}\p{N}]+(?:[’'.,-][\p{L}\p{N}]+)*/gu;
const ENDS_SENTENCE = /[.!?…。！？]["'”’»›)\]]*$/u;

export const countWords = (text: string): number => text.match(WORDS)?.length ?? 0;

export const endsSentence = (text: string): boolean => ENDS_SENTENCE.test(text);

/** Fewer words may be a caption, a byline or a notice. */
const PROSE_WORDS = 12;

/** Whether `text` is surely a paragraph of an article and not a line around it. */
export const isProse = (text: string): boolean => countWords(text) >= PROSE_WORDS && endsSentence(text);

/** Whether `text` may be a headline: one line of some words that is no sentence. */
export function mayBeHeadline(text: string): boolean {
  const words = countWords(text);
  return (
    words >= 2 &&
    words <= 25 &&
    text.length <= 200 &&
    /^["“„«‘']?[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u.test(text) &&
    !/[.:;,…]["”’»)]*$/u.test(text)
  );
}
