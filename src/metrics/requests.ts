import { AsyncLocalStorage } from 'node:async_hooks';
import type { Answer } from '../answer/answer.ts';
import type { QuestionOutcome } from './metrics.ts';

/** One interaction on its way through the bot. */
interface Request {
  readonly id: string;
  /** Whether a question was asked of the library, and what it answered. */
  asked: boolean;
  answer?: Answer['kind'];
  failed: boolean;
}

/** How a request ended. Absent `outcome`: it was no question. */
export interface FinishedRequest {
  readonly outcome?: QuestionOutcome;
  readonly failed: boolean;
  readonly milliseconds: number;
}

/**
 * Tells which request the running code works for, however deep it stands: so that log lines can name it, and so that
 * the library's answer is counted as that of the interaction that asked.
 */
export interface Requests {
  /** Runs `work` as the request `id`. */
  run(id: string, work: () => Promise<void>): Promise<FinishedRequest>;
  /** The fields of a log line that is written now. */
  readonly fields: () => { readonly request?: string };
  asked(): void;
  answered(kind: Answer['kind']): void;
  readonly failed: () => void;
}

/** @param now milliseconds, from any beginning */
export function createRequests(now: () => number = performance.now.bind(performance)): Requests {
  const running = new AsyncLocalStorage<Request>();
  const note = (change: (request: Request) => void) => {
    const request = running.getStore();
    if (request) change(request);
  };
  return {
    async run(id, work) {
      const request: Request = { id, asked: false, failed: false };
      const started = now();
      await running.run(request, work);
      const { asked, failed, answer } = request;
      const outcome = failed ? 'failed' : answer;
      return {
        ...(asked && outcome !== undefined && { outcome }),
        failed,
        milliseconds: now() - started,
      };
    },
    fields() {
      const request = running.getStore();
      return request ? { request: request.id } : {};
    },
    asked: () => note((request) => (request.asked = true)),
    answered: (kind) => note((request) => (request.answer = kind)),
    failed: () => note((request) => (request.failed = true)),
  };
}
