/** Something that real Discord, or its published API description, does not allow. */
export interface Violation {
  /** Who broke the rule: the bot that is connected, or this server. */
  readonly by: 'bot' | 'server';
  /** Where it happened, such as `POST /interactions/1/aW/callback` or `gateway`. */
  readonly where: string;
  readonly what: string;
}

/** Collects violations, so that a test can expect none at its end. */
export interface Violations {
  readonly list: readonly Violation[];
  add(violation: Violation): void;
}

export const createViolations = (report: (violation: Violation) => void): Violations => {
  const list: Violation[] = [];
  return {
    list,
    add: (violation) => {
      list.push(violation);
      report(violation);
    },
  };
};
