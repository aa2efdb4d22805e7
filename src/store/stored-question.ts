/** In code points; longer questions are cut. */
const LONGEST_QUESTION = 300;

/**
 * A question as it is kept: on one line, of at most 300 code points, the last of them "…" when it was longer. Controls
 * such as NUL count as white space, a half of a surrogate pair becomes U+FFFD. Whom it mentions and what looks like a
 * Discord id is left out, so that no person is named by number. What is kept already stays as it is.
 */
export function storedQuestion(question: string): string {
  const line = question
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(/<@!?\d+>/g, '@someone')
    .replaceAll(/\d{17,}/g, '[id]')
    .trim();
  const points = Array.from(line);
  if (points.length <= LONGEST_QUESTION) return line;
  return `${points
    .slice(0, LONGEST_QUESTION - 1)
    .join('')
    .trimEnd()}…`;
}
