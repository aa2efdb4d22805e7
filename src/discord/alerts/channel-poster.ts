import { type Client, DiscordAPIError, RESTJSONErrorCodes } from 'discord.js';
import type { Reply } from '../../render/reply.ts';
import { messageOf, PUBLIC } from '../respond.ts';

/** `gone`: the server has no such channel; `forbidden`: the bot may not see it, or not write there. */
export type PostOutcome = 'sent' | 'gone' | 'forbidden';

/** Sends a message to a channel of that server, and to no other's. @throws what else Discord answers */
export type ChannelPoster = (server: string, channel: string, reply: Reply) => Promise<PostOutcome>;

const OUTCOMES: ReadonlyMap<string | number, PostOutcome> = new Map([
  [RESTJSONErrorCodes.UnknownChannel, 'gone'],
  [RESTJSONErrorCodes.MissingAccess, 'forbidden'],
  [RESTJSONErrorCodes.MissingPermissions, 'forbidden'],
]);

export const createChannelPoster =
  (client: Client<true>): ChannelPoster =>
  async (server, id, reply) => {
    try {
      // The server may be another process's, whose channels this one does not know.
      const channel = await client.channels.fetch(id, { allowUnknownGuild: true });
      if (!channel?.isSendable() || !('guildId' in channel) || channel.guildId !== server) return 'gone';
      await channel.send({ ...messageOf(reply), flags: PUBLIC });
      return 'sent';
    } catch (error) {
      const outcome = error instanceof DiscordAPIError ? OUTCOMES.get(error.code) : undefined;
      if (outcome === undefined) throw error;
      return outcome;
    }
  };
