import { primaryLanguage } from './language-tag.ts';

/** How a language uses full stops inside sentences. All words are without their last full stop, in their usual case. */
export interface Abbreviations<Words = ReadonlySet<string>> {
  /** Never end a sentence. */
  readonly inner: Words;
  /** May end a sentence: they do when a sentence opener follows. */
  readonly either: Words;
  /** Abbreviations only before a number; else ordinary words that end a sentence ("No."). */
  readonly beforeNumber: Words;
  /** Words that, capitalised, open a sentence far more often than they follow an abbreviation. */
  readonly openers: Words;
  /** Whether a number with a full stop is an ordinal ("am 3. Oktober"). */
  readonly ordinals?: boolean;
}

/** Words with spaces between them. */
type Row = Abbreviations<string>;

/** Added to the words of each language, and used alone for languages without a row. */
const EVERYWHERE: Row = {
  inner: 'Dr Prof Mr Mrs Ms cf ca vs vol Vol',
  either: 'etc al Ph.D',
  beforeNumber: 'p pp',
  openers: '',
};

const ROWS: Readonly<Record<string, Row>> = {
  en: {
    inner:
      'Mx Messrs Col Gen Lt Sgt Capt Cmdr Cpl Pvt Adm Maj Brig Sen Rep Reps Sens Gov Rev Hon Pres Supt Det Insp Amb ' +
      'Mt Ft e.g i.e viz approx esp incl v c Fig Figs fig figs Vols Eq ed eds trans Dept',
    either:
      'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri ' +
      'Inc Ltd Co Corp Bros LLC Cos Assn Jr Sr Esq St Ave Blvd Rd ' +
      'Ala Ariz Ark Calif Colo Conn Fla Ga Mass Mich Minn Okla Ore Pa Tenn Tex Va Wash Wis',
    beforeNumber: 'No Nos no nos Art art Sec sec Ch ch para',
    openers:
      'The This That These Those There Then They He She It We You I A An And But Or So Yet Nor For From With Without ' +
      'By At In On To Of Off Into Under Over During Despite Until Unlike Like Such As After Before Since Although ' +
      'Though Because However Moreover Meanwhile Nevertheless Instead Still Also Later Now Once Only Even Here When ' +
      'While Where Whether What Who Whose Which Why How If Its His Her Their Our My Your Some Many Most Several All ' +
      'Each Every Both Another Other Others One Two Three Not No Nobody Nothing Is Are Was Were Did Do Does Has Have ' +
      'Thus Therefore Hence Again According Among Between About Around Following Today',
  },
  de: {
    inner:
      'z z.B d d.h u u.a o o.ä bzw vgl Nr Hr Fr Hrn Frl St sog ggf inkl zzgl Abs Art Bd evtl geb gest Mio Mrd Tsd',
    either: 'usw usf Jan Feb Mrz Apr Jun Jul Aug Sep Sept Okt Nov Dez Str Co Jr',
    beforeNumber: 'S',
    openers:
      'Der Die Das Den Dem Des Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Und Aber Oder Doch Denn Dann Da Dort ' +
      'Hier Heute Nun Jetzt Auch In Im Am An Auf Aus Bei Bis Mit Nach Nicht Noch Seit Um Von Vor Was Wer Wie Wo Wenn ' +
      'Weil Als Ob So Für Zu Zum Zur Dies Diese Dieser Dieses Seine Ihre Kein Keine Man Viele Alle Später Trotzdem',
    ordinals: true,
  },
  fr: {
    inner: 'M MM Mme Mmes Mlle Mlles Me Mgr St Ste av apr env ex réf chap fig art éd',
    either: 'janv févr avr juil sept oct nov déc Cie J.-C',
    beforeNumber: 'n no',
    openers:
      'Le La Les L Un Une Des Du De Il Elle Ils Elles On Nous Vous Je C Ce Cet Cette Ces Et Mais Ou Or Donc Car Dans ' +
      'En Au Aux À Par Pour Sur Sous Avec Sans Selon Depuis Après Avant Pendant Quand Lorsque Si Son Sa Ses Leur Leurs ' +
      'Qui Que Quoi Comment Pourquoi Où Tout Tous Plusieurs Puis Alors Aussi Ainsi Cependant Pourtant Enfin',
  },
  es: {
    inner: 'Sr Sra Srta Sres Dra Dña D Gral Cnel Ing Lic Arq EE ej aprox pág págs Fco',
    either: 'UU Ud Uds Vd Vds Cía',
    beforeNumber: 'núm n art cap',
    openers:
      'El La Los Las Lo Un Una Unos Unas Él Ella Ellos Ellas Yo Y E Pero O Mas En De Del A Al Por Para Con Sin Sobre ' +
      'Según Desde Hasta Tras Durante Cuando Si Su Sus Este Esta Esto Estos Estas Ese Esa Eso Se No Que Qué Quién Como ' +
      'Cómo Dónde Hay Todo Todos Muchos Después Antes Luego Entonces También Además',
  },
};

/** For a BCP 47 tag; only its language counts. */
export function createAbbreviations(language: string): Abbreviations {
  const row = ROWS[primaryLanguage(language)];
  const words = (key: Exclude<keyof Row, 'ordinals'>): ReadonlySet<string> =>
    new Set(`${EVERYWHERE[key]} ${row?.[key] ?? ''}`.split(' '));
  return {
    inner: words('inner'),
    either: words('either'),
    beforeNumber: words('beforeNumber'),
    openers: words('openers'),
    ordinals: row?.ordinals === true,
  };
}
