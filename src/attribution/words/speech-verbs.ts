import { wordSet } from './lexicon.ts';

/**
 * Verbs by how they take what was said, as a base, or as base/singular/participle/past where these do not follow from it.
 * `say`: any clause after it. `claim`: a clause, but often a plain object, so it asks for "that" or a finite verb.
 * `tell`: the addressee first. `ask`: only a quotation. `call`: an object, then a quotation. `find`: a clause after
 * "that", with studies and their authors as subjects. `deny`: the clause alone would say the opposite, so the verb
 * belongs to the statement.
 */
const VERBS = [
  ['say', 'say/says/saying/said'],
  [
    'claim',
    `acknowledge add admit/admits/admitting/admitted advise affirm agree/agrees/agreeing/agreed allege announce
    answer argue assert caution claim clarify comment complain concede conclude confirm contend counter declare disclose
    emphasise emphasize estimate explain forecast/forecasts/forecasting/forecast hint insist joke lament maintain
    mention note observe pledge predict proclaim promise protest quip/quips/quipping/quipped recall recommend reiterate
    remark repeat reply report respond retort rule speculate state stress suggest swear/swears/swearing/swore testify
    tweet vow warn write/writes/writing/wrote`,
  ],
  ['tell', 'assure inform remind notify tell/tells/telling/told'],
  ['ask', 'ask begin/begins/beginning/began continue cry exclaim mutter plead shout urge whisper yell'],
  [
    'call',
    'call brand characterise characterize denounce describe dismiss hail label/labels/labelling/labelled praise',
  ],
  ['find', 'find/finds/finding/found show reveal indicate'],
  ['deny', 'deny dispute doubt'],
] as const;
const FORMS = ['plural', 'singular', 'participle', 'past'] as const;

export interface SpeechVerb {
  readonly kind: (typeof VERBS)[number][0];
  readonly form: (typeof FORMS)[number];
  /** Also a noun in this form ("claims", "report"): needs "that" or a quotation, and a clear subject. */
  readonly noun: boolean;
}

/** Forms that are more often nouns or adjectives than verbs. */
const NOUNS = wordSet(
  `answer answers comment comments claim claims estimate estimates forecast forecasts hint hints joke jokes note
   notes pledge pledges promise promises protest protests remark remarks reply replies report reports rule rules
   state states stress tweet tweets vow vows warning call calls cry cries shout shouts brand brands label labels
   show shows doubt doubts dispute disputes counter counters finding findings ruling opening advise contend`,
);

/** Base, singular, participle and past. */
const inflect = (verb: string): string[] => {
  if (verb.includes('/')) return verb.split('/');
  if (verb.endsWith('e')) return [verb, `${verb}s`, `${verb.slice(0, -1)}ing`, `${verb}d`];
  if (/[^aeiou]y$/u.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb}ing`, `${verb.slice(0, -1)}ied`];
  return [verb, `${verb}${/(?:s|sh|ch)$/u.test(verb) ? 'es' : 's'}`, `${verb}ing`, `${verb}ed`];
};

/** By inflected form, in lower case. */
export const SPEECH_VERBS: ReadonlyMap<string, SpeechVerb> = new Map(
  VERBS.flatMap(([kind, verbs]) =>
    [...wordSet(verbs)].map(inflect).flatMap((words) =>
      words.map((word, at): [string, SpeechVerb] => {
        return [word, { kind, form: FORMS[at] ?? 'past', noun: NOUNS.has(word) }];
      }),
    ),
  ),
);
