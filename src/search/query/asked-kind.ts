import { PEOPLE } from '../../text/word-traits.ts';

/** The kind of thing a question asks for; `thing` and `yes-no` are recognised by no sign in a sentence. */
export type AskedKind = 'number' | 'money' | 'people' | 'date' | 'name' | 'reason' | 'thing' | 'yes-no';

/** One word that settles the kind, by language: "when", "wann", "quand". In folded spelling. */
const SETTLED: Readonly<Record<string, Readonly<Record<string, AskedKind>>>> = {
  en: { when: 'date', who: 'name', whom: 'name', whose: 'name', where: 'name', why: 'reason' },
  de: {
    wann: 'date',
    wer: 'name',
    wem: 'name',
    wen: 'name',
    wo: 'name',
    warum: 'reason',
    weshalb: 'reason',
    wieviel: 'number',
    wieviele: 'number',
  },
  fr: { quand: 'date', qui: 'name', ou: 'name', pourquoi: 'reason', combien: 'number' },
  es: {
    cuando: 'date',
    quien: 'name',
    quienes: 'name',
    donde: 'name',
    cuanto: 'number',
    cuantos: 'number',
    cuanta: 'number',
    cuantas: 'number',
  },
  ar: { متى: 'date', اين: 'name', كم: 'number', لماذا: 'reason' },
  zh: {
    何时: 'date',
    谁: 'name',
    哪里: 'name',
    哪儿: 'name',
    多少: 'number',
    几: 'number',
    为什么: 'reason',
  },
};

/** "What ..." and "which ..." ask for the noun that follows. */
const NOUNS: ReadonlyMap<string, AskedKind> = new Map([
  ...kinds('date', 'year date decade century month day time period era'),
  ...kinds(
    'number',
    'age amount area degree depth distance figure height length number percent percentage population proportion rate ' +
      'ratio size temperature total weight width',
  ),
  ...kinds('money', 'budget cost costs debt fee fine income price revenue salary tuition wage worth'),
  ...kinds('reason', 'cause motive reason reasons'),
  ...kinds(
    'name',
    'architect author cities city commander company continent countries country county district emperor general group ' +
      'island king leader location man nation nations organization party people person philosopher place president ' +
      'province region river ruler scientist state street town village woman',
  ),
]);

const AFTER_HOW: ReadonlyMap<string, AskedKind> = new Map([
  ...kinds('number', 'many much long old far often large big tall high deep wide fast late early heavy'),
  ...kinds('reason', 'come'),
]);

/** "How much did it cost", "how much money". */
const AFTER_MUCH = /^(?:are|can|cash|could|did|do|does|had|has|have|is|money|should|was|were|will|would)$/u;

/** "What country", "which of the cities": the noun comes at most this many words later. */
const REACH = 5;

/** Read from the question's folded words. A question in a language without a table asks for a `thing`. */
export function findAskedKind(words: readonly string[], language: string): AskedKind {
  const settled = SETTLED[language] ?? {};
  for (const [at, word] of words.entries()) {
    const kind = Object.hasOwn(settled, word) ? settled[word] : undefined;
    if (kind !== undefined) return kind;
    if (language !== 'en') {
      if (word === 'wie' && words[at + 1]?.startsWith('viel') === true) return 'number';
      continue;
    }
    if (word === 'how') return kindOfHow(words.slice(at + 1), words[at - 1]);
    if (word === 'what' || word === 'which') return kindOfNoun(words.slice(at + 1, at + 1 + REACH));
  }
  return language === 'en' ? 'yes-no' : 'thing';
}

function kindOfHow([first = '', second = '']: readonly string[], before: string | undefined): AskedKind {
  if (first === 'much' && before !== 'by' && AFTER_MUCH.test(second)) return 'money';
  if (first === 'many' && PEOPLE.has(second)) return 'people';
  return AFTER_HOW.get(first) ?? 'thing';
}

/** Stops at the verb, where one of the common helping verbs shows it. */
function kindOfNoun(words: readonly string[]): AskedKind {
  for (const word of words) {
    if (/^(?:is|are|was|were|did|do|does|has|have|had|can|could|will|would)$/u.test(word)) break;
    const kind = NOUNS.get(word);
    if (kind !== undefined) return kind;
  }
  return 'thing';
}

function kinds(kind: AskedKind, words: string): [string, AskedKind][] {
  return words.split(' ').map((word) => [word, kind]);
}
