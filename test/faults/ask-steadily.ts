import { setTimeout as sleep } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import { wordingFor } from '../../src/i18n/wording.ts';
import { messageText } from '../support/message-text.ts';
import type { Asked } from './fault.ts';
import type { World } from './world.ts';

/** Questions a second. */
export const RATE = 30;
/** One in so many is asked by a mention, the others with `/ask`. */
const MENTION_EVERY = 4;
/** One in so many lists what is found, where generations are published. */
const LIST_EVERY = 4;
/** Milliseconds between two looks at what is due. */
const TICK = 5;
/** Milliseconds between two looks at what is answered. */
const LOOK = 100;
/** Milliseconds after which nobody waits for an answer any more: more than Discord's 3,000. */
const LAST_WAIT = 4000;

/** The last one is kept in the store, as a question that the reports do not answer. */
const QUESTIONS = [
  { question: 'Who is Yahya Rasool?', expected: 'Yahya Rasool' },
  { question: 'How many fighters died?', expected: '250' },
  { question: 'Which zebra won?', expected: 'do not answer' },
] as const;
/** Where generations of reports are published: lists many paragraphs, each of which says its generation. */
const LISTED = { words: 'harbour', expected: 'is generation' } as const;
const GENERATION = /is generation (\d+)/gu;

const { notes } = wordingFor('en-US');
/** What the bot says where it cannot answer. */
const EXCUSES: readonly string[] = [
  notes.apology,
  notes.blocked,
  notes.storeFailed,
  notes.searchAway,
  notes.reportsAway,
];

export interface Questions {
  readonly asked: readonly Asked[];
  /** Whether a question that is asked from now on has its answer within so many milliseconds. */
  isAnswered(within: number): Promise<boolean>;
  /** Asks no more; resolves when every question has its answer, or will have none. */
  stop(): Promise<readonly AnsweredQuestion[]>;
}

export interface AnsweredQuestion extends Asked {
  /** Right answers that somebody can see: more than one is a doubled answer. */
  readonly answers: number;
  /** Whether the bot said that it could not answer. */
  readonly isTold: boolean;
  /** What it said that is neither, or is of two generations at once. */
  readonly wrong: readonly string[];
}

/** Asks the bot at {@link RATE}, whether or not earlier questions are answered. */
export function askSteadily({
  discord,
  member,
  servers,
}: Pick<World, 'discord' | 'member'> & Partial<Pick<World, 'servers'>>): Questions {
  const started = performance.now();
  const asked: Asked[] = [];
  const stopping = new AbortController();
  const before = BigInt(member.messages().at(-1)?.id ?? 0);

  function ask(): void {
    const { question, expected } = QUESTIONS[asked.length % QUESTIONS.length] ?? QUESTIONS[0];
    const kind = asked.length % MENTION_EVERY === 0 ? 'mention' : 'command';
    const isReachable = discord.sessions().some(({ isConnected }) => isConnected);
    const at = performance.now();
    if (servers !== undefined && asked.length % LIST_EVERY === 1) {
      const { words, expected: listed } = LISTED;
      const { id } = member.command('search', { words });
      return void asked.push({ id, kind: 'command', at, isReachable, expected: listed });
    }
    const { id } = kind === 'mention' ? member.mention(question) : member.command('ask', { question });
    asked.push({ id, kind, at, isReachable, expected });
  }
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      while (started + (1000 * asked.length) / RATE <= performance.now()) ask();
      await sleep(TICK);
    }
  }
  const running = run();

  function look(): readonly AnsweredQuestion[] {
    const replies = groupReplies(member.messages().filter(({ id }) => BigInt(id) > before));
    return asked.map((question) => {
      const texts = replies.get(question.id) ?? [];
      return {
        ...question,
        answers: texts.filter((text) => text.includes(question.expected)).length,
        isTold: texts.some(isExcuse),
        wrong: texts.filter(
          (text) => isMixed(text) || (text !== '' && !text.includes(question.expected) && !isExcuse(text)),
        ),
      };
    });
  }
  const isExcuse = (text: string) => EXCUSES.some((excuse) => text.includes(excuse));
  const isMixed = (text: string) =>
    new Set(Array.from(text.matchAll(GENERATION), ([, number]) => number)).size > 1;
  const isSettled = ({ answers, isTold }: AnsweredQuestion) => answers > 0 || isTold;

  return {
    asked,
    async isAnswered(within) {
      const from = asked.length;
      const end = performance.now() + within;
      while (!look().slice(from).some(isSettled)) {
        if (performance.now() > end) return false;
        await sleep(LOOK);
      }
      return true;
    },
    async stop() {
      stopping.abort();
      await running;
      const end = performance.now() + LAST_WAIT;
      while (performance.now() < end && !look().every(isSettled)) await sleep(LOOK);
      return look();
    },
  };
}

/** The texts of the bot's messages, by the id of what they answer. */
function groupReplies(messages: readonly APIMessage[]): ReadonlyMap<string, readonly string[]> {
  const replies = new Map<string, string[]>();
  for (const message of messages) {
    const id = message.interaction_metadata?.id ?? message.message_reference?.message_id;
    if (id === undefined || !message.author.bot) continue;
    const texts = replies.get(id) ?? [];
    texts.push(messageText(message));
    replies.set(id, texts);
  }
  return replies;
}
