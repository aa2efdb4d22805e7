import { type AskedFor, askElse, askIndirectly, askOtherwise } from './ask-otherwise.ts';
import { type AskedFrame, readFrame } from './asked-frame.ts';
import type { Referent } from './referents.ts';
import { isSame, type Remembered } from './remember-answer.ts';

/** `keepsTopic`: the next question leans on what was asked before this one. */
export interface ReadFragment {
  readonly question: string;
  readonly keepsTopic?: true;
}
type Fragment = (remembered: Remembered) => ReadFragment | undefined;

const asksFor =
  (wanted: AskedFor): Fragment =>
  ({ frame }) => {
    if (frame?.asked.to === 1 && frame.tokens[0]?.lower === wanted.toLowerCase()) return undefined;
    const question = frame && askOtherwise(frame, wanted);
    return question === undefined ? undefined : { question };
  };

const whoSaid: Fragment = ({ frame, isQuoted, reported }) => {
  if (!isQuoted) return undefined;
  const said = reported === undefined ? frame && askIndirectly(frame) : `that ${reported}`;
  return said === undefined ? undefined : { question: `Who said ${said}`, keepsTopic: true };
};

const whoIsThat: Fragment = ({ named, speaker }) => {
  const spoke = speaker && isPerson(speaker) ? speaker : undefined;
  const person = onlyOne(named.filter(isManOrWoman)) ?? spoke;
  return person && { question: `Who is ${person.text}` };
};

const isPerson = ({ kind }: Referent): boolean => kind === 'male' || kind === 'female' || kind === 'person';
const isManOrWoman = ({ kind }: Referent): boolean => kind === 'male' || kind === 'female';

/** Undefined where several are named. */
function onlyOne([first, ...others]: readonly Referent[]): Referent | undefined {
  return first && others.every((other) => isSame(first, other)) ? first : undefined;
}

const asking =
  (ask: (frame: AskedFrame) => string | undefined) =>
  ({ frame }: Pick<Remembered, 'frame'>): ReadFragment | undefined => {
    const question = frame && ask(frame);
    return question === undefined ? undefined : { question };
  };

const elseOf = (word: string) => asking((frame) => askElse(frame, word));

const whatElse: Fragment = (remembered) => {
  const asked = elseOf('what')(remembered);
  if (asked) return asked;
  const name = onlyOne(
    remembered.named.filter(({ kind, isNested }) => kind !== 'several' && kind !== 'thing' && !isNested),
  );
  return name && { question: `What else is said about ${name.text}` };
};

const happened = '(?: (?:(?:is|was) (?:that|this)|did (?:that|this|it) (?:happen|occur|take place)))?';

/** What leans whatever was asked before, in small letters and without marks. */
const FRAGMENTS: readonly (readonly [RegExp, Fragment])[] = [
  [/^who (?:said|says|claims|claimed|reported|told you) (?:that|this|so|it)$/u, whoSaid],
  [
    /^(?:who says|who said|says who|according to whom|according to who|whose words are (?:those|these|they))$/u,
    whoSaid,
  ],
  [/^who (?:is|was) (?:that|this)$/u, whoIsThat],
  [new RegExp(`^(?:why|how come|for what reason)${happened}$`, 'u'), asksFor('Why')],
  [/^why (?:is|was) (?:that|this) so$/u, asksFor('Why')],
  [/^why did (?:they|he|she|it) do (?:that|this|it|so)$/u, asksFor('Why')],
  [
    new RegExp(`^(?:when|(?:on |in )?(?:what|which) (?:day|date|year|month))${happened}$`, 'u'),
    asksFor('When'),
  ],
  [
    /^where(?: (?:was (?:that|this|it)|did (?:that|this|it) (?:happen|occur|take place)))?$/u,
    asksFor('Where'),
  ],
  [/^how(?: (?:was (?:that|this|it) done|did (?:that|this|it) happen))?$/u, asksFor('How')],
  [/^(?:by whom|by who|who did (?:it|that|this))$/u, asking((frame) => askOtherwise(frame, 'By whom'))],
  [/^(?:what|anything|something) else(?: (?:is|was) (?:there|said))?$/u, whatElse],
  [/^tell me more$/u, whatElse],
  [/^who else$/u, elseOf('who')],
  [/^where else$/u, elseOf('where')],
];

const TAIL = / (?:then|though|tho|exactly|again|please|pls|precisely|about it|about that)$/u;

/** "Why?", "when was that?", "who said that?": what names nothing of its own. */
export function completeFragment(written: string, remembered: Remembered): ReadFragment | undefined {
  const plain = readFrame(written)?.text ?? written;
  const words = plain
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .replace(TAIL, '');
  const [, complete] = FRAGMENTS.find(([pattern]) => pattern.test(words)) ?? [];
  return complete?.(remembered);
}
