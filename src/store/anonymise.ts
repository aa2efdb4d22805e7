import { createHmac, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** The key when no `STORE_KEY` is set: HKDF-SHA-256 (RFC 5869) of the bot's token, in hexadecimal digits. */
export const deriveStoreKey = (token: string): string =>
  Buffer.from(hkdfSync('sha256', token, '', 'pilcrow store: voters', KEY_BYTES)).toString('hex');

/**
 * Who voted on what, as HMAC-SHA-256: without the key nobody can test whether a person did. The answer is hashed
 * along, so that two votes of one person cannot be linked.
 */
export const voterHash = (key: string, personId: string, answer: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([personId, answer]))
    .digest('base64url');

/** In code points; longer questions are cut. */
const LONGEST_QUESTION = 300;

/**
 * A question as it is kept: on one line, of at most 300 code points, the last of them "…" when it was longer. Controls
 * such as NUL count as white space, a half of a surrogate pair becomes U+FFFD. Mentions and what looks like a
 * Discord id are left out, so that no person is named by number. A stored question given again is not changed.
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
  const kept = points.slice(0, LONGEST_QUESTION - 1).join('');
  return `${kept.trimEnd()}…`;
}
