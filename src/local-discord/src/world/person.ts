import type { APIGuildMember, APIUser, Snowflake } from 'discord-api-types/v10';
import { NO_FLAGS } from '../flags.ts';

/** A person or bot: the account, and its membership in the first guild. */
export interface Person {
  readonly user: APIUser;
  readonly member: APIGuildMember;
}

interface NewPerson {
  readonly id: Snowflake;
  readonly name: string;
  /** ISO time. */
  readonly joinedAt: string;
  readonly roles?: readonly Snowflake[];
  readonly bot?: boolean;
}

export const createPerson = ({ id, name, joinedAt, roles = [], bot = false }: NewPerson): Person => {
  const user: APIUser = {
    id,
    // Only people's names must be lower case.
    username: bot ? name : name.toLowerCase(),
    discriminator: bot ? '1234' : '0',
    global_name: bot ? null : name,
    avatar: null,
    bot,
    system: false,
    banner: null,
    accent_color: null,
    flags: NO_FLAGS,
    public_flags: NO_FLAGS,
    primary_guild: null,
  };
  const member: APIGuildMember = {
    user,
    nick: null,
    avatar: null,
    banner: null,
    roles: [...roles],
    joined_at: joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: NO_FLAGS,
    communication_disabled_until: null,
  };
  return { user, member };
};
