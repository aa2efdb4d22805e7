import type { PlainWord } from '../../text/read-numbers.ts';

/** How people shorten English when they type: short forms, an equals sign, and the words meant, if any. Folded. */
const SHORT_FORMS = `
  whats wat wats wut wot = what, whos = who, wheres = where, whens = when, whys y = why, hows = how,
  u ya yall youre = you, ur = your, r = are, n = and, w = with, wo = without, abt = about, b4 = before,
  bc bcs bcos cos coz cuz = because, tho = though, vs = and, im ive = i, hes = he, shes = she, theyre theyve = they,
  weve = we, thats tht dat = that, theres = there, heres = here, em = them, arent = are not, werent = were not,
  aint = is not, hasnt = has not, havent = have not, hadnt = had not, wont = will not, wouldnt = would not,
  couldnt = could not, shouldnt = should not, smth sth = something, sb = somebody, gimme = give, wanna = want,
  gonna = will, gotta = must, ppl peeps = people, govt gov = government, prez potus pres = president,
  dem dems = democrats, repub repubs = republicans, dept = department, uni = university, prof = professor,
  yr = year, yrs = years, hr = hour, hrs = hours, wk = week, wks = weeks, mins = minutes, tmrw tmr tomoz = tomorrow,
  yday = yesterday, 2day = today, bday = birthday, info = information, msg = message, msgs = messages, pic = picture,
  pics = pictures, vid = video, vids = videos, num = number, avg = average, max = maximum, min = minimum,
  approx = about, diff = different, toll = how many, thx thanks ty tysm pls plz lol lmao idk btw tbh imo ngl omg wtf rn asap rly hey
  hi hello yo ok okay hmm um uh kinda = 
`;

const MEANT: ReadonlyMap<string, readonly string[]> = new Map(
  SHORT_FORMS.split(',').flatMap((entry) => {
    const [forms = '', meant = ''] = entry.split('=');
    return wordsOf(forms).map((form) => [form, wordsOf(meant)] as const);
  }),
);

const PEOPLE: ReadonlySet<string> = new Set(['people', 'persons']);

const SCALE: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 };
const SCALED = /^(\d[\d,]*(?:\.\d+)?)(k|mn?|bn|tn)$/u;

/** Behind one of these, or first, "us" is no pronoun. */
const BEFORE_COUNTRY: ReadonlySet<string | undefined> = new Set([undefined, 'the', 'many', 'which', 'what']);

/**
 * Reads "ppl" as "people" and "13.3m" as "13300000", leaves out "thx", and "people" behind "how many", and takes the
 * "us" in "the us" for the country. A word that the report knows stays: `isKnown` tells of folded words, function words aside.
 */
export function readChatWords(
  words: readonly PlainWord[],
  isKnown: (folded: string) => boolean,
): readonly PlainWord[] {
  return words.flatMap((word, at) => {
    const { folded } = word;
    if (isKnown(folded)) return [word];
    if (folded === 'us' && BEFORE_COUNTRY.has(words[at - 1]?.folded)) return [{ ...word, folded: 'us.' }];
    const [, digits = '', unit = ''] = SCALED.exec(folded) ?? [];
    const value = Number(digits.replaceAll(',', '')) * (SCALE[unit] ?? 0);
    if (value > 0) return [{ ...word, folded: String(Number(value.toPrecision(12))) }];
    const meant = MEANT.get(folded) ?? [folded];
    // "How many people were killed" is answered by 250 fighters, too.
    if (words[at - 1]?.folded === 'many' && meant.every((each) => PEOPLE.has(each) && !isKnown(each)))
      return [];
    return meant.map((each) => ({ ...word, folded: each }));
  });
}

/** The same of a whole question, for a reader that knows the words of books only; numbers and names stay. */
export function spellOut(question: string, isKnown: (folded: string) => boolean): string {
  return question
    .replaceAll(/(?<![\p{L}\p{N}'’-])\p{Ll}[\p{Ll}\p{N}]*(?![\p{L}\p{N}'’-])/gu, (word) =>
      isKnown(word) ? word : (MEANT.get(word)?.join(' ') ?? word),
    )
    .replace(/\b(how many) (people|persons)\b/iu, (both, many: string, word: string) =>
      isKnown(word.toLowerCase()) ? both : many,
    );
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/u).filter((word) => word !== '');
}
