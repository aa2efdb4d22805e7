import { MessageFlags, type APIMessage, type APIUser } from 'discord-api-types/v10';
import { hasFlag } from '../flags.ts';
import type { LocalDiscord } from '../local-discord.ts';
import type { AuthorView, MessageView } from './message-view.ts';
import { parseMarkdown, plainText, type FindName } from './parse-markdown.ts';
import type { UsedCommands } from './used-commands.ts';
import { viewComponents, type ComponentSource } from './view-components.ts';

type World = Pick<LocalDiscord, 'guild' | 'bot'>;

/** For whom a message is drawn, and the commands that were used. */
export interface Reader {
  readonly id: string;
  readonly used: UsedCommands;
}

/** Characters of the message replied to that are shown above the reply. */
const EXCERPT = 120;

/** The name a client shows. */
export const viewAuthor = ({ id, username, global_name, bot = false }: APIUser): AuthorView => ({
  id,
  name: global_name ?? username,
  bot,
});

/** How a mention gets its name. */
export const finderFor =
  ({ guild, bot }: World): FindName =>
  (target, id) => {
    switch (target) {
      case 'user': {
        const user = [bot, ...guild.members].find((member) => member.user.id === id)?.user;
        return user && viewAuthor(user).name;
      }
      case 'role':
        return guild.roles.find((role) => role.id === id)?.name;
      case 'channel':
        return guild.channels.find((channel) => channel.id === id)?.name ?? undefined;
      case 'command':
        return undefined;
    }
  };

const pathOnly = (url: string): string => {
  const { pathname, hostname } = new URL(url, 'http://127.0.0.1');
  return hostname === '127.0.0.1' ? pathname : url;
};

const sourceFor = (message: APIMessage, world: World, read: ComponentSource['read']): ComponentSource => ({
  read,
  guild: world.guild,
  address: pathOnly,
  size: (url) => message.attachments.find((attachment) => attachment.url === url)?.size ?? 0,
});

const viewOrigin = (
  { interaction_metadata: origin, message_reference, referenced_message: target }: APIMessage,
  read: ComponentSource['read'],
  used: UsedCommands,
): Pick<MessageView, 'usedBy' | 'repliesTo'> => {
  if (origin) {
    const opener =
      'triggering_interaction_metadata' in origin ? origin.triggering_interaction_metadata : origin;
    const command = used.findName(opener.id);
    return command === undefined ? {} : { usedBy: { author: viewAuthor(opener.user), command } };
  }
  if (!message_reference) return {};
  if (!target) return { repliesTo: { gone: true } };
  const text = plainText(read(target.content)).slice(0, EXCERPT);
  return { repliesTo: { author: viewAuthor(target.author), text } };
};

/** A stored message as one viewer's page draws it. */
export const viewMessage = (
  message: APIMessage,
  world: World,
  { id: viewerId, used }: Reader,
): MessageView => {
  const find = finderFor(world);
  const read = (markdown: string) => parseMarkdown(markdown, find, message.mention_everyone);
  const source = sourceFor(message, world, read);
  const isV2 = hasFlag(message.flags, MessageFlags.IsComponentsV2);
  const isLoading = hasFlag(message.flags, MessageFlags.Loading);
  const isUnanswered = isLoading && used.isUnanswered(message.interaction_metadata?.id ?? '');
  // A file that a component shows is not listed again.
  const listed = isV2 ? [] : message.attachments;
  return {
    id: message.id,
    channelId: message.channel_id,
    author: viewAuthor(message.author),
    at: message.timestamp,
    edited: message.edited_timestamp !== null,
    private: hasFlag(message.flags, MessageFlags.Ephemeral),
    thinking: isLoading && !isUnanswered,
    unanswered: isUnanswered,
    mentionsViewer: message.mention_everyone || message.mentions.some(({ id }) => id === viewerId),
    ...viewOrigin(message, read, used),
    nodes: read(message.content),
    blocks: viewComponents(message.components ?? [], source),
    files: listed.map(({ filename, title, size, url }) => ({
      kind: 'file',
      name: title === undefined ? filename : `${title}${/\.[^.]*$/.exec(filename)?.[0] ?? ''}`,
      size,
      url: pathOnly(url),
    })),
  };
};
