import { plainPhrase } from '../text/plain-phrase.ts';

/** What people say to a bot that asks nothing of its reports. `empty`: no words, such as "?" or an emoji, or mere chat. */
export type SmallTalk = 'greeting' | 'thanks' | 'help' | 'empty';

type Phrases = Readonly<Record<Exclude<SmallTalk, 'empty'>, string>>;

/** By language; commas part the phrases, each in small letters, without its signs. */
const PHRASES: Readonly<Record<string, Phrases>> = {
  en: {
    greeting:
      'hi, hello, hey, hiya, howdy, yo, greetings, good morning, good afternoon, good evening, good day, whats up, what s up, sup, how are you, how are you doing, how is it going',
    thanks:
      'thanks, thank you, thx, ty, tysm, cheers, thanks a lot, many thanks, much appreciated, bye, goodbye, good night, see you',
    help:
      'help, help me, i need help, can you help me, could you help me, what can you do, what do you do, what can i do here, what can i ask, ' +
      'what can i ask you, what should i ask, what are you, who are you, what is this bot, what does this bot do, what is pilcrow, who is pilcrow, ' +
      'how does this work, how does it work, how does this bot work, how do you work, how do i use this, how do i use this bot, how do i use you, ' +
      'how do i ask, how do i ask a question, how can i ask a question, commands, what commands are there, instructions, usage',
  },
  de: {
    greeting:
      'hallo, hallöchen, moin, servus, guten morgen, guten tag, guten abend, grüß gott, grüß dich, wie geht es dir, wie gehts',
    thanks:
      'danke, dankeschön, danke schön, danke sehr, vielen dank, besten dank, tausend dank, tschüss, auf wiedersehen, gute nacht',
    help: 'hilfe, hilf mir, ich brauche hilfe, kannst du mir helfen, können sie mir helfen, was kannst du, was können sie, was kann ich fragen, wie geht das, wie funktioniert das, wie funktioniert dieser bot, wer bist du, was bist du, wie frage ich, befehle',
  },
  fr: {
    greeting: 'bonjour, salut, coucou, bonsoir, ça va, comment ça va, comment vas tu, comment allez vous',
    thanks: 'merci, merci beaucoup, merci bien, mille mercis, au revoir, bonne nuit',
    help: 'aide, à l aide, aide moi, aidez moi, au secours, j ai besoin d aide, peux tu m aider, pouvez vous m aider, que peux tu faire, que sais tu faire, qu est ce que tu peux faire, comment ça marche, comment ça fonctionne, qui es tu, qui êtes vous, comment poser une question, commandes',
  },
  es: {
    greeting: 'hola, buenas, buenos días, buenas tardes, buenas noches, qué tal, cómo estás, saludos',
    thanks: 'gracias, muchas gracias, mil gracias, adiós, hasta luego',
    help: 'ayuda, ayúdame, ayúdeme, necesito ayuda, socorro, me puedes ayudar, puedes ayudarme, qué puedes hacer, qué haces, qué puedo preguntar, cómo funciona, cómo funciona esto, quién eres, qué eres, cómo pregunto, comandos',
  },
  pt: {
    greeting: 'olá, oi, bom dia, boa tarde, boa noite, tudo bem, tudo bom, e aí, como vai',
    thanks: 'obrigado, obrigada, muito obrigado, muito obrigada, valeu, tchau, até logo',
    help: 'ajuda, me ajuda, me ajude, preciso de ajuda, socorro, você pode me ajudar, pode me ajudar, o que você faz, o que você pode fazer, o que posso perguntar, como funciona, como isso funciona, quem é você, o que é você, como pergunto',
  },
  ja: {
    greeting:
      'こんにちは, こんにちわ, こんばんは, おはよう, おはようございます, やあ, どうも, はじめまして, もしもし, ハロー, お元気ですか',
    thanks:
      'ありがとう, ありがとうございます, ありがとうございました, どうもありがとう, どうもありがとうございます, サンキュー, 感謝します, さようなら, おやすみ, おやすみなさい',
    help: 'ヘルプ, 助けて, 助けてください, 手伝って, 使い方, 使い方は, 使い方を教えて, 使い方を教えてください, 何ができますか, 何ができるの, 何が聞けますか, あなたは誰ですか, コマンド',
  },
  ar: {
    greeting:
      'مرحبا, أهلا, أهلا وسهلا, أهلين, السلام عليكم, سلام, هاي, هلا, صباح الخير, مساء الخير, كيف حالك, كيف الحال',
    thanks: 'شكرا, شكرا جزيلا, شكرا لك, شكرا لكم, مشكور, ألف شكر, مع السلامة, إلى اللقاء',
    help: 'مساعدة, المساعدة, ساعدني, ساعدوني, أحتاج مساعدة, أحتاج إلى مساعدة, هل يمكنك مساعدتي, النجدة, ماذا يمكنك أن تفعل, ماذا تفعل, ماذا أسأل, كيف يعمل هذا, كيف يعمل, كيف أسأل, من أنت, ما أنت, الأوامر',
  },
};

