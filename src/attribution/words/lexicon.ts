import { ENGLISH_MONTHS, ENGLISH_SHORT_MONTHS, ENGLISH_WEEKDAYS } from '../../text/calendar.ts';

/** Closed classes of English words, and the nouns that name who speaks. All in lower case, without stops. */

/** The words of a list written with white space between them. */
export const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

export const DETERMINERS = wordSet(
  `a an the this that these those his her its their my our your some any many most several few both all each every
   another other one two three four five six seven eight nine ten dozens hundreds thousands`,
);
export const PRONOUNS = wordSet(
  'he she it they we i you who which someone somebody anyone anybody everyone everybody something one',
);
/** As subjects these deny that anybody said it. */
export const NOBODY = wordSet('nobody none neither nothing no');
export const NEGATIONS = wordSet(
  "not never hardly scarcely cannot n't didn't hasn't hadn't haven't doesn't don't won't wouldn't isn't wasn't weren't couldn't refuses refused declined",
);
export const MODALS = wordSet("would could might may should must will shall can ought 'd 'll");
export const BE = wordSet('is are was were be been being am get gets got');
export const HAVE_OR_DO = wordSet('has have had having did does do');
const CONTRACTIONS = ['i', 'you', 'he', 'she', 'it', 'we', 'they', 'there', 'that'].flatMap((subject) =>
  ['s', 'm', 'd', 're', 've', 'll'].map((verb) => `${subject}'${verb}`),
);
/** Words that only a finite clause contains. */
export const FINITE: ReadonlySet<string> = new Set([
  ...wordSet(
    `is are was were am has have had do does did will would shall should can could may might must cannot isn't aren't
     wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't shouldn't`,
  ),
  ...CONTRACTIONS,
]);
/** Subjects that open a clause at once. */
export const CLAUSE_OPENERS: ReadonlySet<string> = new Set([
  ...wordSet('he she it they we i you there this nobody everyone nothing'),
  ...CONTRACTIONS,
]);
export const SUBORDINATORS = wordSet(
  `that because when while after before although though since where whereas as if unless whether but so until once
   than or nor yet for whenever wherever whereby`,
);
/** After one of these nobody is said to have spoken. */
export const CONDITIONALS = wordSet('if unless whether should had were suppose supposing imagine');
export const COORDINATORS = wordSet('and but while whereas although though yet');
export const PREPOSITIONS = wordSet(
  `in on at by for from with of to into onto about over under during after before since until through between among
   within without against near across around behind inside outside despite following per via amid as like`,
);
/** Inside a speaker's words these join more of them. */
export const NAME_LINKS = wordSet(
  'of for from at with within in on near inside to across around between by and &',
);
/** Small words that only names contain. */
export const NAME_PARTICLES = wordSet(
  'de da di del della du la le van von der den ter ten bin ibn al el bint abu dos das zu y ap af',
);
/** Small words inside names. */
export const PARTICLES: ReadonlySet<string> = new Set([...NAME_PARTICLES, 'of', 'the', 'for', 'and', '&']);
export const DAYS: ReadonlySet<string> = new Set([
  ...ENGLISH_WEEKDAYS.flat(),
  ...wordSet('today yesterday tomorrow tonight'),
]);
export const MONTHS: ReadonlySet<string> = new Set([...ENGLISH_MONTHS, ...ENGLISH_SHORT_MONTHS.keys()]);
export const TIMES = wordSet(
  `morning afternoon evening night week weekend month year day spring summer autumn fall winter quarter decade century
   noon midnight earlier later late early ago last next same previous following this past hours days weeks months
   years minutes recently`,
);
/** Adverbs that occur between a subject and its verb, or before the subject. */
export const ADVERBS = wordSet(
  `also then later now once again already further just even still first meanwhile however therefore thus too instead
   moreover furthermore additionally nevertheless nonetheless often always sometimes soon since afterwards earlier
   yesterday today perhaps indeed finally recently repeatedly separately elsewhere similarly conversely rightly only
   famously ever much merely simply well likewise though besides hence otherwise yet so and but here there
   himself herself itself themselves`,
);
/** Nouns for what is said or the place where: "in a statement", "at a briefing". */
export const OCCASIONS = wordSet(
  `statement statements interview interviews briefing briefings email emails e-mail letter letters speech speeches tweet
   tweets post posts blog release conference press call video message memo hearing testimony note report reports
   comments remarks filing address bulletin communiqué communique lecture paper article essay book debate meeting ruling
   telegram broadcast announcement presentation judgment podcast column editorial`,
);

