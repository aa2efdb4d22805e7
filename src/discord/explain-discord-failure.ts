import { DiscordAPIError } from 'discord.js';
import { BAD_TOKEN } from './client.ts';

/** One sentence or more for whoever hosts the bot: what failed, and where it can be helped, how. */
export function explainFailure(error: unknown): string {
  if (!(error instanceof Error)) return `Failed: ${String(error)}`;
  if (error instanceof DiscordAPIError) {
    return error.status === 401
      ? BAD_TOKEN
      : `Discord answered ${error.method} ${error.url} with: ${error.message}`;
  }
  const cause = error.cause instanceof Error ? ` (${error.cause.message || String(error.cause)})` : '';
  if (error instanceof TypeError && error.message === 'fetch failed') return `Cannot reach Discord${cause}.`;
  return error.message;
}
