import { foldWord } from './fold-word.ts';
import { functionWordsOf } from './function-words.ts';
import { primaryLanguage } from './language-tag.ts';
import { splitWords } from './split-words.ts';

/**
 * By language: `asks`, words that tell the language even as the only ones of a question; `tells`, words that stand in no
 * name; and `joins`, small words that names and other languages have too. Folded.
 */
const WORDS: Readonly<
  Record<string, { readonly asks: string; readonly tells: string; readonly joins: string }>
> = {
  de: {
    asks: 'wer wie wann warum wieso weshalb woher wohin wieviel wieviele welche welcher welches wem wen wessen worum wofur wovon',
    tells:
      'wo ist sind wurde wurden waren haben hatte hatten gibt gab kann konnen muss wird werden nicht kein keine ich sie wir sich auch ' +
      'einen einem einer sagte sagt wieviel viele gehort heisst passiert liegt geschah',
    joins:
      'der die das des dem den ein eine und von vom zu zum zur im in mit fur auf bei aus nach es was war uber',
  },
  fr: {
    asks: 'pourquoi combien quel quelle quels quelles quand',
    tells:
      'qui que quoi est sont etait etaient ete ont avait avaient elle ils elles nous vous cette cet ces dans avec fait dit disent',
    joins:
      'le la les un une des du de d l au aux et en sur par pour ne pas ou comment son sa ses leur il a qu c s',
  },
  es: {
    asks: 'quien quienes cual cuales cuando cuanto cuanta cuantos cuantas donde',
    tells:
      'que es son fue fueron era eran estan ha han hay habia dijo dice porque muy tambien esto sobre murieron paso',
    joins: 'el la los las un una unos de del y en con por para se su sus al lo no a como esta este ese',
  },
  pt: {
    asks: 'quem qual quais quando quanto quanta quantos quantas onde',
    tells:
      'que foi foram sao era eram tem nao voce eles elas isso disse pelo pela pelos pelas porque aconteceu morreram',
    joins: 'o a os as um uma de do da dos das em no na nos nas com por para se seu sua ao e como esta',
  },
  it: {
    asks: 'perche quanti quante quale quali quando',
    tells:
      'che cosa sono era erano stato stata stati state hanno non questo questa detto quanto qual successo dove',
    joins:
      'il lo la i gli le un una di del della dei delle degli da dal in nel nella con su per e chi come ha si',
  },
  nl: {
    asks: 'waarom wanneer hoeveel welke',
    tells:
      'wie zijn werd werden heeft hebben niet het een deze dit wordt worden door voor naar zei gebeurde waar',
    joins: 'de van en op met te aan in is wat er om hoe',
  },
  pl: {
    asks: 'kto gdzie kiedy dlaczego jaki jaka jakie ktory ktora ktore czy',
    tells: 'jest byl byla bylo byli zostal zostalo ile sie przez powiedzial',
    joins: 'w z na do i od dla po o jak co nie sa to',
  },
  tr: {
    asks: 'nedir neden nasil nerede kac hangi niye kimdir nereye',
    tells: 'icin degil olarak oldu edildi olan dedi var',
    joins: 've bir bu ne kim o da de ile mi',
  },
  sv: {
    asks: 'vem varfor vilken vilka vilket',
    tells: 'vad hur inte och som blev var hade sade',
    joins: 'en ett den det i pa av for till ar med manga',
  },
  id: {
    asks: 'siapa berapa mengapa kapan dimana kenapa bagaimana',
    tells: 'apa adalah yang tidak dengan dari untuk itu ini dikatakan',
    joins: 'di ke dan ada',
  },
};

/** The scripts that tell a language, or the best known of those written in it. */
const SCRIPTS: readonly (readonly [script: RegExp, language: string])[] = [
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, 'ja'],
  [/\p{sc=Hangul}/u, 'ko'],
  [/\p{sc=Han}/u, 'zh'],
  [/[پچژگ]/u, 'fa'],
  [/\p{sc=Arabic}/u, 'ar'],
  [/\p{sc=Hebrew}/u, 'he'],
  [/[іїєґ]/iu, 'uk'],
  [/\p{sc=Cyrillic}/u, 'ru'],
  [/\p{sc=Greek}/u, 'el'],
  [/\p{sc=Thai}/u, 'th'],
  [/\p{sc=Devanagari}/u, 'hi'],
];

const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const LISTS = Object.entries(WORDS).map(([language, { asks, tells, joins }]) => ({
  language,
  asks: wordsIn(asks),
  tells: wordsIn(`${asks} ${tells}`),
  all: wordsIn(`${asks} ${tells} ${joins}`),
}));

/** So many words of another language outweigh one of the reports' own. */
const OUTWEIGHS = 3;
/** More characters tell no more. */
const LOOKED_AT = 500;

/**
 * The language of a question (primary subtag) when it is clearly none of `known`, the languages of the reports; undefined
 * when that is not clear. Names in it do not count: a capital inside a sentence tells nothing.
 */
export function findOtherLanguage(question: string, known: readonly string[]): string | undefined {
  const text = question.slice(0, LOOKED_AT);
  const own = new Set(known.map(primaryLanguage));
  const script = mainScript(text);
  if (script !== undefined) return own.has(script) || ownScript(script, own) ? undefined : script;
  const words = plainWords(text);
  let best: { readonly language: string; readonly count: number } | undefined;
  for (const { language, asks, tells, all } of LISTS) {
    const count = words.filter((word) => all.has(word)).length;
    const isTold =
      words.some((word) => tells.has(word)) &&
      (count >= 2 || [words[0], words.at(-1)].some((word = '') => asks.has(word)));
    if (!isTold || count <= (best?.count ?? 0)) continue;
    best = { language, count };
  }
  if (!best || own.has(best.language)) return undefined;
  const { all } = LISTS.find(({ language }) => language === best.language) ?? {};
  const ownLists = [...own].flatMap((tag) => listsOf(tag));
  const ownWords = words.filter((word) => !all?.has(word) && ownLists.some((list) => list.has(word)));
  return ownWords.length * OUTWEIGHS <= best.count ? best.language : undefined;
}

/** The language of the script, other than Latin, that most of the text's letters are in. */
function mainScript(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{sc=Latin}/u.test(letter)).length;
  if (letters.length === 0 || latin * 2 >= letters.length) return undefined;
  return SCRIPTS.find(([script]) => script.test(text))?.[1];
}

/** One script serves many languages: where the reports have one of them, the question may be in that. */
const ownScript = (script: string, own: ReadonlySet<string>): boolean =>
  SHARED.some((languages) => languages.includes(script) && languages.some((language) => own.has(language)));
const SHARED = [
  ['ar', 'fa', 'ur', 'ps', 'ckb'],
  ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk'],
  ['zh', 'ja', 'yue'],
  ['hi', 'mr', 'ne'],
  ['he', 'yi'],
];

/** The words, folded, that are no names for sure: small letters, or the first. */
function plainWords(text: string): readonly string[] {
  const isShout = !/\p{Ll}/u.test(text);
  return splitWords(text, 'und')
    .filter(({ written }, at) => at === 0 || isShout || !/^\p{Lu}/u.test(written))
    .map(({ written }) => foldWord(written));
}

const listsOf = (language: string): readonly ReadonlySet<string>[] => [
  functionWordsOf(language),
  ...LISTS.filter((list) => list.language === language).map(({ all }) => all),
];
