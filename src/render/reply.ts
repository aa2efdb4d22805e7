import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';

/** A text file that goes with a reply. */
export interface ReplyFile {
  /** `[a-z0-9.-]+`; a file component shows it as `attachment://<name>`. */
  readonly name: string;
  readonly text: string;
}

/** What a command answers: a Components V2 message as plain data. Only `dispatch` sends it. */
export interface Reply {
  /** At most 40 with nested ones, at most {@link TEXT_LIMIT} characters in all text displays. */
  readonly components: readonly APIMessageTopLevelComponent[];
  readonly files?: readonly ReplyFile[];
  /** What was left out because Discord would not show it exactly; each goes to the log as an error. */
  readonly inexact?: readonly string[];
  /** Overrides the command's own rule, as long as nothing was sent yet. */
  readonly private?: boolean;
}

/** Characters that Discord allows over all text displays of one message, after escaping. */
export const TEXT_LIMIT = 4000;
