/**
 * How a verb takes what was said. `say`: any clause after it. `claim`: a clause, but often a plain object, so it asks
 * for "that" or a finite verb. `tell`: names the hearer first. `ask`: only a quotation. `call`: an object, then a quotation.
 * `find`: a clause after "that", and only studies and those who make them speak by it. `deny`: the clause alone would
 * say the opposite, so the verb belongs to the statement.
 */
export type SpeechVerbKind = 'say' | 'claim' | 'tell' | 'ask' | 'call' | 'find' | 'deny';

export type VerbForm = 'past' | 'singular' | 'plural' | 'participle';

export interface SpeechVerb {
  readonly kind: SpeechVerbKind;
  readonly form: VerbForm;
  /** Also a noun in this form ("claims", "report"): needs "that" or a quotation, and a clear subject. */
  readonly noun: boolean;
}

/** Base, singular, participle, past; or a base alone when the rest is regular. */
const VERBS: Readonly<Record<SpeechVerbKind, readonly string[]>> = {
  say: ['say says saying said'],
  claim: [
    'acknowledge acknowledges acknowledging acknowledged',
    'add',
    'admit admits admitting admitted',
    'advise advises advising advised',
    'affirm',
    'agree agrees agreeing agreed',
    'allege alleges alleging alleged',
    'announce announces announcing announced',
    'answer',
    'argue argues arguing argued',
    'assert',
    'caution',
    'claim',
    'clarify clarifies clarifying clarified',
    'comment',
    'complain',
    'concede concedes conceding conceded',
    'conclude concludes concluding concluded',
    'confirm',
    'contend',
    'counter',
    'declare declares declaring declared',
    'disclose discloses disclosing disclosed',
    'emphasise emphasises emphasising emphasised',
    'emphasize emphasizes emphasizing emphasized',
    'estimate estimates estimating estimated',
    'explain',
    'forecast forecasts forecasting forecast',
    'hint',
    'insist',
    'joke jokes joking joked',
    'lament',
    'maintain',
    'mention',
    'note notes noting noted',
    'observe observes observing observed',
    'pledge pledges pledging pledged',
    'predict',
    'proclaim',
    'promise promises promising promised',
    'protest',
    'quip quips quipping quipped',
    'recall',
    'recommend',
    'reiterate reiterates reiterating reiterated',
    'remark',
    'repeat',
    'reply replies replying replied',
    'report',
    'respond',
    'retort',
    'rule rules ruling ruled',
    'speculate speculates speculating speculated',
    'state states stating stated',
    'stress stresses stressing stressed',
    'suggest',
    'swear swears swearing swore',
    'testify testifies testifying testified',
    'tweet',
    'vow',
    'warn',
    'write writes writing wrote',
  ],
  tell: [
    'tell tells telling told',
    'assure assures assuring assured',
    'inform',
    'remind',
    'notify notifies notifying notified',
  ],
  ask: [
    'ask',
    'begin begins beginning began',
    'continue continues continuing continued',
    'cry cries crying cried',
    'exclaim',
    'mutter',
    'plead',
    'shout',
    'urge urges urging urged',
    'whisper',
    'yell',
  ],
  call: [
    'call',
    'brand',
    'characterise characterises characterising characterised',
    'characterize characterizes characterizing characterized',
    'denounce denounces denouncing denounced',
    'describe describes describing described',
    'dismiss dismisses dismissing dismissed',
    'hail',
    'label labels labelling labelled',
    'praise praises praising praised',
  ],
  find: ['find finds finding found', 'show', 'reveal', 'indicate indicates indicating indicated'],
  deny: ['deny denies denying denied', 'dispute disputes disputing disputed', 'doubt'],
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

const KINDS = [
  'say',
  'claim',
  'tell',
  'ask',
  'call',
  'find',
  'deny',
] as const satisfies readonly SpeechVerbKind[];

const readForms = (): Map<string, SpeechVerb> => {
  const verbs = new Map<string, SpeechVerb>();
  const add = (word: string, kind: SpeechVerbKind, form: VerbForm): void => {
    verbs.set(word, { kind, form, noun: NOUNS.has(word) });
  };
  for (const kind of KINDS) {
    for (const row of VERBS[kind]) {
      const [base = row, singular = `${base}s`, participle = `${base}ing`, past = `${base}ed`] =
        row.split(' ');
      add(base, kind, 'plural');
      add(singular, kind, 'singular');
      add(participle, kind, 'participle');
      add(past, kind, 'past');
    }
  }
  return verbs;
};

/** By inflected form, in lower case. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerb> = readForms();
