import {
  type APIApplicationCommandInteractionMetadata,
  type APIApplicationCommandOptionChoice,
  type APIInteraction,
  type APIMessageComponentInteractionMetadata,
  type APIMessageInteractionMetadata,
  type APIModalInteractionResponseCallbackData,
  ApplicationCommandType,
  InteractionType,
  type Snowflake,
} from 'discord-api-types/v10';
import type { Clock } from '../clock.ts';

/** Milliseconds in which the bot must respond first. Discord's documentation, "Responding to an Interaction". */
export const FIRST_RESPONSE_MS = 3_000;
/** Milliseconds for which an interaction's token is good. */
export const TOKEN_MS = 15 * 60 * 1_000;

/** Keeps a server that runs for days from filling the memory. */
const MAX_KEPT = 20_000;

/** How far the bot is with an interaction. `at`: when it first responded, milliseconds since 1970. */
export type InteractionState =
  | { readonly kind: 'waiting' }
  /** The bot asked for time; the message says "thinking…". */
  | { readonly kind: 'thinking'; readonly at: number; readonly messageId: Snowflake }
  | { readonly kind: 'replied'; readonly at: number; readonly messageId: Snowflake }
  /** The bot acknowledged a click, and may still change the message. */
  | { readonly kind: 'update-deferred'; readonly at: number; readonly messageId: Snowflake }
  | { readonly kind: 'updated'; readonly at: number; readonly messageId: Snowflake }
  | {
      readonly kind: 'suggested';
      readonly at: number;
      readonly choices: readonly APIApplicationCommandOptionChoice[];
    }
  | { readonly kind: 'modal'; readonly at: number; readonly modal: APIModalInteractionResponseCallbackData }
  /** What a person sees as "The application did not respond". */
  | { readonly kind: 'failed'; readonly reason: string };

/** An immutable view of one interaction; a change makes a new one. */
export interface Interaction {
  readonly payload: APIInteraction;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  /** For a submitted modal: the interaction that opened it. */
  readonly openedBy: Snowflake | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly state: InteractionState;
  /** Whether the bot first asked for time. */
  readonly deferred: boolean;
  readonly followUps: readonly Snowflake[];
}

export interface Interactions {
  /** Only the newest are kept. */
  add(interaction: Pick<Interaction, 'payload' | 'userId' | 'channelId' | 'openedBy'>): Interaction;
  find(id: Snowflake): Interaction | undefined;
  findByToken(token: string): Interaction | undefined;
  change(id: Snowflake, change: Partial<Pick<Interaction, 'state' | 'deferred' | 'followUps'>>): Interaction;
}

/** The message that an interaction's first response made or changed. */
export const originalMessageId = ({ state }: Interaction): Snowflake | undefined =>
  'messageId' in state ? state.messageId : undefined;

/** `changed` hears of each new state. */
export const createInteractions = (
  clock: Clock,
  changed: (interaction: Interaction) => void,
): Interactions => {
  const stored = new Map<Snowflake, Interaction>();

  const put = (interaction: Interaction): Interaction => {
    stored.set(interaction.payload.id, interaction);
    changed(interaction);
    return interaction;
  };

  /** Fails the interaction if it is still in state `kind` when `milliseconds` have passed. */
  const failAfter = (
    id: Snowflake,
    milliseconds: number,
    kind: InteractionState['kind'],
    reason: string,
  ): void => {
    clock.after(milliseconds, () => {
      const interaction = stored.get(id);
      if (interaction?.state.kind === kind) put({ ...interaction, state: { kind: 'failed', reason } });
    });
  };

  return {
    add: (interaction) => {
      const { id } = interaction.payload;
      const createdAt = clock.now();
      failAfter(id, FIRST_RESPONSE_MS + 1, 'waiting', 'the bot did not respond within 3 seconds');
      failAfter(id, TOKEN_MS + 1, 'thinking', 'the bot did not finish within 15 minutes');
      const [oldest] = stored.keys();
      if (oldest !== undefined && stored.size >= MAX_KEPT) stored.delete(oldest);
      return put({
        ...interaction,
        createdAt,
        state: { kind: 'waiting' },
        deferred: false,
        followUps: [],
      });
    },
    find: (id) => stored.get(id),
    findByToken: (token) => [...stored.values()].find(({ payload }) => payload.token === token),
    change: (id, change) => {
      const interaction = stored.get(id);
      if (!interaction) throw new Error(`Cannot change interaction ${id}: there is none`);
      return put({ ...interaction, ...change });
    },
  };
};

type Opener = APIApplicationCommandInteractionMetadata | APIMessageComponentInteractionMetadata;

const common = ({ id, authorizing_integration_owners, member, user }: APIInteraction) => {
  const person = member?.user ?? user;
  if (!person) throw new Error(`Cannot describe interaction ${id}: nobody started it`);
  return { id, authorizing_integration_owners, user: person };
};

const describeOpener = (payload: APIInteraction): Opener => {
  if (payload.type === InteractionType.MessageComponent) {
    return { ...common(payload), type: payload.type, interacted_message_id: payload.message.id };
  }
  if (payload.type !== InteractionType.ApplicationCommand) {
    throw new Error(`Cannot describe interaction ${payload.id}: type ${payload.type} makes no message`);
  }
  const target = payload.data.type === ApplicationCommandType.Message ? payload.data.target_id : undefined;
  return { ...common(payload), type: payload.type, ...(target ? { target_message_id: target } : {}) };
};

/** What a message says of the interaction that it answers. */
export const describeInteraction = (
  interactions: Interactions,
  { payload, openedBy }: Interaction,
): APIMessageInteractionMetadata => {
  if (payload.type !== InteractionType.ModalSubmit) return describeOpener(payload);
  const opener = openedBy === undefined ? undefined : interactions.find(openedBy);
  if (!opener) throw new Error(`Cannot describe interaction ${payload.id}: nothing opened its modal`);
  return {
    ...common(payload),
    type: payload.type,
    triggering_interaction_metadata: describeOpener(opener.payload),
  };
};
