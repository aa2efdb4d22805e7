import type { AnswerEvent, AnswerListener } from '../metrics/metrics.ts';
import type { BotContext, RequestContext } from './command.ts';
import { createDoor, type Door, type Visit } from './door.ts';

/** One thing that a person asked of the bot. */
export interface Request extends Visit {
  readonly id: string;
  /** The kind of the interaction by Discord's name, or `Mention`. */
  readonly kind: string;
  answer(context: RequestContext): Promise<void>;
  /** Logs why `answer` rejected. Gives whether the person has the answer all the same. Never rejects. */
  handleError(error: unknown): Promise<boolean>;
  /** Told when there is no time for it. */
  dropped(): void;
}

export interface RequestRunnerOptions {
  readonly context: BotContext;
  /** Called for every question when it is answered, or has failed. */
  readonly answered?: readonly AnswerListener[];
  /** Called when a person is left without the answer, to a question or to anything else. */
  readonly failed?: () => void;
  /** Called besides when that is because there was no time for it. */
  readonly dropped?: () => void;
  readonly door?: Door;
  /** Milliseconds, from any beginning. */
  readonly now?: () => number;
}

/** Runs requests, and reports their outcomes. The one error boundary. */
export function createRequestRunner({
  context,
  answered = [],
  failed = () => undefined,
  dropped = () => undefined,
  door = createDoor(),
  now = performance.now.bind(performance),
}: RequestRunnerOptions) {
  const running = new Set<Promise<void>>();

  async function answer(request: Request, arrived: number, leave: () => void): Promise<void> {
    let asked: Pick<AnswerEvent, 'question' | 'owner' | 'answer'> | undefined;
    const noting: RequestContext = {
      ...context,
      leave,
      async answer({ library, owner }, question, options) {
        asked = { question, owner };
        const answer = await library.answer(question, options);
        asked = { ...asked, answer: answer.kind };
        return answer;
      },
    };
    const isDelivered = await request.answer(noting).then(
      () => true,
      (error: unknown) => request.handleError(error),
    );
    if (!isDelivered) failed();
    if (!asked) return;
    const outcome = isDelivered ? (asked.answer ?? 'failed') : 'failed';
    const { id, kind } = request;
    const event: AnswerEvent = { request: id, kind, ...asked, outcome, milliseconds: now() - arrived };
    for (const listener of answered) listener(event);
  }

  async function serve(request: Request): Promise<void> {
    const arrived = now();
    if (await door.enter(request, (leave) => answer(request, arrived, leave))) return;
    request.dropped();
    dropped();
    failed();
  }

  return {
    /** Never rejects. */
    async run(request: Request): Promise<void> {
      const finished = serve(request);
      running.add(finished);
      await finished;
      running.delete(finished);
    },
    /** Resolves when all requests that were begun are finished. */
    async settled(): Promise<void> {
      await Promise.all(running);
    },
  };
}
