import { createHmac, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/** The key of who set no `STORE_KEY`: HKDF-SHA-256 (RFC 5869) of the bot's token, in hexadecimal digits. */
export const deriveStoreKey = (token: string): string =>
  Buffer.from(hkdfSync('sha256', token, '', 'pilcrow store: voters', KEY_BYTES)).toString('hex');

/**
 * Who voted on what, as HMAC-SHA-256: without the key nobody can test whether a person did. The answer is hashed
 * along, so that not even two votes of one person can be told to be theirs.
 */
export const voterHash = (key: string, personId: string, answer: string): string =>
  createHmac('sha256', key)
    .update(JSON.stringify([personId, answer]))
    .digest('base64url');
