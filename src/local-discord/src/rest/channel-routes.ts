import {
  GuildChannelResponseSchema,
  MessageResponseSchema,
  PrivateChannelResponseSchema,
  ThreadResponseSchema,
} from 'discord-api-spec/zod';
import { ChannelType, PermissionFlagsBits, type APIMessage, type Snowflake } from 'discord-api-types/v10';
import {
  invalidForm,
  missingPermissions,
  notTheAuthor,
  unknownChannel,
  unknownMessage,
} from '../api-error.ts';
import { messageEdit, newMessage } from '../body-schemas.ts';
import { problem } from '../rules/problem.ts';
import { parseBody, schemaProblems } from '../schema-check.ts';
import type { MessageBody } from '../state/request-bodies.ts';
import type { StoredMessage } from '../state/messages.ts';
import type { State } from '../state/state.ts';
import { permissionsOf } from '../world/permissions.ts';
import { answerWith, NO_CONTENT, ok, route, type Route } from './route.ts';

interface MessageParams {
  readonly channel: Snowflake;
  readonly message: Snowflake;
}

/** Messages in channels, as the bot writes them by itself, and the channels and members it asks about. */
export const channelRoutes = ({ world, messages }: State): Route[] => {
  const findChannel = (id: Snowflake) => {
    const channel = world.findChannel(id);
    if (!channel) throw unknownChannel();
    return channel;
  };

  /** An ephemeral message is not in the channel for anyone but its viewer: the bot reaches it by its token alone. */
  const findMessage = ({ channel, message: id }: MessageParams): StoredMessage => {
    const found = messages.find(id);
    if (!found || found.message.channel_id !== findChannel(channel).id || found.viewer !== undefined) {
      throw unknownMessage();
    }
    return found;
  };

  const repliedTo = (channelId: Snowflake, body: MessageBody): APIMessage | undefined => {
    const reference = body.message_reference;
    if (!reference) return undefined;
    const target = messages.find(reference.message_id);
    const visible = target && target.viewer === undefined && target.message.channel_id === channelId;
    if (visible) return target.message;
    if (reference.fail_if_not_exists === false) return undefined;
    throw invalidForm([problem(['message_reference'], 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message')]);
  };

  return [
    route({
      method: 'GET',
      path: '/channels/:channel',
      answer: (body) => {
        const type: unknown = Reflect.get(Object(body), 'type');
        if (type === ChannelType.DM) return schemaProblems(PrivateChannelResponseSchema, body);
        const isThread = type === ChannelType.PublicThread;
        return schemaProblems(isThread ? ThreadResponseSchema : GuildChannelResponseSchema, body);
      },
      run: ({ params }) => ok(findChannel(params.channel)),
    }),
    route({
      method: 'POST',
      path: '/channels/:channel/messages',
      answer: answerWith(MessageResponseSchema),
      run: ({ params, body: json, files }) => {
        const body = parseBody(newMessage, json);
        const channelId = findChannel(params.channel).id;
        const origin = {
          channelId,
          author: world.bot.user,
          viewer: undefined,
          repliesTo: repliedTo(channelId, body),
        };
        return ok(messages.create(origin, { body, files }).message);
      },
    }),
    route({
      method: 'POST',
      path: '/channels/:channel/typing',
      run: ({ params }) => {
        findChannel(params.channel);
        return NO_CONTENT;
      },
    }),
    route({
      method: 'GET',
      path: '/channels/:channel/messages/:message',
      answer: answerWith(MessageResponseSchema),
      run: ({ params }) => ok(findMessage(params).message),
    }),
    route({
      method: 'PATCH',
      path: '/channels/:channel/messages/:message',
      answer: answerWith(MessageResponseSchema),
      run: ({ params, body: json, files }) => {
        const body = parseBody(messageEdit, json);
        const before = findMessage(params);
        if (before.message.author.id !== world.bot.user.id) throw notTheAuthor();
        return ok(messages.edit(before, { body, files }).message);
      },
    }),
    route({
      method: 'DELETE',
      path: '/channels/:channel/messages/:message',
      run: ({ params }) => {
        const { message } = findMessage(params);
        const guild = world.guildOf(params.channel);
        const mayManage =
          guild !== undefined &&
          (permissionsOf(guild, world.bot) & PermissionFlagsBits.ManageMessages) !== 0n;
        if (message.author.id !== world.bot.user.id && !mayManage) throw missingPermissions();
        messages.remove(message.id);
        return NO_CONTENT;
      },
    }),
  ];
};