/** Said beside the above, and by themselves nothing that could be looked for. */
const CHAT =
  'ok, okay, k, cool, great, nice, wow, lol, haha, yes, no, yep, nope, hm, hmm, um, test, testing, ping, good bot, perfect, sorry, oh, ah, please, pls, plz, bitte, s il te plaît, s il vous plaît, por favor, お願いします, 了解, من فضلك, ' +
  'there, bot, pilcrow, all, everyone, everybody, guys, friend, again, so much, very much, a lot';

/** The longest phrase has some 40 letters; who writes much more asks for something. In UTF-16 code units. */
const LONGEST = 120;

/** Emoji have no letters, but the names of a server's own ones have. */
const OWN_EMOJI = /<a?:\w+:\d+>/gu;

interface Meaning {
  readonly kind: SmallTalk;
  /** BCP 47; absent where it is no language's own. */
  readonly language?: string;
}

const meaningOf: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...phrasesIn(CHAT).map((phrase) => [phrase, { kind: 'empty' }] as const),
  ...Object.entries(PHRASES).flatMap(([language, phrases]) =>
    (['greeting', 'thanks', 'help'] as const).flatMap((kind) =>
      phrasesIn(phrases[kind]).map((phrase) => [phrase, { kind, language }] as const),
    ),
  ),
]);
/** What is said first of several: who says hello and asks for help wants help. */
const ORDER: readonly SmallTalk[] = ['help', 'thanks', 'greeting', 'empty'];

/** What `message` says when it is small talk and nothing else; undefined when it may ask something of the reports. */
export function readSmallTalk(message: string): Meaning | undefined {
  if (message.length > LONGEST) return undefined;
  const words = plainPhrase(message.replaceAll(OWN_EMOJI, ' '));
  const meanings: Meaning[] = [];
  for (let rest = words; rest !== '';) {
    const phrase = longestPhrase(rest);
    if (phrase === undefined) return undefined;
    const meaning = meaningOf.get(phrase);
    if (meaning) meanings.push(meaning);
    rest = rest.slice(phrase.length).trimStart();
  }
  const kind = ORDER.find((each) => meanings.some((meaning) => meaning.kind === each));
  return meanings.find((meaning) => meaning.kind === kind) ?? { kind: 'empty' };
}

/** The longest phrase with which `words` begin. */
function longestPhrase(words: string): string | undefined {
  for (let end = words.length; end > 0; end = words.lastIndexOf(' ', end - 1)) {
    const phrase = words.slice(0, end);
    if (meaningOf.has(phrase)) return phrase;
  }
  return undefined;
}

function phrasesIn(list: string): readonly string[] {
  return list.split(',').map(plainPhrase);
}
