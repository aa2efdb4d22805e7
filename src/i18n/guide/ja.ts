import { counted } from '../counted.ts';
import { reports } from '../reports/ja.ts';
import type { Translation } from '../translation.ts';

const sections = counted('ja', { other: '# 節' });

/** How the bot leads people to what it can answer. */
export const jaGuide = {
  suggested: '報告書に答えがある質問：',
  nearest: '最も近い箇所（答えではありません）',
  otherLanguage: (asked, known) =>
    `**この質問は${asked}のようですが、報告書は${known}です。**このボットは質問の語句を探すだけで、翻訳はしません。${known}で質問してください。`,

  several: (count, given) => `**「${given}」に当てはまる報告書：${reports(count)}。**一つ選んでください。`,
  firstOnes: (count) => `最初の ${count} 件です。題名をもう少し長く入力すると、ほかの報告書も選べます。`,
  choose: '報告書を選ぶ',

  smallTalk: {
    greeting: 'こんにちは。報告書について、自分の言葉で質問してください。',
    thanks: 'どういたしまして。いつでもまた質問してください。',
    help: (ask, help) => `${ask} を使って、自分の言葉で質問してください。詳しくは ${help} をご覧ください。`,
    empty: (help) => `自分の言葉で質問を書いてください。詳しくは ${help} をご覧ください。`,
  },

  outline: {
    sections,
    head: '各節とその最初の文を、一語一句そのまま示します。要約は誰も書いていません。',
    headParagraphs:
      '節はありません。各段落の最初の文を、一語一句そのまま示します。要約は誰も書いていません。',
    reports: (first, last, total) =>
      `**報告書 ${total} 件中 ${first}～${last} 件目**（それぞれの最初の文を一語一句そのまま示します）`,
    open: '報告書の概観を開く',
    button: '概観',
    readFrom: (paragraph) => `¶ ${paragraph} から読む`,
    pages: (first, last) => `${first}～${last} 件目`,
  },

  help: {
    ask: (ask) =>
      `**質問のしかた：**${ask} を使って自分の言葉で質問するか、チャンネルでボットにメンションするか、ダイレクトメッセージを送ってください。報告書に出てくる名前や数字を入れると見つかりやすくなります。「報告書は何についてですか？」と聞くと概観を示します。`,
    commands: '**使えるコマンド**',
    menu: (names) => `メッセージのメニューの「アプリ」から：${names}`,
    read: '**答えの読み方：**引用は報告書の本文を一字一句そのまま示したもので、答えとなる文は**太字**です。報告書に発言者の名前があれば、引用の上に示します。引用の下には、報告書、段落番号（¶）、内容バージョン（報告書とともに変わります）を示します。「答えではない」とあるものは、近い箇所にすぎません。',
    promises:
      '**保証しないこと：**引用が証明するのは、その言葉がその報告書にあることだけです。内容が真実であることや、報告書に漏れがないことは証明しません。',
  },
} satisfies Translation['guide'];
