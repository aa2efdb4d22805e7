const setOf = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(' ').split(' '));

/**
 * Folded words under the one form in which claims are compared: strong verbs and plurals that a stemmer leaves apart,
 * and the many ways to say that people died or were hurt.
 */
export const ONE_FORM: ReadonlyMap<string, string> = new Map(
  [
    'death die died dies dying dead deaths kill killed kills killing fatality fatalities perish perished',
    'injure injured injures injuries injury wound wounded wounds hurt',
    'destroy destroyed destroys destroying destruction',
    'sink sank sunk sinks sinking',
    'begin began begun begins',
    'build built builds building',
    'break broke broken',
    'fight fought',
    'leave left',
    'lose lost loses losing',
    'win won wins winning',
    'take took taken',
    'shoot shot',
    'strike struck strikes striking',
    'flee fled',
    'write wrote written',
    'fall fell fallen',
    'hold held',
    'give gave given',
    'bring brought',
    'sell sold',
    'buy bought',
    'catch caught',
    'fly flew flown',
    'drown drowned',
    'child children kids kid',
    'man men',
    'woman women',
    'foot feet ft',
    'kilometre kilometres kilometer kilometers km',
    'metre metres meter meters',
    'mile miles mi',
    'hectare hectares ha',
    'tonne tonnes ton tons',
    'kilogram kilograms kg',
    'percent percentage',
    'dollar dollars usd',
    'euro euros eur',
    'pound pounds gbp',
    'long length',
    'high height tall',
    'wide width',
    'deep depth',
    'person people persons',
  ].flatMap((line) => {
    const words = line.split(' ');
    return words.map((word) => [word, words[0] ?? word] as const);
  }),
);

/** Units that measure rather than count, in their one form; what is measured stands elsewhere in the sentence. */
export const MEASURES = setOf(
  'kilometre metre mile foot hectare acr tonne kilogram percent dollar euro pound year month week day hour minut',
  'second degre',
);

/** Nouns that are a number themselves: "a population of 50,000", "the toll stood at 30". In their stem. */
export const STATED = setOf('popul toll');

/** Plurals that do not end in "s". */
export const PLURALS = setOf(
  'people children men women feet aircraft personnel cattle police sheep spacecraft',
);

/**
 * Words that turn a count into another one: a part, a rate, a change, a plan, another time. Two claims are alike only
 * when they hold the same of them. Folded.
 */
export const SHIFTS = setOf(
  'another additional further more other others remaining rest half each every per daily weekly monthly yearly',
  'annually annual average averages mean maximum minimum max min peak record total totals totalling overall',
  'altogether combined cumulative initially originally previously formerly earlier later subsequently eventually',
  'finally since now currently today yesterday tomorrow then expected planned projected forecast target goal aim',
  'would will could may might should can must capacity rose risen rise rises increase increased increases grew',
  'grown grow grows growing fell fallen drop dropped decrease decreased decline declined double doubled up down',
  'reduce reduced still once again twice last next previous following before after until first second third',
  'fourth fifth sixth seventh eighth ninth tenth ago early late mid almost already yet if unless whether',
  'suppose supposed supposedly plans planning intends intended hopes least most fewer less under above below',
  'male female estimated minor major about both all some many few several only even partly mostly mainly except',
  'including besides plus also additionally alone outside inside elsewhere former new old same different',
);

/** Words of reporting and counting, which say nothing of what is claimed. Stems and one forms. */
export const LIGHT = setOf(
  'say said tell told report claim state statement confirm announc estim figur number count put place give total',
  'toll accord spokesman spokeswoman spokesperson offici sourc author believ think howev meanwhil instead',
  'person lower higher exact thing happen occur take fact actual time amount approxim rough know mani much',
  'add insist maintain argu note warn suggest indic record show accord contrast suffer name call type kind',
);

/** A word before which a new clause begins. Folded. */
export const BREAKERS = setOf(
  'and but or nor while whereas although though which who whom whose when where after before because since if',
  'unless until',
);

/** Verbs whose subject counts, not takes part: "the Pentagon put the number at 150". Folded. */
export const COUNTING_VERBS = setOf(
  'put puts places placed estimates estimated counted counts reported reports claimed claims confirmed gave gives',
  'cited cites recorded records calculated says said listed lists spoke spoken',
);

/** Things that happen to one subject once, so that two dates of it cannot both hold. Stems and one forms. */
export const ONCE = setOf(
  'born birth death found establish sink crash explod sign assassin execut invent publish discov complet inaugur',
  'begin start end collaps derail launch erupt surrend abdic resign crown marri ratifi dissolv expir',
);

/** Things that come round again: the same words on another date tell of another event. Stems and one forms. */
export const RECURRING = setOf(
  'win lose elect hold host visit play meet tour champion cup season leagu final titl defeat attack raid',
  'strike bomb flood vote releas appear reach record perform travel return hit protest march celebr festiv earthquak',
);

/** A number right behind one of these is a name: "section 5", "aged 30". Folded. */
export const LABELS = setOf(
  'section article chapter page version no number part volume figure table level phase type grade highway route',
  'flight room paragraph line age aged act day week year title book verse model class group division unit season',
  'episode game round stage world war top size channel',
);
