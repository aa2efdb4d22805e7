import { LRUCache } from 'lru-cache';
import type { Answered } from '../answer/follow-up/answered.ts';
import type { Library } from '../library/library.ts';
import type { RenderContext } from '../render/reply.ts';
import type { ServerContext } from './access.ts';

/** Where and by whom something is asked. */
export interface Asking {
  readonly person: { readonly id: string };
  /** Absent in a direct message. */
  readonly server?: ServerContext | undefined;
  readonly audience: RenderContext['audience'];
  /** The message that the question replies to. */
  readonly repliesTo?: string | undefined;
}

/** What people were last answered, for ten minutes and in memory only. */
export interface Conversations {
  /**
   * What a question leans on: the message that it replies to; else what this person was last answered in this channel;
   * else the message on which this thread was begun. Undefined where nothing is remembered, or where the words are of a
   * report that `library` does not have as it was.
   */
  recall(asking: Asking, library: Pick<Library, 'contentHashes'>): Answered | undefined;
  /** To be called before the answer is sent: the next question may come at once. `undefined` is no answer. */
  remember(asking: Asking, answered: Answered | undefined): void;
  /** The same of the message that answers, once its id is known: others may reply to it. */
  rememberMessage(id: string | undefined, asking: Asking, answered: Answered | undefined): void;
}

const KEPT_FOR = 10 * 60 * 1000;
/** Some 2 KB each. */
const MOST_KEPT = 2000;

interface Kept {
  readonly answered: Answered;
  readonly place: string;
  readonly isPrivate: boolean;
}

/** @param now milliseconds, from any beginning */
export function createConversations(now: () => number): Conversations {
  const kept = new LRUCache<string, Kept>({ max: MOST_KEPT, ttl: KEPT_FOR, ttlResolution: 0, perf: { now } });

  function find({ person, server, repliesTo }: Asking): Kept | undefined {
    const place = placeOf(person, server);
    if (repliesTo !== undefined) return inPlace(kept.get(messageKey(repliesTo)), place);
    const [channel, parent] = server?.channelIds ?? [];
    const begun = server && channel && parent ? kept.get(messageKey(channel)) : undefined;
    return kept.get(personKey(place, person)) ?? inPlace(begun, placeOf(person, server, parent));
  }

  return {
    recall(asking, { contentHashes }) {
      const { answered, isPrivate } = find(asking) ?? {};
      // What only one person has seen is not repeated where all can read it.
      if (!answered || (isPrivate && asking.audience === 'public')) return undefined;
      const isSeen = [...answered.sources].every(([id, hash]) => contentHashes.get(id) === hash);
      return isSeen ? answered : undefined;
    },
    remember(asking, answered) {
      if (!answered) return;
      const entry = entryOf(asking, answered);
      kept.set(personKey(entry.place, asking.person), entry);
    },
    rememberMessage(id, asking, answered) {
      if (answered && id !== undefined) kept.set(messageKey(id), entryOf(asking, answered));
    },
  };
}

const entryOf = ({ person, server, audience }: Asking, answered: Answered): Kept => ({
  answered,
  place: placeOf(person, server),
  isPrivate: audience === 'private',
});

/** A channel or thread of a server; a person's direct messages. */
const placeOf = (
  { id }: Asking['person'],
  server: ServerContext | undefined,
  channel: string | undefined = server?.channelIds[0],
): string => (server ? `${server.id} ${channel}` : `direct ${id}`);

const personKey = (place: string, { id }: Asking['person']): string => `person ${place} ${id}`;
const messageKey = (id: string): string => `message ${id}`;

const inPlace = (found: Kept | undefined, place: string): Kept | undefined =>
  found?.place === place ? found : undefined;
