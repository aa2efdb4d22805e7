import type { ServerResponse } from 'node:http';
import type { LocalDiscordEvent } from '../event-bus.ts';
import type { LocalDiscord } from '../local-discord.ts';
import type { PageEvent } from './protocol.ts';
import { viewMessage } from './view-message.ts';
import { isOnline, viewChannels, readerOf, viewState, type Viewer } from './viewer.ts';

/** The page event for a viewer; undefined when the viewer must not see what happened. */
const pageEvent = (
  discord: LocalDiscord,
  viewer: Viewer,
  event: LocalDiscordEvent,
): PageEvent | undefined => {
  const reader = readerOf(discord, viewer);
  const isHere = (channelId: string) =>
    viewer.clients.some(({ context }) => context.channel.id === channelId);
  switch (event.kind) {
    case 'message-created':
    case 'message-updated':
      if (!isHere(event.message.channel_id) || (event.viewer !== undefined && event.viewer !== reader.id))
        return undefined;
      return { kind: 'message', message: viewMessage(event.message, discord, reader) };
    case 'message-deleted':
      return isHere(event.channelId) ? { kind: 'message-gone', id: event.id } : undefined;
    case 'commands-changed':
      return { kind: 'channels', channels: viewChannels(discord, viewer) };
    case 'thread-created':
      return undefined;
    case 'bot-presence':
      return { kind: 'presence', online: isOnline(discord) };
    case 'interaction-changed': {
      if (event.interaction.state.kind !== 'failed') return undefined;
      const messages = viewer.clients.flatMap((client) => client.messages());
      const waiting = messages.find(
        (message) => message.interaction_metadata?.id === event.interaction.payload.id,
      );
      return waiting && { kind: 'message', message: viewMessage(waiting, discord, reader) };
    }
  }
};

/** Sends a viewer the whole state, then each change, as server-sent events until the page disconnects. */
export const openEventStream = (
  discord: LocalDiscord,
  viewer: Viewer,
  botAvatar: string,
  response: ServerResponse,
): void => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const send = (event: PageEvent) => void response.write(`data: ${JSON.stringify(event)}\n\n`);
  const unsubscribe = discord.subscribe((event) => {
    const told = pageEvent(discord, viewer, event);
    if (told !== undefined) send(told);
  });
  response.on('close', unsubscribe);
  send({ kind: 'state', state: viewState(discord, viewer, botAvatar) });
};