/** Nouns for people who speak. With `-man`, `-woman`, `-person`, `-ist`, `-ian` and `-er`, see `isPersonNoun`. */
const PEOPLE = wordSet(
  `source official police president minister chief head mayor governor secretary chair director manager professor
   doctor dr nurse witness analyst expert critic author judge prosecutor lawyer attorney general colonel captain
   major sergeant admiral commander officer soldier resident villager survivor victim mother father parent widow
   wife husband son daughter brother sister neighbour neighbor teacher student pupil driver pilot engineer farmer
   owner tenant patient guard coach campaigner protester rebel aide adviser advisor envoy ambassador diplomat
   senator lawmaker mp councillor delegate candidate leader founder editor reporter correspondent historian
   philosopher poet king queen prince princess pope bishop priest imam rabbi executive ceo cfo consultant auditor
   inspector regulator surgeon coroner paramedic rescuer veteran participant respondent applicant actor inventor
   geographer boy girl deputy vice-president guest visitor customer client shareholder investor trader broker
   banker boss keeper ranger warden clerk curator librarian advocate counsel guardian trustee fellow colleague
   co-author friend migrant refugee worker staff crew team supporter opponent member authority authorities relative
   superintendent constable detective lieutenant marshal chancellor premier dean rector provost principal treasurer
   registrar architect designer`,
);
/** Nouns for bodies that speak. */
const BODIES = wordSet(
  `government ministry agency department office bureau council commission committee court tribunal parliament
   assembly senate congress house cabinet board authority army navy force command police company firm corporation
   group organisation organization charity association union federation society institute institution university
   college school hospital museum bank fund foundation trust party movement coalition alliance network newspaper
   magazine broadcaster channel station service regulator watchdog inquiry panel jury team body administration
   municipality city county state embassy secretariat treasury militia operator airline railway carmaker retailer
   supplier maker utility centre center laboratory lab observatory opposition campaign directorate club church
   league academy times post guardian journal herald tribune news press media reuters bbc side faction industry
   country nation district faculty programme program delegation mission consortium taskforce think-tank tank
   startup start-up chain lender insurer platform factory`,
);
/** Nouns for writings that speak. */
const WRITINGS = wordSet(
  `report study survey review analysis audit paper article statement letter poll investigation research findings
   document figures data statistics records memo email filing book census researchers scientists authors team
   inquiry assessment forecast bulletin editorial judgment ruling verdict law act constitution treaty announcement
   release account website notice transcript results estimate publication evaluation index
   readout average tally projection`,
);

export const TITLES = wordSet(
  `mr mrs ms miss dr prof professor sir dame lord lady col gen lt maj capt sgt cpl pvt adm cmdr brig general
   colonel captain major lieutenant sergeant admiral commander president minister senator sen rep gov governor
   mayor judge justice chief king queen prince princess pope bishop archbishop cardinal father sister brother rev
   reverend rabbi imam sheikh sheik ayatollah chancellor premier inspector detective constable superintendent
   ambassador councillor cllr insp supt army navy marine air force secretary prime deputy vice first staff hon st`,
);
export const MALE_TITLES = wordSet('mr sir lord king prince father brother');
export const FEMALE_TITLES = wordSet('mrs ms miss dame lady queen princess sister');
/** Frequent given names that tell a man from a woman. */
export const MALE_NAMES = wordSet(
  `adam ahmed alan ali andrew anthony barack ben bernie bill bob boris brian carlos charles chuck dan daniel david dennis
   don donald ed edward emmanuel eric frank fred gary george gerald glenn greg hans harry henry jack jacob james jason
   jeff jeffrey jerry jim joe john jonathan jose joseph josh juan keith ken kenneth kevin larry luis marco mario mark
   martin matt matthew michael mike mitch mitt mohamed mohammed muhammad nick omar patrick paul pedro peter phil philip
   rick richard rob robert roger ron ronald scott sean sergei stephen steve steven ted thomas tim timothy tom tony
   vladimir walter william`,
);
export const FEMALE_NAMES = wordSet(
  `alice amanda amy angela ann anna anne barbara beth carol caroline catherine charlotte christine claire deborah debbie
   diana donna elena elizabeth ellen emily emma fatima hannah heather helen hillary ines jane janet jennifer jessica
   joan judy julia julie karen kate kathleen laura linda lisa lucy margaret maria marie martha mary megan melissa
   michelle nancy natalia nicole nora olga pamela patricia pilar rachel rebecca rose ruth sandra sarah sharon sofia
   stephanie susan theresa valerie victoria wendy`,
);

/** With the bodies: capitalised words that begin or end names of places, bodies and things, not of persons. */
const IMPERSONAL = wordSet(
  `street road river lake town village bay island mountain hill valley park bridge square airport port harbour
   harbor sea ocean gulf north south east west northern southern eastern western central new united kingdom
   republic province region day war act treaty law agreement plan international national global world european
   american british french german chinese russian royal federal rights amnesty greenpeace inc ltd llc plc corp co
   affairs defence defense health education finance interior justice agriculture transport energy commerce trade
   foreign security watch cross crescent children monetary olympic games cup prize award cathedral temple palace
   castle tower hall theatre theater gallery library operations project pentagon kremlin`,
);

const singular = (word: string): string =>
  word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
const has = (set: ReadonlySet<string>, word: string): boolean => set.has(word) || set.has(singular(word));

/** "spokesman", "officials", "geologists". Guesses from the ending where no noun is listed. */
export const isPersonNoun = (word: string): boolean =>
  has(PEOPLE, word) || /(?:man|men|woman|women|person|people|ist|ists)$/u.test(word);
const isBodyNoun = (word: string): boolean => has(BODIES, word);
export const isWritingNoun = (word: string): boolean => has(WRITINGS, word);
export const isSpeakerNoun = (word: string): boolean =>
  isPersonNoun(word) || isBodyNoun(word) || isWritingNoun(word);
export const isImpersonal = (word: string): boolean => isBodyNoun(word) || has(IMPERSONAL, word);

/** Without the stop of an abbreviation and the `'s` of a genitive. */
export const bare = (lower: string): string => lower.replace(/['’]s?$/u, '').replaceAll('.', '');
