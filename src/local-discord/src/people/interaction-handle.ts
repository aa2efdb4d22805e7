import type { APIApplicationCommandOptionChoice, APIMessage, Snowflake } from 'discord-api-types/v10';
import type { Interaction, InteractionState } from '../state/interactions.ts';
import { originalMessageId } from '../state/interactions.ts';
import type { State } from '../state/state.ts';
import type { OpenModal } from './modal-input.ts';

/** What a person sees of an interaction they started. Promises are settled by the bot, or by the server's clock. */
export interface InteractionHandle {
  readonly id: Snowflake;
  readonly state: InteractionState;
  /** Whether the bot first asked for time. */
  readonly deferred: boolean;
  /** Whether the answer is for this person alone. */
  readonly ephemeral: boolean;
  /** The answer as it is now; also a "thinking…" message. Undefined when there is none, or it was deleted. */
  readonly message: APIMessage | undefined;
  readonly followUps: readonly APIMessage[];
  /** The finished answer: a reply, a deferral once edited, a message that was updated. Rejects when there will be none. */
  response(): Promise<APIMessage>;
  /** The bot's first response, whatever it is. Rejects when there is none in time. */
  acknowledged(): Promise<InteractionState>;
  /** The n-th follow-up message, counted from 1. */
  followUp(n: number): Promise<APIMessage>;
  /** The suggestions for an autocompleted option. */
  choices(): Promise<readonly APIApplicationCommandOptionChoice[]>;
  modal(): Promise<OpenModal>;
}

/** What the state of an interaction says of something that is waited for; undefined while it may still come. */
type Outcome<T> =
  | { readonly kind: 'resolved'; readonly value: T }
  | { readonly kind: 'rejected'; readonly why: string }
  | undefined;

const resolved = <T>(value: T): Outcome<T> => ({ kind: 'resolved', value });
const rejected = (why: string): Outcome<never> => ({ kind: 'rejected', why });

export const createHandle = ({ interactions, messages, bus }: State, id: Snowflake): InteractionHandle => {
  const current = (): Interaction => {
    const interaction = interactions.find(id);
    if (!interaction) throw new Error(`There is no interaction ${id}`);
    return interaction;
  };

  /** Checks now, and again after every event, until there is an outcome. */
  const until = async <T>(wanted: string, check: (interaction: Interaction) => Outcome<T>): Promise<T> =>
    await new Promise<T>((resolve, reject) => {
      const settle = (): boolean => {
        const { state } = current();
        const result = state.kind === 'failed' ? rejected(state.reason) : check(current());
        if (!result) return false;
        if (result.kind === 'resolved') resolve(result.value);
        else reject(new Error(`Interaction ${id} has no ${wanted}: ${result.why}`));
        return true;
      };
      if (settle()) return;
      const stop = bus.subscribe(() => {
        if (settle()) stop();
      });
    });

  const find = (messageId: Snowflake): Outcome<APIMessage> => {
    const found = messages.find(messageId);
    return found ? resolved(found.message) : rejected('the message was deleted');
  };

  return {
    id,
    get state() {
      return current().state;
    },
    get deferred() {
      return current().deferred;
    },
    get message() {
      const original = originalMessageId(current());
      return original === undefined ? undefined : messages.find(original)?.message;
    },
    get ephemeral() {
      const original = originalMessageId(current());
      return original !== undefined && messages.find(original)?.viewer !== undefined;
    },
    get followUps() {
      return current().followUps.flatMap((followUp) => messages.find(followUp)?.message ?? []);
    },
    response: () =>
      until('response', ({ state }) => {
        switch (state.kind) {
          case 'waiting':
          case 'failed':
          case 'update-deferred':
            return undefined;
          case 'thinking':
            return messages.find(state.messageId) ? undefined : rejected('the message was deleted');
          case 'replied':
          case 'updated':
            return find(state.messageId);
          case 'suggested':
          case 'modal':
            return rejected(`the bot answered with ${state.kind}`);
        }
      }),
    acknowledged: () =>
      until('first response', ({ state }) => (state.kind === 'waiting' ? undefined : resolved(state))),
    followUp: (n) =>
      until('follow-up', ({ followUps }) => {
        const followUp = followUps[n - 1];
        return followUp === undefined ? undefined : find(followUp);
      }),
    choices: () =>
      until('choices', ({ state }) => {
        if (state.kind === 'waiting') return undefined;
        return state.kind === 'suggested'
          ? resolved(state.choices)
          : rejected(`the bot answered with ${state.kind}`);
      }),
    modal: () =>
      until('modal', ({ state }) => {
        if (state.kind === 'waiting') return undefined;
        return state.kind === 'modal'
          ? resolved({ data: state.modal, openedBy: id })
          : rejected(`the bot answered with ${state.kind}`);
      }),
  };
};
