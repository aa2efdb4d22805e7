/** What a server's admins chose for it. */
export interface Settings {
  /** Ids of the channels where answers are shown to everybody. */
  readonly publicChannels: readonly string[] | 'all';
  /** The id of the report that is asked when a question names none. */
  readonly defaultReport?: string | undefined;
  /** Whether the bot answers where it is mentioned. */
  readonly mentions: boolean;
  /** Which reports are asked: the server's own, those that all servers share, or both. */
  readonly reports: 'own' | 'shared' | 'both';
  /** Where its managers are told what was not answered, and in which language (BCP 47); absent: nowhere. */
  readonly alerts?: { readonly channel: string; readonly locale: string } | undefined;
  /** They could not be read: these are cautious ones in their place, not to be shown or kept. */
  readonly areGuessed?: true;
}

/** The server whose own reports were asked too; undefined: only those that all servers share. Others never see it. */
export type Owner = string | undefined;

export type VoteKind = 'helped' | 'wrong';

/** What one person says of one answer. */
export interface Vote {
  /** Never stored: only a keyed hash of it together with the answer is. */
  readonly personId: string;
  /** Names the answer; made by the caller. */
  readonly answer: string;
  readonly question: string;
  readonly report: string;
  /** Counted from 1. */
  readonly paragraph: number;
  readonly kind: VoteKind;
  readonly owner: Owner;
}

export interface VoteCounts {
  readonly helped: number;
  readonly wrong: number;
}

/** A question that the reports did not answer, or answered with a passage that a person called wrong. */
export type GapKey =
  | { readonly kind: 'unanswered'; readonly question: string }
  | {
      readonly kind: 'wrong passage';
      readonly question: string;
      readonly passage: { readonly report: string; readonly paragraph: number };
    };

export type Gap = GapKey & {
  /** How often within the retention: askings, or people who voted "wrong". */
  readonly count: number;
  /** The first of these that is kept and the latest, in milliseconds since 1970. */
  readonly first: number;
  readonly last: number;
  /** Whether a person has marked it as seen. */
  readonly seen: boolean;
};

/** A server whose managers may be told now what was not answered. */
export interface AlertTurn {
  readonly server: string;
  /** The time of the latest gap that they were told of, in milliseconds since 1970; 0 at first. */
  readonly told: number;
}

/**
 * What the bot keeps between starts. A promise of a write resolves when the write is on the disk, and rejects with a
 * `StoreError` when it is not: a full disk, for one. Then nothing of it is kept, the store stays usable, and a later
 * write may succeed; the bot goes on answering. Questions are kept as `storedQuestion()` makes them, and compared so.
 */
export interface Store {
  /** False with `STORE=off`: then nothing is found, unanswered questions vanish, and votes and settings are refused. */
  readonly keeps: boolean;
  /** How long questions and votes are kept. */
  readonly retentionDays: number;
  /** Undefined: nothing was chosen for this server. Cheap enough to be asked at every question. */
  settings(serverId: string): Promise<Settings | undefined>;
  saveSettings(serverId: string, settings: Settings): Promise<void>;
  /** A second vote of the same person on the same answer replaces the first. */
  vote(vote: Vote): Promise<void>;
  /** Takes the person's vote on the answer back, if there is one. */
  takeBack(personId: string, answer: string): Promise<void>;
  voteOf(personId: string, answer: string): Promise<VoteKind | undefined>;
  votesOn(answer: string): Promise<VoteCounts>;
  /** A question of white space only is not kept. */
  keepUnanswered(question: string, owner: Owner): Promise<void>;
  /** The most frequent first; of equally frequent ones the latest. Equal questions are counted together. */
  gaps(owner: Owner): Promise<readonly Gap[]>;
  /** Forgets these, "wrong" votes included. Asked or voted again, they come again. */
  dismiss(gaps: readonly GapKey[], owner: Owner): Promise<void>;
  /** Marks as seen what was there by `until`, in milliseconds since 1970. It stays so when it is asked or voted again. */
  markSeen(owner: Owner, until: number): Promise<void>;
  /**
   * Takes the turn of a server with alerts that had none for a day: within a day nobody else gets it, another process
   * included. Undefined: no server is due. A server that has just chosen a channel is.
   */
  takeAlertTurn(): Promise<AlertTurn | undefined>;
  /** `told` is what the server's next turn says. */
  saveTold(turn: AlertTurn): Promise<void>;
  /** Finishes the writes that were begun. Whatever is asked afterwards rejects; a second call does nothing. */
  close(): Promise<void>;
}
