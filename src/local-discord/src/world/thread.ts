import {
  ChannelType,
  ThreadAutoArchiveDuration,
  type APIMessage,
  type APIPublicThreadChannel,
  type Snowflake,
} from 'discord-api-types/v10';
import { NO_FLAGS } from '../flags.ts';

/** A thread that can be used like a channel. */
export type Thread = APIPublicThreadChannel & { readonly parent_id: Snowflake; readonly guild_id: Snowflake };

interface NewThread {
  /** The message on which it is begun: both have the same id. */
  readonly message: Pick<APIMessage, 'id' | 'channel_id'>;
  readonly guildId: Snowflake;
  readonly name: string;
  readonly ownerId: Snowflake;
  /** ISO 8601. */
  readonly at: string;
}

export const createThread = ({ message, guildId, name, ownerId, at }: NewThread): Thread => ({
  id: message.id,
  type: ChannelType.PublicThread,
  guild_id: guildId,
  parent_id: message.channel_id,
  owner_id: ownerId,
  name,
  last_message_id: null,
  rate_limit_per_user: 0,
  message_count: 0,
  total_message_sent: 0,
  member_count: 1,
  flags: NO_FLAGS,
  thread_metadata: {
    archived: false,
    archive_timestamp: at,
    auto_archive_duration: ThreadAutoArchiveDuration.OneDay,
    create_timestamp: at,
    locked: false,
  },
});
