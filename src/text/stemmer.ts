import snowball from 'snowball-stemmers';

/** By primary language: Snowball's name for its stemmer. */
const STEMMERS: Readonly<Record<string, string>> = {
  ar: 'arabic',
  ca: 'catalan',
  cs: 'czech',
  da: 'danish',
  de: 'german',
  en: 'english',
  es: 'spanish',
  eu: 'basque',
  fi: 'finnish',
  fr: 'french',
  ga: 'irish',
  hu: 'hungarian',
  hy: 'armenian',
  it: 'italian',
  nb: 'norwegian',
  nl: 'dutch',
  nn: 'norwegian',
  no: 'norwegian',
  pt: 'portuguese',
  ro: 'romanian',
  ru: 'russian',
  sl: 'slovene',
  sv: 'swedish',
  ta: 'tamil',
  tr: 'turkish',
};

/** English forms that a stemmer cannot reduce: each base, then its forms. Ambiguous ones ("found") are left out. */
const FORMS = `
  arise arose arisen, awake awoke awoken, bear bore borne, beat beaten, become became, begin began begun,
  bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought, build built,
  burn burnt, buy bought, catch caught, child children, choose chose chosen, come came, crisis crises,
  deal dealt, dig dug, draw drew drawn, drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen,
  feed fed, feel felt, fight fought, flee fled, fly flew flown, foot feet, forbid forbade forbidden,
  forget forgot forgotten, freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown,
  half halves, hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lead led,
  learn learnt, leave left, lend lent, life lives, lose lost, make made, man men, mean meant, meet met,
  mouse mice, pay paid, person people, ride rode ridden, ring rang rung, rise rose risen, run ran, say said,
  see saw seen, seek sought, sell sold, send sent, shake shook shaken, shoot shot, show shown,
  shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept, speak spoke spoken, spend spent,
  stand stood, steal stole stolen, strike struck stricken, swear swore sworn, swim swam swum, take took taken,
  teach taught, tear tore torn, tell told, think thought, throw threw thrown, tooth teeth, understand understood,
  wake woke woken, wear wore worn, wife wives, win won, wolf wolves, woman women, write wrote written
`;

const baseByForm: ReadonlyMap<string, string> = new Map(
  FORMS.split(',').flatMap((entry) => {
    const [base = '', ...forms] = entry.trim().split(/\s+/u);
    return forms.map((form) => [form, base] as const);
  }),
);

/** Nothing that long has inflections; a stemmer takes its time over it. */
const LONGEST_STEMMED = 40;
/** More words than the reports of one library use; what people ask cannot fill the memory. */
const MOST_STEMS = 200_000;

/**
 * Gives the form that inflections of a folded word share; the word itself where no stemmer is published. Stems are
 * remembered, since texts use few words often.
 *
 * @param language primary subtag, such as `en`
 */
export function createStemmer(language: string): (folded: string) => string {
  const name = STEMMERS[language];
  if (name === undefined) return (folded) => folded;
  const stemmer = snowball.newStemmer(name);
  const stems = new Map<string, string>();
  return (folded) => {
    if (folded.length > LONGEST_STEMMED || /\p{N}/u.test(folded)) return folded;
    const known = stems.get(folded);
    if (known !== undefined) return known;
    const stem = stemmer.stem(language === 'en' ? (baseByForm.get(folded) ?? folded) : folded);
    if (stems.size < MOST_STEMS) stems.set(folded, stem);
    return stem;
  };
}
