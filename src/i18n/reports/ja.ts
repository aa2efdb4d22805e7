import { counted } from '../counted.ts';
import type { Translation } from '../translation.ts';

const LOCALE = 'ja';

export const reports = counted(LOCALE, { other: '報告書 # 件' });
export const paragraphs = counted(LOCALE, { other: '# 段落' });

/** What `/reports` says, in Japanese. */
export const jaReports = {
  refused: (why) => `**何も変更されませんでした**：${why}`,
  notImported: (source, why) => `**${source} を取り込めませんでした**：${why}`,
  oneSource: 'ファイルかアドレスのどちらかを指定してください。',
  busy: 'これらの報告書には、別の変更を実行中です。しばらくしてからもう一度お試しください。',
  gone: 'このプレビューは無効になりました。公開または破棄されたか、1 日以上たっています。報告書をもう一度取り込んでください。',
  noReport: (id) => `報告書「${id}」はここにはありません。`,
  none: 'ここにはまだ報告書がありません。`/報告書 追加` で追加できます。',
  whose: { own: 'このサーバー独自の報告書', shared: '全サーバー共通の報告書' },
  notADate: (text) => `「${text}」は日付ではありません。2016-07-01 のように入力してください。`,

  limits: {
    reports: (most) => `このサーバーには、すでに上限の ${most} 件の報告書があります`,
    size: (most) => `このサーバーの報告書が合計 ${most} MB を超えてしまいます`,
    imports: (most, minutes) =>
      `このサーバーは 1 時間以内に ${most} 回取り込みました。次に取り込めるのは ${minutes} 分後です`,
  },

  preview: {
    head: '**プレビュー。** ほかの人には見えません。まだ何も公開されていません。',
    replaces: 'この ID の報告書と置き換わります。',
    first: '最初の段落：',
    last: '最後の段落：',
    removed: counted(LOCALE, { other: '取り除いた部分 # 件：' }),
    removedFile: 'ファイルには、取り除いた部分がすべて含まれています。',
    notes: '確認してください：',
    suggested:
      'メンバーに提案する質問です。どれも、この報告書に答えがあります。よくないものは外してください：',
    suggestedNone: '提案できる質問は見つかりませんでした。',
    keep: '提案する質問',
    publish: '公開',
    edit: '詳細を編集',
    discard: '破棄',
    discarded: '破棄しました。何も公開されていません。',
  },

  notes: {
    noPublisher: '発行者がありません',
    noDate: '日付がありません',
    sameTitle: (title, id) =>
      `「${title}」という報告書（${id}）がすでにあります。出典の表示では、発行者と日付で区別されます`,
    standsElsewhere: (paragraph, title, other) => `¶ ${paragraph} は ${title} にも ¶ ${other} としてあります`,
    moreStandElsewhere: (count) => `ほかに ${count} 段落も同様です`,
    long: (paragraph, length) => `¶ ${paragraph} は ${length} 文字あり、引用すると数ページになります`,
    language: (named, looks) => `報告書の言語は ${named} とされていますが、${looks} のようです`,
  },

  form: {
    title: '報告書の詳細',
    add: 'アドレスから報告書を追加',
    file: 'ファイルの場合は「/報告書 追加」を使ってください。',
    fields: {
      title: 'タイトル',
      publisher: '発行者',
      published: '日付（例：2016-07-01）',
      url: '出典のアドレス',
      language: '言語（例：en、pt-BR）',
    },
  },

  published: (title) => `**公開しました**：${title}。`,
  edited: (title) => `**変更しました**：${title}。`,
  removedNow: (title) => `**削除しました**：${title}。\`/報告書 ロールバック\` で元に戻せます。`,
  nothingToUndo: '元に戻せる変更が見つかりません。',
  failed: '**何も変更されませんでした**：報告書のフォルダーに問題があります。',
  confirmRemoval: (title) =>
    `${title} を削除しますか？この報告書による回答もなくなります。ロールバックで元に戻せます。`,
  serves: (reportCount, paragraphCount, version) =>
    `現在の対象は、${reports(reportCount)}、${paragraphs(paragraphCount)}です（内容バージョン ${version}）。`,

  history: {
    none: 'ここではまだ何も変更されていません。',
    head: '**変更**（新しい順）',
    folder: 'フォルダーで直接',
    change: { added: '追加', changed: '変更', removed: '削除' },
    more: counted(LOCALE, { other: 'これより前の変更 # 件は表示していません' }),
  },
} satisfies Translation['reports'];
