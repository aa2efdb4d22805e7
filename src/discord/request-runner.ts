import type { Answer } from '../answer/answer.ts';
import type { AnswerEvent, AnswerListener } from '../metrics/answer-event.ts';
import type { BotContext, CommandContext } from './command.ts';

/** Answers one request. Gives whether the person has the answer, or needs none. Never rejects. */
export type RequestWork = (context: CommandContext) => Promise<boolean>;

/** Runs requests, and reports their outcomes. */
export interface RequestRunner {
  /** @param kind the kind of the interaction by Discord's name, or `Mention`. */
  run(id: string, kind: string, work: RequestWork): Promise<void>;
  /** Resolves when all requests that were begun are finished. */
  settled(): Promise<void>;
}

export interface RequestRunnerOptions {
  readonly context: BotContext;
  /** Called for every question when it is answered, or has failed. */
  readonly answered?: readonly AnswerListener[];
  /** Called when a person is left without the answer, to a question or to anything else. */
  readonly failed?: () => void;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

export function createRequestRunner({
  context,
  answered = [],
  failed = () => undefined,
  now = performance.now.bind(performance),
}: RequestRunnerOptions): RequestRunner {
  const running = new Set<Promise<void>>();

  async function answer(request: string, kind: string, work: RequestWork): Promise<void> {
    const started = now();
    let asked: { readonly question: string; readonly answer?: Answer['kind'] } | undefined;
    const isDelivered = await work({
      ...context,
      async answer(library, question, options) {
        asked = { question };
        const answer = await library.answer(question, options);
        asked = { question, answer: answer.kind };
        return answer;
      },
    });
    if (!isDelivered) failed();
    if (!asked) return;
    const outcome = isDelivered ? (asked.answer ?? 'failed') : 'failed';
    const event: AnswerEvent = { request, kind, ...asked, outcome, milliseconds: now() - started };
    for (const listener of answered) listener(event);
  }

  return {
    async run(id, kind, work) {
      const finished = answer(id, kind, work);
      running.add(finished);
      await finished;
      running.delete(finished);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
