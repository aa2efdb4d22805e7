import type { ShownPassage } from '../../search/ranking/ranker.ts';
import type { Remembered } from './remember-answer.ts';

/** What a reply answers, kept for the questions that may lean on it. */
export interface Answered {
  readonly remembered: Remembered;
  /** Id of the one report that was asked because the person named it. */
  readonly report?: string;
  /** The reports whose words are remembered: by id, a hash of everything in each. */
  readonly sources: ReadonlyMap<string, string>;
  /** What was quoted, and what was left out because it had been quoted before. */
  readonly quoted: readonly ShownPassage[];
}
