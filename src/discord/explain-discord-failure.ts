import { DiscordAPIError } from 'discord.js';
import { BAD_TOKEN } from './client.ts';

/** System calls that fail when the other side cannot be reached. */
const NETWORK_CALLS: ReadonlySet<unknown> = new Set(['connect', 'getaddrinfo', 'read', 'write']);

/** What went wrong between us and Discord, as a sentence that says what to do; undefined for other errors. */
export function explainDiscordFailure(error: unknown): string | undefined {
  if (error instanceof DiscordAPIError) {
    const { status, method, url, message } = error;
    return status === 401 ? BAD_TOKEN : `Discord answered ${method} ${url} with: ${message}`;
  }
  if (!(error instanceof Error)) return undefined;
  // Node's network calls throw such errors by themselves, or as the cause of a failed `fetch`.
  const failed = error.cause instanceof Error ? error.cause : error;
  const isNetwork = 'syscall' in failed && NETWORK_CALLS.has(failed.syscall);
  return isNetwork ? `Cannot reach Discord: ${failed.message}` : undefined;
}
