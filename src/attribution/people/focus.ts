import type { Referent } from './known-people.ts';

/** A referent in a sentence: as its subject or as one who speaks in it, else only in passing. */
interface Sighting {
  readonly referent: Referent;
  readonly leads: boolean;
  /** Counted over the report. */
  readonly sentence: number;
}

/** Those whom a pronoun may mean now. */
export type Focus = readonly Sighting[];

/** One sentence, or its beginning. */
export interface Sighted {
  readonly sentence: number;
  readonly leading: readonly Referent[];
  readonly passing: readonly Referent[];
}

/** Sentences in which somebody is not named before "he" no longer means them. */
const MEMORY = 3;

/** Of a sentence that names more nobody is meant for certain; the limit keeps the time linear. */
const MOST = 10;

const KINDS: Readonly<Record<string, readonly Referent['kind'][]>> = {
  he: ['male', 'person'],
  she: ['female', 'person'],
  it: ['body'],
  they: ['several'],
};

/** Whether one pronoun could mean both. */
const competes = (a: Referent, b: Referent): boolean =>
  Object.values(KINDS).some((kinds) => kinds.includes(a.kind) && kinds.includes(b.kind));

/**
 * Who is in focus after a sentence: those who lead it, in place of those before whom the same pronoun would mean. One
 * mentioned in passing, where nobody leads, takes the lead from those before without getting it.
 */
export const moveFocus = (before: Focus, sighted: Sighted): Focus => {
  const { sentence } = sighted;
  const leading = sighted.leading.slice(-MOST);
  const others = sighted.passing.slice(-MOST).filter((referent) => !leading.includes(referent));
  const kept = before.filter(
    ({ referent, sentence: at }) =>
      sentence - at <= MEMORY &&
      !others.includes(referent) &&
      !leading.some((leader) => leader === referent || competes(leader, referent)),
  );
  const doubt = (referent: Referent): boolean => others.some((other) => competes(other, referent));
  return [
    ...leading.map((referent) => ({ referent, leads: true, sentence })),
    ...others.map((referent) => ({ referent, leads: false, sentence })),
    ...kept.map((sighting) => (doubt(sighting.referent) ? { ...sighting, leads: false } : sighting)),
  ];
};

/** Whom a pronoun means in a sentence: in doubt somebody without other words. */
export const findMeant = (word: string, focus: Focus, now: number): Referent | undefined => {
  const kinds = KINDS[word];
  const kind = kinds?.[0];
  if (kind === undefined) return undefined;
  const personal = word === 'he' || word === 'she';
  const fitting = focus.filter(
    ({ referent, sentence, leads }) =>
      kinds?.includes(referent.kind) === true && (personal || (leads && now - sentence <= 1)),
  );
  const leaders = fitting.filter(({ leads }) => leads);
  const [only, ...rest] = leaders.length > 0 ? leaders : fitting;
  // "Soto met Mr Vance. He said": the other is a man for certain.
  const doubtful =
    only?.referent.kind === 'person' &&
    fitting.some(({ referent }) => referent !== only.referent && referent.kind !== 'person');
  if (only === undefined || rest.length > 0 || doubtful) return { fullest: undefined, kind };
  only.referent.kind = kind;
  return only.referent;
};
