import { isImpersonal, isPersonNoun, bare, wordSet } from '../../attribution/words/lexicon.ts';

export type Parts = Readonly<Record<'subject' | 'verb' | 'rest', string>>;

/** How one language tells of something in a sentence, and asks for it in the same words. */
export interface Telling {
  readonly sentences: readonly {
    /** Its `subject`, `verb` and `rest`. */
    readonly form: RegExp;
    /** Undefined where that would be no natural question. `subject` is as inside a sentence. */
    readonly ask: (parts: Parts, given: Parts) => string | undefined;
  }[];
  /** They are small inside a sentence. */
  readonly articles: ReadonlySet<string>;
  /** With these a subject may need words that the question would not show. */
  readonly pointing: ReadonlySet<string>;
  /** Whether every noun has a capital, so that a subject without an article may be one. */
  readonly nounsAreCapital?: true;
}

const DATE = String.raw`(?:[Ii]n (?:\p{Lu}\p{L}{2,8} )?|[Oo]n (?:\d{1,2} \p{Lu}\p{L}{2,8} |\p{Lu}\p{L}{2,8} \d{1,2}, ))[12]\d{3}`;
/** Participles of what was done once, not of what is so. */
const DONE = String.raw`(?!(?:estimated|considered|regarded|known|called|used|seen|expected|believed|thought|ranked|based|located|situated|supposed) )\p{L}{2,20}(?:[aeiou]d|ed|en|wn|lt|ld|nt|un|ft|ut)`;
const ENGLISH_SUBJECT = String.raw`(?<subject>\p{L}[^,;:()“”"]{1,80}?)(?:,[^,;:“”"]{1,80},| \([^()“”"]{1,80}\))?`;
const ENGLISH_REST = String.raw`(?: [^,;:()“”"]{1,60}?)?`;
/** Past forms of verbs of which something happens once, with their base. */
const BASES: ReadonlyMap<string, string> = new Map(
  `became become, began begin, won win, took take, left leave, met meet, lost lose, fell fall, came come, built build,
   made make, sold sell, bought buy, wrote write, died die, founded found, moved move, opened open, joined join,
   signed sign, launched launch, announced announce, arrived arrive, returned return, closed close, passed pass,
   established establish, released release, introduced introduce, published publish, started start, ended end,
   captured capture, destroyed destroy, defeated defeat, invaded invade, adopted adopt, created create`
    .split(',')
    .map((pair) => pair.trim().split(' '))
    .map(([past = '', base = '']) => [past, base]),
);
const PAST = [...BASES.keys()].join('|');
/** Of these nothing need follow. */
const ALONE = wordSet('began died opened closed ended started arrived fell returned');

/** Past forms, and participles, of what persons and bodies do. */
const AGENT =
  'appointed|approved|built|chaired|commissioned|designed|directed|discovered|drafted|founded|funded|invented|killed|led|organi[sz]ed|ordered|owned|published|sponsored';

/** "When did the ferry sink?" */
const askDid = ({ subject, verb, rest }: Parts): string | undefined =>
  rest === '' && !ALONE.has(verb) ? undefined : `When did ${subject} ${BASES.get(verb)}${rest}?`;

