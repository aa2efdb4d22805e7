import { counted, numbered } from './counted.ts';
import { jaGuide } from './guide/ja.ts';
import { jaReports, paragraphs, reports } from './reports/ja.ts';
import type { Translation } from './translation.ts';

const LOCALE = 'ja';

const times = counted(LOCALE, { other: '# 回' });
const people = counted(LOCALE, { other: '# 人' });

const range = numbered<number | string>(String, (first, last) => `${first}〜${last}`);
const passages = numbered<number>(
  (at) => `箇所 ${at}`,
  (first, last) => `箇所 ${first}〜${last}`,
);

/** Japanese: です・ます in sentences, nouns in labels. A title in bold has spaces around it, so that no marks touch. */
export const ja: Translation = {
  language: 'ja',

  inQuotes: (text) => `「${text}」`,

  commands: {
    ask: {
      name: '質問',
      description: '質問に答えている箇所を報告書から引用します',
      options: {
        question: ['質問', '知りたいことを自分の言葉で入力します'],
        report: ['報告書', 'この報告書だけから答えます'],
        private: ['非公開', '回答を自分だけに表示します'],
      },
    },
    search: {
      name: '検索',
      description: '語句を含む箇所を、適合度の高い順に一覧表示します',
      options: {
        words: ['語句', '探す語（語形は問いません）。「かぎ括弧」で囲むとそのままの並び、-語 でその語を除外'],
        report: ['報告書', 'この報告書だけを検索します'],
      },
    },
    read: {
      name: '読む',
      description: '報告書が何についてかを見て、どの段落からでも読めます',
      options: {
        report: ['報告書', '読む報告書'],
        paragraph: ['段落', '読み始める段落の番号（¶ 7 なら 7、なければ概観）'],
      },
    },
    verify: {
      name: '引用確認',
      description: '引用が一語一句そのとおり報告書にあるかを確認します',
      options: {
        quote: ['引用', '引用されたとおりの言葉。省略した部分は省略記号で示せます'],
      },
    },
    sources: { name: '出典', description: '回答のもとになる報告書を一覧表示します' },
    about: {
      name: 'ボットについて',
      description: 'このボットが何をもとにどう答えるか、何を保存し、何を保証しないか',
      replies: {
        what: '**Pilcrow** は報告書をもとに答え、自分の言葉で答えることはありません。',
        how: (paragraphCount: number, reportCount: number, version: string) =>
          `${reports(reportCount)}、${paragraphs(paragraphCount)}（内容バージョン ${version}、報告書とともに変わります）を検索し、質問に答えている段落を、出典と発言者を添えて一語一句そのまま引用します。報告書に答えがないときは、そのように伝えます。`,
        proves:
          '**引用が証明すること：**その言葉がその報告書にあること。内容が真実であることや、報告書に漏れがないことは証明しません。',
        keeps: (days: number) =>
          `**保存するもの：**答えのなかった質問と、投票およびその対象の質問（${days} 日間）。各サーバーの設定。投票した人については鍵付きハッシュだけを保存し、質問した人については何も保存しません。`,
        keepsNothing: '**保存するもの：**ありません。',
        remembers:
          '**覚えているもの：**続けて質問できるように、各チャンネルで最後にお答えした内容を10分間、メモリ上にのみ保持します。',
        noModel: '文章を書く言語モデルはありません。小さなネットワークが報告書の語句を指し示すだけです。',
        version: (version: string, command: string) =>
          `Pilcrow ${version}。報告書の一覧は ${command} で表示できます。`,
      },
    },
    help: {
      name: 'ヘルプ',
      description: '質問のしかた、使えるコマンド、答えの読み方',
    },
    reload: {
      name: '再読み込み',
      description: '報告書をディスクから読み込み直します（ボットの管理者のみ）',
    },
    rollback: {
      name: 'ロールバック',
      description: '報告書を最後の変更より前の状態に戻します（ボットの管理者のみ）',
    },
    status: {
      name: '稼働状況',
      description: 'ボットの状態：稼働時間、質問数、速度、メモリ（ボットの管理者のみ）',
    },
    gaps: {
      name: '要改善',
      description: '答えのなかった質問と、誤りとされた箇所を表示します（報告書の管理者用）',
      options: { export: ['書き出し', 'すべてを表のファイル（CSV）で受け取ります'] },
    },
    settings: {
      name: '設定',
      description: 'このサーバーでのボットの答え方（「サーバー管理」の権限が必要）',
      options: {
        report: ['報告書', '質問に指定がないときに使う報告書'],
        reports: ['対象の報告書', 'このサーバーで質問の対象にする報告書'],
        mentions: ['メンション', 'ボットへのメンションを含むメッセージに答えるかどうか'],
      },
    },
    reports: {
      name: '報告書',
      description: 'ここで質問の対象になる報告書を追加、変更、削除します（「サーバー管理」の権限が必要）',
      options: {
        add: ['追加', 'ファイルやウェブページを取り込み、公開する前に内容を確認します'],
        'add file': ['ファイル', 'テキスト、Markdown、HTML、PDF、Word のいずれか'],
        'add url': [
          'アドレス',
          'ウェブページかファイルのアドレス。ファイルも指定したときは、そのファイルの出典',
        ],
        'add title': ['タイトル', '報告書のタイトル（出典の記載より正確にわかる場合）'],
        'add publisher': ['発行者', '発行した人または組織'],
        'add published': ['日付', '発行された日（例：2016-07-01）'],
        'add language': ['言語', '報告書の言語（例：en、pt-BR）'],
        shared: ['共通', '全サーバー共通の報告書を対象にします（ボットの管理者のみ）'],
        list: ['一覧', '報告書を詳細とともに一覧表示します'],
        show: ['表示', '報告書のファイルを表示します'],
        report: ['報告書', '対象の報告書'],
        edit: ['編集', '報告書の詳細を変更します'],
        remove: ['削除', '報告書を削除します'],
        history: ['履歴', '誰がいつ何を変更したかを表示します'],
        rollback: ['ロールバック', '最後の変更、または指定した変更以降のすべてを取り消します'],
        'rollback change': ['変更', 'この変更の前に戻します（指定なし：最後の変更の前）'],
      },
    },
    'Ask the reports': { name: '報告書に質問する' },
    'Check against the reports': { name: '報告書と照合する' },
  },

  answer: {
    noQuestion: '（質問なし）',
    tied: '**次の 2 つの箇所が、この質問に同じ程度に当てはまります：**',
    unanswered: '**報告書には、この質問への答えがありません。**',
    unansweredBy: (title) => `**報告書** ${title} **には、この質問への答えがありません。**`,
    nearest: '最も近い箇所（**回答ではありません**）：',
    noneAnswers: '最も近い箇所（**質問された内容を示す箇所はありません**）：',
    nothingAsked:
      '**この質問には、検索できる語がありません。** 報告書に出てくる名前、数字、語を使って質問してください。',
    missing: (words) => `報告書のどこにもない語：${words}。`,
    missingFrom: (title, words) => `${title} のどこにもない語：${words}。`,
    others: '見つかったほかの箇所',
    open: '見つかった箇所を開く',
    readAs: '次の質問として読みました：',
    askedBy: (mention) => `質問者：${mention}`,
    allReports: 'すべての報告書',
  },

  passage: {
    sentenceBefore: '直前の文：',
    saidBy: (name) => `報告書による発言者：**${name}**`,
    withheld: 'この箇所は、ここでは正確に表示できません。次の場所でお読みください：',
    crowded: 'この箇所は、ほかの箇所と並べて表示できません。開いて単独でお読みください：',
    part: (part, parts) => `この段落のパート ${part}/${parts}。`,
    partOfSentence: '長い文の一部です。箇所を開くと全体を読めます。',
    section: (heading) => `セクション「${heading}」`,
    place: (paragraph, count) => `¶ ${paragraph}（全 ${count} 段落）`,
    content: (version) => `内容バージョン ${version}`,
    piece: (paragraph, part) => `¶ ${paragraph} パート ${part}`,
    of: (piece, count) => `${piece}/${count}`,
    range,
    sectionCount: (count) => `このセクションは全 ${paragraphs(count)}`,
    reportEnds: '報告書はここで終わり',
  },

  buttons: {
    part: (part, parts) => `パート ${part}/${parts}`,
    before: (paragraph) => `前：¶ ${paragraph}`,
    after: (paragraph) => `次：¶ ${paragraph}`,
    section: 'セクション全体',
    source: '出典を開く',
    remove: '削除',
    share: 'チャンネルで共有',
    backTo: (paragraph) => `¶ ${paragraph} に戻る`,
    back: (piece) => `戻る：${piece}`,
    readOn: (piece) => `続き：${piece}`,
    passages,
    reports: numbered<number>(
      (at) => `報告書 ${at}`,
      (first, last) => `報告書 ${first}〜${last}`,
    ),
    gaps: numbered<number>(
      (at) => `項目 ${at}`,
      (first, last) => `項目 ${first}〜${last}`,
    ),
    openPassage: '箇所を開く',
    askAgain: 'もう一度質問する',
    asWritten: '書いたとおりに質問',
    searchAgain: 'もう一度検索する',
    listAgain: 'もう一度一覧を表示する',
    readAgain: (paragraph) => `¶ ${paragraph} からもう一度読む`,
    helped: '役に立った',
    wrong: '箇所が違う',
    dismiss: (entry) => `${entry} を消す`,
  },

  notes: {
    changed: (version) =>
      `**この回答の後に、報告書の内容が変わりました**（現在は内容バージョン ${version}）。`,
    seeNow: (button) => `**${button}** を押すと、現在の内容が表示されます。`,
    useNow: (command) => `現在の内容は ${command} で確認できます。`,
    reportGone: (command) => `この報告書は、もう一覧にありません。${command} をご覧ください。`,
    unknownButton: (command) => `このボタンはもう使えません。代わりに ${command} を使ってください。`,
    onlyAsker: 'この回答を削除できるのは、質問した本人だけです。',
    unknownCommand:
      'そのコマンドは、このボットにはもうありません。現在のコマンドは、管理者が `npm run register` で公開できます。',
    apology: 'ボットの側で問題が発生しました。失われたものはありません。もう一度お試しください。',
    unknownReport: (id, command) =>
      `報告書「${id}」はありません。オプションの候補から選ぶか、${command} をご覧ください。`,
    noParagraph: (paragraph, title, count) =>
      `${title} に ¶ ${paragraph} はありません。段落番号は 1 から ${count} までです。`,
    noText: 'このメッセージにはテキストがありません。',
    tooMany: (seconds) => `短い時間に多くの質問がありました。${seconds} 秒後にもう一度質問してください。`,
    tooManyPages: (seconds) =>
      `短い時間に多くのページが開かれました。${seconds} 秒後に続きをお読みください。`,
    tooManyHere: (seconds) =>
      `このサーバーから短い時間に多くの質問がありました。${seconds} 秒後にもう一度質問してください。`,
    adminsOnly:
      'この操作ができるのは、このボットの管理者だけです。管理者は、ボットの運営者が `ADMIN_USER_IDS` と `ADMIN_ROLE_IDS` に記したユーザーとロールです。どちらも空の場合は、アプリケーションの所有者またはチームが管理者です。',
    managersOnly:
      'この操作には**サーバー管理**の権限が必要です。サーバーの管理者が「サーバー設定」>「ロール」でロールに付与できます。',
    serverOnly: '設定はサーバーごとのものです。このコマンドはサーバーで使ってください。',
    privateHere: (command) => `このチャンネルでは、回答は非公開です。${command} で質問してください。`,
    notKept:
      'このボットは何も保存しません（`STORE=off`）。そのため、表示するものも設定するものもありません。',
    searchAway:
      '現在、報告書を検索できません。報告書に答えがないという意味ではありません。数分後にもう一度お試しください。',
    reportsAway:
      '現在、報告書にアクセスできないため、読むことも変更することもできません。失われたものはなく、報告書に答えがないという意味でもありません。数分後にもう一度お試しください。',
    recordsAway:
      '現在、このボットに保存された情報を読み込めません。失われたものはありません。数分後にもう一度お試しください。',
    storeFailed: '保存できませんでした。理由はボットのログに記録されています。後でもう一度お試しください。',
    blocked:
      'このサーバーのフィルター（AutoMod）が回答をブロックしました。モデレーターはボットのロールを対象外に設定できます。',
  },

  guide: jaGuide,

  search: {
    found: (first, last, total) =>
      `報告書で見つかった **${total} 箇所のうち ${range(first, last)}**（適合度の高い順）。`,
    foundIn: (first, last, total, title) =>
      `${title} で見つかった **${total} 箇所のうち ${range(first, last)}**（適合度の高い順）。`,
    more: 'ほかにもあるかもしれません。より珍しい語を加えるか、報告書を選んでください。',
    none: '**これらの語を含む箇所は、報告書にありません。**',
    noneIn: (title) => `**報告書** ${title} **には、これらの語を含む箇所がありません。**`,
    narrowed:
      '**当てはまる箇所がありません。** 括弧や引用符で囲んだ語はそのままの並びで含まれ、マイナス記号の後の語は含まれない必要があります。',
    nothingSearched:
      '**入力には、検索できる語がありません。** 報告書に出てくる名前、数字、語で検索してください。',
    tooLong: (length, limit) => `入力は ${length} 文字です。${limit} 文字以内で検索してください。`,
  },

  sources: {
    none: '報告書がありません。',
    count: reports,
    paragraphs,
    longAddress: (length) => `${length} 文字のアドレス（長いため省略）`,
  },

  verify: {
    head: '確認する引用：',
    noText: '（テキストなし）',
    exact: '**完全に一致します。**',
    sameWords: '**言葉は同じです。** 表記だけが異なります：',
    notFound: (command) =>
      `**報告書にはありません。** これらの言葉に近い箇所もありません。ほかの報告書にはあるかもしれませんが、このボットが知っているのは自分の報告書だけです（${command}）。`,
    proves: 'これが示すのは、その言葉がどこにあるかであり、内容が真実かどうかではありません。',
    inParts: (parts) =>
      `引用の ${parts} つの部分は、この順序で、一語一句そのとおり報告書にあります。省略記号で省かれた部分は、ご自身でお読みください。`,
    inOne: 'この言葉は、一字一句そのとおり報告書にあります。',
    noWords: '**確認する言葉がありません。** 報告書にあるとされる言葉を貼り付けてください。',
    tooShort: (count) =>
      `**短すぎて確認できません。** この言葉は ${count} か所にあり、何の証明にもなりません。引用をもっと長く入力してください。`,
    muchTooShort:
      '**短すぎて確認できません。** この言葉は 100 か所以上にあり、何の証明にもなりません。引用をもっと長く入力してください。',
    foundIn: (places) => `見つかった場所：${places}。`,
    foundInAnd: (places, more) => `見つかった場所：${places}、ほか ${more} か所。`,
    typography: {
      'quotation marks': '引用符',
      dashes: 'ダッシュ',
      ellipsis: '省略記号',
      spaces: '空白',
      capitals: '大文字と小文字',
      'letter forms': '字形',
    },
    alsoTypography: (kinds) => `表記も異なります：${kinds}。`,
    times,
    signs: (inReport, inQuote) => `報告書では ${inReport}、引用では ${inQuote}`,
    order: '**引用のとおりではありません。** 各部分は報告書にありますが、この順序ではありません。',
    differs: '**一語一句同じではありません。** 引用と最も近い箇所との比較：',
    omitted: counted(LOCALE, {
      other: 'ほかに # 件の相違があり、ここには収まりません。ファイルにはすべて含まれています。',
    }),
    nearest: '最も近い箇所（報告書のまま）：',
    missing: '引用にない語',
    added: '引用で加わった語',
  },

  reload: {
    busy: '再読み込みを実行中です。終わってからもう一度お試しください。',
    reloaded: (seconds) => `**再読み込みしました**（${seconds} 秒）：`,
    rolledBack: '**前の報告書に戻しました**：',
    again: (command, version, further) =>
      `これも変更の一つです。もう一度 ${command} を使うと、内容バージョン ${version} に戻ります。さらに前に戻すには、${further} で変更を指定してください。`,
    noEarlier: '戻せる状態がありません。報告書の変更は記録されていません。',
    serves: (reportCount, paragraphCount, version) =>
      `${reports(reportCount)}、${paragraphs(paragraphCount)}、内容バージョン ${version}。`,
    added: '追加',
    changed: '変更',
    removed: '削除',
    nothingChanged: '変更はありません。',
    failed: (version) =>
      `**再読み込みは行われませんでした。** 引き続き内容バージョン ${version} で答えます。`,
    faults: counted(LOCALE, { other: '問題 # 件：' }),
  },

  status: {
    running: (since) => `**稼働中**（${since} から）`,
    versions: (pilcrow, node, content) => `Pilcrow ${pilcrow}、Node ${node}、内容バージョン ${content}`,
    content: (reportCount, paragraphCount) => `${reports(reportCount)}、${paragraphs(paragraphCount)}`,
    questions: (quoted, related, none) =>
      `起動後の質問：回答あり ${quoted}、近い箇所のみ ${related}、該当なし ${none}`,
    latency: (median, p99) => `回答までの時間：中央値 ${median} ms、p99 ${p99} ms`,
    noLatency: '回答までの時間：質問はまだありません',
    reader: {
      off: '読解モデル：無効。語の一致だけで回答します',
      loading: '読解モデル：読み込み中。それまでは語の一致だけで回答します',
      ready: '読解モデル：稼働中',
      failed: '読解モデル：読み込めないか停止しました（ログを参照）。語の一致だけで回答します',
    },
    memory: (megabytes) => `メモリ：常駐 ${megabytes} MB`,
    shard: (shard, shards, servers) => `シャード ${shard}/${shards}、サーバー数 ${servers}`,
    shards: (range, servers) => `シャード ${range}、サーバー数 ${servers}`,
  },

  processes: {
    serving: (serving, all) => `**プロセス**：${all} 個中 ${serving} 個がこの内容を使用中`,
    unserved: (shards) => `シャード ${shards} に応答するプロセスがありません。`,
    shards: (range) => `シャード ${range}`,
    self: (host) => `${host}（このプロセス）`,
    same: '同じ内容',
    other: (version) => `内容バージョン ${version}`,
    started: (when) => `起動 ${when}`,
    seen: (when) => `最終確認 ${when}`,
    more: counted(LOCALE, { other: 'ほか # 個' }),
    unknown: '**プロセス**：データベースが応答しないため不明です（ログを参照）',
  },

  gaps: {
    none: '**要改善の項目はありません。** 答えのなかった質問も、誤りとされた箇所もありません。',
    head: (first, last, total) => `**要改善 ${total} 件のうち ${range(first, last)}**（頻度の高い順）`,
    unanswered: (count) => `回答なし、${times(count)}`,
    wrong: (count, title, paragraph) => `${people(count)} が誤りと指摘：${title} ¶ ${paragraph}`,
    alike: counted(LOCALE, { other: '似た質問 # 件' }),
    dismissed: 'この項目はすでに消されています。',
    seen: '確認済み',
    file: counted(LOCALE, { other: '**# 件**をファイルにまとめました（頻度の高い順）。' }),
    omitted: counted(LOCALE, { other: '頻度の低い # 件は収まりませんでした。' }),
    columns: {
      question: '質問',
      wrong: '誤りとされた箇所',
      count: '回数',
      first: '最初（UTC）',
      last: '最後（UTC）',
      seen: '確認',
    },
  },

  alerts: {
    head: '**ここで答えられなかった質問、または誤りとされた箇所**',
    more: (count, command) => `ほか ${count} 件：${command}`,
    addReport: '報告書を追加',
    markSeen: 'すべて確認済みにする',
    seenBy: (mention) => `${mention} が確認済みにしました`,
  },

  settings: {
    head: '**このサーバーでのボットの答え方**',
    publicEverywhere: '回答は、すべてのチャンネルで公開されます。',
    publicNowhere: '回答は、すべてのチャンネルで非公開です。',
    publicIn: (channels) => `回答は ${channels} で公開され、ほかでは非公開です。`,
    noDefault: '質問は、すべての報告書を対象とします。',
    defaultReport: (title) => `報告書の指定がない質問は、${title} を対象とします。`,
    defaultGone: (id) => `既定の報告書「${id}」は現在ありません。質問は、すべての報告書を対象とします。`,
    seen: {
      own: 'このサーバー独自の報告書だけが対象です。',
      shared: '全サーバー共通の報告書だけが対象です。',
      both: 'このサーバー独自の報告書と全サーバー共通の報告書が対象です。',
    },
    see: { own: '独自の報告書のみ', shared: '共通の報告書のみ', both: '両方' },
    mentionsOn: 'ボットへのメンションを含むメッセージに答えます。',
    mentionsOff: 'ボットへのメンションを含むメッセージには答えません。',
    chooseChannels: '回答を公開するチャンネル',
    makePublic: 'すべてで公開',
    makePrivate: 'すべてで非公開',
    switchMentionsOn: 'メンションに答える',
    switchMentionsOff: 'メンションに答えない',
    clearReport: 'すべての報告書に質問する',
    alertsOff: '答えられなかった質問を知らせるチャンネルはありません。',
    alertsIn: (channel) =>
      `${channel} に、このサーバー独自の報告書が変わるたびに、また多くても 1 日 1 回、答えられなかった質問と誤りとされた箇所をお知らせします。`,
    chooseAlerts: '通知先のチャンネル',
    alertsBegin: (mention) =>
      `${mention} がこのチャンネルを選びました。このサーバー独自の報告書が変わるたびに、また多くても 1 日 1 回、答えられなかった質問と誤りとされた箇所をお知らせします。`,
    cannotAlert: {
      gone: (channel) =>
        `${channel} はこのサーバーのテキストチャンネルではありません。何も変わっていません。ほかのチャンネルを選んでください。`,
      forbidden: (channel) =>
        `ボットは ${channel} に書き込めません。何も変わっていません。そのチャンネルで「チャンネルを見る」と「メッセージを送信」の権限を与えてから、もう一度選んでください。`,
    },
  },

  reports: jaReports,
};
