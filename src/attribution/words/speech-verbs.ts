const KINDS = ['say', 'claim', 'tell', 'ask', 'call', 'find', 'deny'] as const;

/**
 * How a verb takes what was said. `say`: any clause after it. `claim`: a clause, but often a plain object, so it asks
 * for "that" or a finite verb. `tell`: the addressee first. `ask`: only a quotation. `call`: an object, then a quotation. `find`:
 * a clause after "that", with studies and their authors as subjects. `deny`: the clause alone would say the opposite, so
 * the verb belongs to the statement.
 */
export type SpeechVerbKind = (typeof KINDS)[number];

export type VerbForm = 'past' | 'singular' | 'plural' | 'participle';

export interface SpeechVerb {
  readonly kind: SpeechVerbKind;
  readonly form: VerbForm;
  /** Also a noun in this form ("claims", "report"): needs "that" or a quotation, and a clear subject. */
  readonly noun: boolean;
}

/** Verbs whose forms follow from their base. */
const REGULAR: Readonly<Record<SpeechVerbKind, string>> = {
  say: '',
  claim: `acknowledge add advise affirm allege announce answer argue assert caution claim clarify comment complain
    concede conclude confirm contend counter declare disclose emphasise emphasize estimate explain hint insist joke
    lament maintain mention note observe pledge predict proclaim promise protest recall recommend reiterate remark
    repeat reply report respond retort rule speculate state stress suggest testify tweet vow warn`,
  tell: 'assure inform remind notify',
  ask: 'ask continue cry exclaim mutter plead shout urge whisper yell',
  call: 'call brand characterise characterize denounce describe dismiss hail praise',
  find: 'show reveal indicate',
  deny: 'deny dispute doubt',
};
/** Base, singular, participle, past. */
const IRREGULAR: Readonly<Record<SpeechVerbKind, readonly string[]>> = {
  say: ['say says saying said'],
  claim: [
    'admit admits admitting admitted',
    'agree agrees agreeing agreed',
    'forecast forecasts forecasting forecast',
    'quip quips quipping quipped',
    'swear swears swearing swore',
    'write writes writing wrote',
  ],
  tell: ['tell tells telling told'],
  ask: ['begin begins beginning began'],
  call: ['label labels labelling labelled'],
  find: ['find finds finding found'],
  deny: [],
};

/** Forms that are more often nouns or adjectives than verbs. */
const NOUNS = new Set(
  (
    'answer answers comment comments claim claims estimate estimates forecast forecasts hint hints joke joke jokes ' +
    'note notes pledge pledges promise promises protest protests remark remarks reply replies report reports rule rules ' +
    'state states stress tweet tweets vow vows warning call calls cry cries shout shouts brand brands label labels ' +
    'show shows doubt doubts dispute disputes counter counters finding findings ruling opening advise contend'
  ).split(' '),
);

/** Base, singular, participle and past of a regular verb. */
const inflect = (base: string): string => {
  const stem = base.slice(0, -1);
  if (base.endsWith('e')) return `${base} ${base}s ${stem}ing ${base}d`;
  if (/[^aeiou]y$/u.test(base)) return `${base} ${stem}ies ${base}ing ${stem}ied`;
  return `${base} ${base}${/(?:s|sh|ch)$/u.test(base) ? 'es' : 's'} ${base}ing ${base}ed`;
};

const FORMS = ['plural', 'singular', 'participle', 'past'] as const satisfies readonly VerbForm[];

/** By inflected form, in lower case. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerb> = new Map(
  KINDS.flatMap((kind) =>
    [...(REGULAR[kind].match(/\w+/gu) ?? []).map(inflect), ...IRREGULAR[kind]].flatMap((row) =>
      row.split(' ').map((word, at): [string, SpeechVerb] => {
        return [word, { kind, form: FORMS[at] ?? 'past', noun: NOUNS.has(word) }];
      }),
    ),
  ),
);