export const TELLINGS: Readonly<Record<string, Telling>> = {
  en: {
    sentences: [
      {
        form: new RegExp(
          String.raw`^${ENGLISH_SUBJECT} (?<verb>was|were) (?<rest>${DONE}${ENGLISH_REST}) ${DATE}(?= by |[,.])`,
          'u',
        ),
        ask: ({ subject, verb, rest }) => `When ${verb} ${subject} ${rest}?`,
      },
      {
        form: new RegExp(
          String.raw`^${DATE},? ${ENGLISH_SUBJECT} (?<verb>was|were) (?<rest>${DONE}${ENGLISH_REST})(?=[,.])`,
          'u',
        ),
        ask: ({ subject, verb, rest }) => `When ${verb} ${subject} ${rest}?`,
      },
      {
        form: new RegExp(
          String.raw`^${ENGLISH_SUBJECT} (?<verb>${PAST})(?<rest>${ENGLISH_REST}) ${DATE}(?=[,.])`,
          'u',
        ),
        ask: askDid,
      },
      {
        form: new RegExp(
          String.raw`^${DATE},? ${ENGLISH_SUBJECT} (?<verb>${PAST})(?<rest>${ENGLISH_REST})(?=[,.])`,
          'u',
        ),
        ask: askDid,
      },
      {
        form: new RegExp(
          String.raw`^${ENGLISH_SUBJECT} (?<verb>is|are|was|were) (?<rest>(?:an?|the|one) [^,.;:()]{6,90}?)(?= (?:that|which|who|whose|where|when|because|and|but) |[,.;:(])`,
          'u',
        ),
        ask: askWhat,
      },
      {
        form: new RegExp(
          String.raw`^${ENGLISH_SUBJECT} (?:was|were) (?:\p{L}+ly )?(?<verb>${AGENT}) by (?=(?:the )?\p{Lu})`,
          'u',
        ),
        ask: ({ subject, verb }) => `Who ${verb} ${subject}?`,
      },
    ],
    articles: wordSet('the a an'),
    pointing: wordSet(
      `this that these those he she it they his her its their my our your we i you here there such former latter him
       them us me who which ago then now today yesterday so other another both same himself herself itself themselves
       following above below not never nor neither no if when while many some most all`,
    ),
  },
  de: {
    sentences: [
      {
        form: /^(?<subject>\p{L}[^,;:()„“"»«]{1,80}?) (?<verb>wurden?) (?:(?:im Jahre? )?[12]\d{3}|im \p{L}{3,9} [12]\d{3}|am \d{1,2}\. \p{L}{3,9} [12]\d{3}) (?<rest>[^,;:()„“"»«.]{3,80}(?:t|en))\.$/u,
        ask: ({ subject, verb, rest }) => `Wann ${verb} ${subject} ${rest}?`,
      },
    ],
    articles: wordSet('der die das'),
    pointing: wordSet(
      `er sie es ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies diese dieser dieses diesem diesen jene
       jener man auch dann dort hier davon daraus dabei und ein eine welche welcher ihm ihn ihnen sich selbst dessen deren nicht nie kein keine`,
    ),
    nounsAreCapital: true,
  },
  fr: {
    sentences: [
      {
        form: /^(?<subject>\p{L}[^,;:()«»"]{1,80}?) (?<verb>(?:a|ont) été|furent|fut) (?<rest>\p{L}{2,20}(?:é|i|u|[iu]t)e?s?) (?:en (?:\p{L}{3,9} )?|le \d{1,2}(?:er)? \p{L}{3,9} )[12]\d{3}(?= par |\.$)/u,
        ask: ({ subject, verb, rest }) => `Quand ${verb} ${rest} ${subject}\u00A0?`,
      },
    ],
    articles: wordSet('le la les'),
    pointing: wordSet(
      'il elle ils elles ce cette ces cet son sa ses leur leurs qui que dont où et y en un une des celui celle ceux',
    ),
  },
  es: {
    sentences: [
      {
        form: /^(?<subject>\p{L}[^,;:()«»"]{1,80}?) (?<verb>fue|fueron) (?<rest>\p{L}{2,20}(?:[aií]d|crit|iert|ech)[oa]s?) en (?:el año )?(?:\p{L}{4,10} de )?[12]\d{3}(?= por |\.$)/u,
        ask: ({ subject, verb, rest }) => `¿Cuándo ${verb} ${rest} ${subject}?`,
      },
    ],
    articles: wordSet('el la los las'),
    pointing: wordSet(
      'él ella ellos ellas este esta estos estas ese esa su sus que quien cuyo donde y lo un una unos unas también aquel',
    ),
  },
  pt: {
    sentences: [
      {
        form: /^(?<subject>\p{L}[^,;:()«»“”"]{1,80}?) (?<verb>foi|foram) (?<rest>\p{L}{2,20}(?:[aií]d|crit|bert|eit)[oa]s?) em (?:\p{L}{4,10} de )?[12]\d{3}(?= por | pel|\.$)/u,
        ask: ({ subject, verb, rest }) => `Quando ${verb} ${rest} ${subject}?`,
      },
    ],
    articles: wordSet('o a os as'),
    pointing: wordSet(
      'ele ela eles elas este esta estes estas esse essa seu sua seus suas que quem cujo onde e um uma também aquele',
    ),
  },
};

/** Between the words of a name. */
const SMALL = wordSet('of de du des d la le les del los las da do dos das van von bin al and the for');

/** Whether these are the words of a name: "Ludwig van Beethoven". */
export const isNamed = (words: readonly string[]): boolean =>
  words.every((word) => /^\p{Lu}/u.test(word) || SMALL.has(word.toLowerCase()));

/** "What is the Estrella?", or "Who is Rui Sousa?" */
function askWhat({ subject, verb, rest }: Parts, { subject: given }: Parts): string | undefined {
  const words = given.split(' ');
  const [article = ''] = words;
  const isCommon = /^an?$/iu.test(article);
  const name = /^the$/iu.test(article) ? words.slice(1) : words;
  const isName = isNamed(name);
  if (article !== name[0] && !isName) return undefined;
  const [kind = ''] =
    /^\p{L}+ [^,]*?(?=,| (?:of|in|at|for|from|who|that|which|with|to|by|on)\b|$)/u.exec(rest) ?? [];
  if (isPersonNoun(bare(kind.split(' ').at(-1)?.toLowerCase() ?? '')))
    return isName && name.length > 1 ? `Who ${verb} ${subject}?` : undefined;
  // "Ann Lee" may be a person or a ship.
  const mayBePerson =
    article === name[0] &&
    isName &&
    name.length > 1 &&
    !name.some((word) => isImpersonal(bare(word.toLowerCase())));
  // "Warsaw was the first city" does not say what Warsaw is.
  const isPast = (isCommon || name.length === 1) && !/^(?:is|are)$/u.test(verb);
  return isPast || (mayBePerson && !isCommon) ? undefined : `What ${verb} ${subject}?`;
}
