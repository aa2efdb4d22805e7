import {
  ApplicationIntegrationType,
  InteractionContextType,
  type APIBaseInteraction,
  type APIDMChannel,
  type APITextChannel,
  type InteractionType,
  type Locale,
} from 'discord-api-types/v10';
import { MAX_FILE_BYTES } from '../rest/read-body.ts';
import type { State } from '../state/state.ts';
import { ALL_PERMISSIONS, permissionsOf } from '../world/permissions.ts';
import { memberOf, type Guild } from '../world/guild.ts';
import type { Person } from '../world/person.ts';
import type { Thread } from '../world/thread.ts';

/** Who acts, where, and in which language their client is. */
export interface ClientContext {
  readonly person: Person;
  readonly channel: APITextChannel | APIDMChannel | Thread;
  readonly locale: Locale;
}

type Base = Omit<APIBaseInteraction<InteractionType, unknown>, 'type' | 'data' | 'message'>;
type Common = Base & Required<Pick<Base, 'channel' | 'channel_id'>>;

const inGuild = ({ world }: State, guild: Guild, { person, channel }: ClientContext) => {
  const permissions = String(permissionsOf(guild, person));
  const { preferred_locale: locale, features, id } = guild;
  return {
    context: InteractionContextType.Guild,
    guild_id: id,
    guild: { id, locale, features },
    guild_locale: locale,
    channel: { ...channel, permissions },
    member: { ...memberOf(guild, person), permissions },
    app_permissions: String(permissionsOf(guild, world.bot)),
    authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: id },
  };
};

const inPrivate = ({ person, channel }: ClientContext) => ({
  context: InteractionContextType.BotDM,
  channel,
  user: person.user,
  app_permissions: String(ALL_PERMISSIONS),
  // Discord's documentation, "Authorizing Integration Owners Object": 0 in the bot's private channel.
  authorizing_integration_owners: { [ApplicationIntegrationType.GuildInstall]: '0' },
});

/** The fields that all interactions have. */
export const commonPayload = (state: State, context: ClientContext, token: string): Common => {
  const guild = state.world.guildOf(context.channel.id);
  return {
    id: state.snowflake(),
    application_id: state.world.applicationId,
    token,
    version: 1,
    channel_id: context.channel.id,
    locale: context.locale,
    entitlements: [],
    attachment_size_limit: MAX_FILE_BYTES,
    ...(guild ? inGuild(state, guild, context) : inPrivate(context)),
  };
};
