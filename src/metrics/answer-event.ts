import type { Answer } from '../answer/answer.ts';

/** The outcome of a question: the kind of its answer, or that we failed to give one. */
export type QuestionOutcome = Answer['kind'] | 'failed';

/** One question and its outcome. Sent once, when Discord has the answer, or when it is certain that it never will. */
export interface AnswerEvent {
  /** Id of the interaction or the message that asked. */
  readonly request: string;
  /** How it was asked: the kind of the interaction by Discord's name, or `Mention`. */
  readonly kind: string;
  readonly question: string;
  /** What the library answered, delivered or not; absent when it failed to. */
  readonly answer?: Answer['kind'];
  readonly outcome: QuestionOutcome;
  /** From the arrival of the question. */
  readonly milliseconds: number;
}

/** Must neither throw nor take long. */
export type AnswerListener = (event: AnswerEvent) => void;
