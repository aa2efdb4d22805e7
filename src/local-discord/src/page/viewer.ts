import { ChannelType, type Locale } from 'discord-api-types/v10';
import type { LocalDiscord } from '../local-discord.ts';
import type { UserClient } from '../people/user-client.ts';
import { MESSAGE_FILES, TOO_POWERFUL } from '../people/user-file.ts';
import { MAX_FILE_BYTES } from '../rest/read-body.ts';
import type { ChannelView, PageLocale, PageState, PersonView } from './protocol.ts';
import type { UsedCommands } from './used-commands.ts';
import { viewCommands } from './view-commands.ts';
import { viewAuthor, viewMessage, type Reader } from './view-message.ts';

/** Whom the page can act as, the first by default. */
const roles = {
  member: 'Member',
  moderator: 'Moderator',
  admin: 'Admin',
  owner: 'Server owner',
} as const;
type PersonKey = keyof typeof roles;
const keys: readonly PersonKey[] = ['member', 'moderator', 'admin', 'owner'];

/** Somebody at the page: one client in each channel they can see. */
export interface Viewer {
  readonly key: PersonKey;
  readonly locale: PageLocale;
  readonly clients: readonly UserClient[];
  readonly used: UsedCommands;
}

/** `person` is a key of PersonView; an unknown one, such as none on the first visit, is the ordinary member. */
export const createViewer = (
  discord: LocalDiscord,
  used: UsedCommands,
  person: string,
  locale: PageLocale,
): Viewer => {
  const key = keys.find((each) => each === person) ?? 'member';
  // One locale of the page is not one of Discord's: see pageLocales.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion, typescript/no-unsafe-enum-assignment
  const language = { locale: locale as Locale };
  const client = (more: Parameters<LocalDiscord['as']>[1]) =>
    discord.as(discord.people[key], { ...language, ...more });
  return {
    key,
    locale,
    used,
    clients: [
      ...Object.values(discord.channels).map((channel) => client({ channel })),
      client({ directMessage: true }),
    ],
  };
};

export const readerOf = (discord: LocalDiscord, { key, used }: Viewer): Reader => ({
  id: discord.people[key].user.id,
  used,
});

const viewPerson = (discord: LocalDiscord, key: PersonKey): PersonView => ({
  ...viewAuthor(discord.people[key].user),
  key,
  role: roles[key],
});

export const viewChannels = (discord: LocalDiscord, { clients, locale }: Viewer): ChannelView[] =>
  clients.map((client) => {
    const { channel } = client.context;
    const isDirect = channel.type === ChannelType.DM;
    return {
      id: channel.id,
      kind: isDirect ? 'direct' : 'text',
      name: isDirect ? viewAuthor(discord.bot.user).name : (channel.name ?? ''),
      commands: viewCommands(client.commands(), locale),
    };
  });

/** All that a viewer sees now. */
export const viewState = (discord: LocalDiscord, viewer: Viewer, botAvatar: string): PageState => ({
  server: discord.guild.name,
  viewer: viewPerson(discord, viewer.key),
  people: keys.map((key) => viewPerson(discord, key)),
  bot: viewAuthor(discord.bot.user),
  botAvatar,
  online: isOnline(discord),
  files: { maxBytes: MAX_FILE_BYTES, tooLarge: TOO_POWERFUL, maxCount: MESSAGE_FILES },
  channels: viewChannels(discord, viewer),
  messages: viewer.clients
    .flatMap((client) => client.messages())
    .map((message) => viewMessage(message, discord, readerOf(discord, viewer))),
});

export const isOnline = (discord: LocalDiscord): boolean =>
  discord.sessions().some((session) => session.isConnected);
