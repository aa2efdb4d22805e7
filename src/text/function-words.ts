/**
 * Words with a grammatical function, not what a sentence is about. They are not indexed as terms and do not decide
 * whether a question is answered. In folded spelling (no accents, no apostrophes).
 */
const WORDS: Readonly<Record<string, string>> = {
  en:
    'a about above across against all along also although always am among an and another any anybody anyone ' +
    'anything are around as at be because been being below between both but by can cannot cant could ' +
    'did didnt do does doesnt doing done dont down during each either else even ever every few for from further had has ' +
    'have having he her here hers herself him himself his how i if in into is isnt it its itself just many may me ' +
    'might mine more most much must my myself neither never no nor not of off on only onto or other our ours out ' +
    'over own per please same shall she should so some somebody someone something still such tell than that the ' +
    'their theirs them themselves then there these they this those through to too toward towards under until up ' +
    'upon us very via was wasnt we were what whats when where which while who whom whos whose why will with within ' +
    'without would yet you your yours d ll m re s t ve',
  de:
    'aber alle als also am an auch auf aus bei bin bis da damit dann das dass dein dem den der des dich die dies ' +
    'diese dieser dieses dir doch du durch ein eine einem einen einer eines er es etwas euch fur gab gibt hat hatte ' +
    'hatten hier ich ihm ihn ihr ihre im in ist ja kann kein keine man mehr mein mich mir mit muss nach nicht noch ' +
    'nun nur ob oder ohne sehr sein seine sich sie sind so uber um und uns unter viel viele vom von vor wann war ' +
    'waren warum was weil welche welcher welches wem wen wenn wer werden wessen wie wieviel wir wird wo woher wohin ' +
    'wurde wurden zu zum zur zwischen',
  fr:
    'a ai ait alors au aucun aussi autre aux avait avant avec avoir car ce cela ces cet cette ceux chez ci comme ' +
    'comment combien dans de des depuis donc dont du elle elles en encore ont est et etait etaient ete etre eu eux ' +
    'fait il ils je jusqu la laquelle le lequel les lesquels leur leurs lui ma mais me meme mes moi mon ne ni nos ' +
    'notre nous on ou par parce pas plus pour pourquoi puis quand que quel quelle quelles quels qui quoi sa sans se ' +
    'ses si son sont sous sur ta te tes toi ton tous tout toute toutes tu un une vos votre vous y c d j l m n s t qu',
  es:
    'a al algo ante antes aquel aquella como con contra cual cuales cuando cuanta cuantas cuanto cuantos de del ' +
    'desde donde dos durante e el ella ellas ellos en entre era eran es esa ese eso esta estaba estan este esto ' +
    'fue fueron ha habia hasta hay he la las le les lo los mas me mi mis muy nada ni no nos nosotros o os otra otro ' +
    'para pero por porque que quien quienes se sea ser si sin sobre son su sus te tiene todo todos tu un una uno ' +
    'unos y ya yo',
  ar: 'الى على عن في من ما ماذا متى اين كيف كم لماذا هل هو هي هم هذا هذه ذلك تلك التي الذي الذين ان انه كان كانت قد لا لم لن او ثم مع كل بعد قبل بين اي هناك و',
  zh: '的 了 是 在 和 与 及 有 被 把 对 从 到 也 都 就 而 这 那 哪 哪里 哪儿 谁 什么 怎么 怎样 为什么 多少 几 何时 吗 呢 吧 啊 他 她 它 他们 我 你',
};

/** Empty for a language without a list. `language` is a primary subtag, such as `de`. */
export const functionWordsOf = (language: string): ReadonlySet<string> =>
  new Set(WORDS[language]?.split(' '));
