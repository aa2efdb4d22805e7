import { counted, numbered } from './counted.ts';
import { deGuide } from './guide/de.ts';
import { deReports, paragraphs, reports, times } from './reports/de.ts';
import type { Translation } from './translation.ts';

const ofReports = counted('de', { one: '# Bericht', other: '# Berichten' });
const people = counted('de', { one: '# Person', other: '# Personen' });
const morePlaces = counted('de', { one: 'einer weiteren Stelle', other: '# weiteren Stellen' });
const days = counted('de', { one: '# Tag', other: '# Tage' });

const range = numbered<number | string>(String, (first, last) => `${first} bis ${last}`);
const passages = numbered<number>(
  (at) => `Stelle ${at}`,
  (first, last) => `Stellen ${first} bis ${last}`,
);
const gaps = numbered<number>(
  (at) => `Lücke ${at}`,
  (first, last) => `Lücken ${first} bis ${last}`,
);

/** German. */
export const de: Translation = {
  language: 'de',

  inQuotes: (text) => `„${text}“`,

  commands: {
    ask: {
      name: 'fragen',
      description: 'Die Stelle der Berichte zitieren, die Ihre Frage beantwortet',
      options: {
        question: ['frage', 'Was Sie wissen möchten, in Ihren eigenen Worten'],
        report: ['bericht', 'Nur aus diesem Bericht antworten'],
        private: ['privat', 'Die Antwort nur Ihnen zeigen'],
      },
    },
    search: {
      name: 'suchen',
      description: 'Die Stellen auflisten, die Ihre Wörter enthalten, die besten zuerst',
      options: {
        words: [
          'wörter',
          'Gesuchte Wörter in jeder Form; „in Anführungszeichen“ genau so; -Wort: darf nicht vorkommen',
        ],
        report: ['bericht', 'Nur in diesem Bericht suchen'],
      },
    },
    read: {
      name: 'lesen',
      description: 'Sehen, worum es in einem Bericht geht, und ihn ab einem beliebigen Absatz lesen',
      options: {
        report: ['bericht', 'Der Bericht, den Sie lesen möchten'],
        paragraph: [
          'absatz',
          'Die Nummer des Absatzes, mit dem es beginnt, wie in ¶ 7 (sonst die Übersicht)',
        ],
      },
    },
    verify: {
      name: 'prüfen',
      description: 'Prüfen, ob ein Zitat Wort für Wort in den Berichten steht',
      options: {
        quote: ['zitat', 'Der Wortlaut des Zitats; Auslassungspunkte dürfen für fehlende Wörter stehen'],
      },
    },
    sources: {
      name: 'quellen',
      description: 'Die Berichte auflisten, aus denen die Antworten stammen',
    },
    about: {
      name: 'info',
      description: 'Woraus dieser Bot antwortet, wie, was er speichert und was er nicht verspricht',
      replies: {
        what: '**Pilcrow** antwortet aus Berichten und nie mit eigenen Worten.',
        how: (paragraphCount: number, reportCount: number, version: string) =>
          `Er durchsucht ${paragraphs(paragraphCount)} aus ${ofReports(reportCount)} (Inhaltsstand ${version}, der sich mit den Berichten ändert) und zitiert Wort für Wort den, der die Frage beantwortet; dazu nennt er die Quelle und wer es gesagt hat. Wenn die Berichte keine Antwort geben, sagt er das.`,
        proves:
          '**Was ein Zitat belegt:** dass diese Worte in jenem Bericht stehen. Es belegt weder, dass sie wahr sind, noch, dass der Bericht vollständig ist.',
        keeps: (dayCount: number) =>
          `**Was er speichert:** ${days(dayCount)} lang die Fragen, die nicht beantwortet wurden, und Bewertungen mit der Frage, zu der sie gehören; außerdem die Einstellungen jedes Servers. Davon, wer bewertet hat, speichert er einen mit einem Schlüssel berechneten Hash, davon, wer gefragt hat, nichts.`,
        keepsNothing: '**Was er speichert:** nichts.',
        remembers:
          '**Was er sich merkt:** was Ihnen in einem Kanal zuletzt geantwortet wurde, zehn Minuten lang und nur im Arbeitsspeicher, damit Sie weiterfragen können.',
        noModel: 'Kein Sprachmodell schreibt hier: Ein kleines Netz zeigt auf Wörter der Berichte.',
        version: (version: string, command: string) =>
          `Pilcrow ${version}. ${command} listet die Berichte auf.`,
      },
    },
    help: {
      name: 'hilfe',
      description: 'Wie man fragt, welche Befehle Sie verwenden können und wie eine Antwort zu lesen ist',
    },
    reload: {
      name: 'neu-laden',
      description: 'Die Berichte neu vom Datenträger laden (nur für Admins des Bots)',
    },
    rollback: {
      name: 'zurückrollen',
      description: 'Zu den Berichten vor ihrer letzten Änderung zurückkehren (nur für Admins des Bots)',
    },
    status: {
      name: 'status',
      description: 'Wie es dem Bot geht: Laufzeit, Fragen, Tempo, Speicher (nur für Admins des Bots)',
    },
    gaps: {
      name: 'lücken',
      description: 'Fragen ohne Antwort und als falsch markierte Stellen (für die, die die Berichte pflegen)',
      options: { export: ['exportieren', 'Alle als Tabelle in einer Datei (CSV) erhalten'] },
    },
    settings: {
      name: 'einstellungen',
      description: 'Wie der Bot auf diesem Server antwortet (braucht das Recht „Server verwalten“)',
      options: {
        report: ['bericht', 'Der Bericht, an den Fragen gehen, die keinen nennen'],
        reports: ['berichte', 'Welche Berichte hier befragt werden'],
        mentions: ['erwähnungen', 'Ob der Bot auf Nachrichten antwortet, die ihn erwähnen'],
      },
    },
    reports: {
      name: 'berichte',
      description:
        'Die Berichte, die hier befragt werden, hinzufügen, ändern, entfernen (braucht „Server verwalten“)',
      options: {
        add: ['hinzufügen', 'Eine Datei oder Webseite importieren und vor der Veröffentlichung ansehen'],
        'add file': ['datei', 'Text, Markdown, HTML, PDF oder Word'],
        'add url': ['adresse', 'Die Adresse einer Webseite oder Datei; neben einer Datei: woher sie stammt'],
        'add title': ['titel', 'Der Titel, wenn Sie ihn besser kennen als die Quelle'],
        'add publisher': ['herausgeber', 'Wer den Bericht herausgegeben hat'],
        'add published': ['datum', 'Wann er erschienen ist, etwa 2016-07-01'],
        'add language': ['sprache', 'Seine Sprache, etwa de oder pt-BR'],
        shared: ['gemeinsam', 'Die Berichte, die alle Server teilen (nur für Admins des Bots)'],
        list: ['auflisten', 'Die Berichte mit ihren Angaben auflisten'],
        show: ['anzeigen', 'Die Datei eines Berichts erhalten'],
        report: ['bericht', 'Der Bericht'],
        edit: ['bearbeiten', 'Die Angaben zu einem Bericht ändern'],
        remove: ['entfernen', 'Einen Bericht entfernen'],
        history: ['verlauf', 'Wer was wann geändert hat'],
        rollback: ['zurückrollen', 'Die letzte Änderung zurücknehmen oder alle bis zu einer bestimmten'],
        'rollback change': ['änderung', 'Die Änderung, vor die es zurückgehen soll (sonst die letzte)'],
      },
    },
    'Ask the reports': { name: 'Die Berichte fragen' },
    'Check against the reports': { name: 'Mit den Berichten abgleichen' },
  },

  answer: {
    noQuestion: '(keine Frage)',
    tied: '**Zwei Stellen passen gleich gut zu dieser Frage:**',
    unanswered: '**Die Berichte beantworten diese Frage nicht.**',
    unansweredBy: (title) => `**Der Bericht** ${title} **beantwortet diese Frage nicht.**`,
    nearest: 'Nächstliegende Stellen, **keine Antwort**:',
    noneAnswers: 'Nächstliegende Stellen; **keine gibt an, wonach gefragt wurde.**',
    nothingAsked:
      '**In dieser Frage gibt es nichts, wonach sich suchen lässt.** Fragen Sie mit einem Namen, einer Zahl oder einem Wort aus den Berichten.',
    missing: (words) => `Nirgends in den Berichten: ${words}.`,
    missingFrom: (title, words) => `Nirgends in ${title}: ${words}.`,
    others: 'Weitere gefundene Stellen',
    open: 'Eine der gefundenen Stellen öffnen',
    readAs: 'Gelesen als:',
    askedBy: (mention) => `Gefragt von ${mention}`,
    allReports: 'Alle Berichte',
  },

  passage: {
    sentenceBefore: 'Der Satz davor:',
    saidBy: (name) => `Gesagt, dem Bericht zufolge, von: **${name}**`,
    withheld: 'Diese Stelle lässt sich hier nicht genau wiedergeben. Lesen Sie sie dort, wo sie steht:',
    crowded:
      'Diese Stelle lässt sich hier neben den anderen nicht zeigen. Öffnen Sie sie, um sie für sich zu lesen:',
    part: (part, parts) => `Teil ${part} von ${parts} dieses Absatzes.`,
    partOfSentence: 'Ein Teil eines langen Satzes. Öffnen Sie die Stelle, um ihn ganz zu lesen.',
    section: (heading) => `Abschnitt „${heading}“`,
    place: (paragraph, count) => `¶ ${paragraph} von ${count}`,
    content: (version) => `Inhaltsstand ${version}`,
    piece: (paragraph, part) => `¶ ${paragraph}, Teil ${part}`,
    of: (piece, count) => `${piece} von ${count}`,
    range,
    sectionCount: (count) => `der Abschnitt hat ${paragraphs(count)}`,
    reportEnds: 'der Bericht endet hier',
  },

  buttons: {
    part: (part, parts) => `Teil ${part} von ${parts}`,
    before: (paragraph) => `Davor: ¶ ${paragraph}`,
    after: (paragraph) => `Danach: ¶ ${paragraph}`,
    section: 'Ganzer Abschnitt',
    source: 'Quelle öffnen',
    remove: 'Entfernen',
    share: 'Im Kanal teilen',
    backTo: (paragraph) => `Zurück zu ¶ ${paragraph}`,
    back: (piece) => `Zurück: ${piece}`,
    readOn: (piece) => `Weiterlesen: ${piece}`,
    passages,
    reports: numbered<number>(
      (at) => `Bericht ${at}`,
      (first, last) => `Berichte ${first} bis ${last}`,
    ),
    gaps: numbered<number>(
      (at) => `Eintrag ${at}`,
      (first, last) => `Einträge ${first} bis ${last}`,
    ),
    openPassage: 'Eine Stelle öffnen',
    askAgain: 'Erneut fragen',
    asWritten: 'So fragen, wie es dasteht',
    searchAgain: 'Erneut suchen',
    listAgain: 'Erneut auflisten',
    readAgain: (paragraph) => `Ab ¶ ${paragraph} erneut lesen`,
    helped: 'Das hat geholfen',
    wrong: 'Falsche Stelle',
    dismiss: (entry) => `${entry} verwerfen`,
  },

  notes: {
    changed: (version) =>
      `**Die Berichte haben sich seit dieser Antwort geändert** (jetzt Inhaltsstand ${version}).`,
    seeNow: (button) => `**${button}** zeigt, was sie jetzt sagen.`,
    useNow: (command) => `Mit ${command} sehen Sie, was sie jetzt sagen.`,
    reportGone: (command) => `Dieser Bericht gehört nicht mehr dazu: siehe ${command}.`,
    unknownButton: (command) =>
      `Diese Schaltfläche funktioniert nicht mehr. Verwenden Sie stattdessen ${command}.`,
    onlyAsker: 'Nur die Person, die gefragt hat, kann diese Antwort entfernen.',
    unknownCommand:
      'Dieser Bot hat diesen Befehl nicht mehr. Ein Admin kann die aktuellen mit `npm run register` veröffentlichen.',
    apology: 'Bei uns ist etwas schiefgegangen. Verloren ist nichts; bitte versuchen Sie es noch einmal.',
    unknownReport: (id, command) =>
      `Es gibt keinen Bericht „${id}“. Wählen Sie einen aus der Liste der Option, oder sehen Sie unter ${command} nach.`,
    noParagraph: (paragraph, title, count) =>
      `¶ ${paragraph} gibt es in ${title} nicht: Die Absätze sind von 1 bis ${count} nummeriert.`,
    noText: 'Diese Nachricht enthält keinen Text.',
    tooMany: (seconds) =>
      `Sie haben in kurzer Zeit viele Fragen gestellt. Bitte fragen Sie in ${seconds} s noch einmal.`,
    tooManyPages: (seconds) =>
      `Sie haben in kurzer Zeit viele Seiten geöffnet. Bitte machen Sie in ${seconds} s weiter.`,
    tooManyHere: (seconds) =>
      `Auf diesem Server wurden in kurzer Zeit viele Fragen gestellt. Bitte fragen Sie in ${seconds} s noch einmal.`,
    adminsOnly:
      'Das dürfen nur Admins dieses Bots: die Personen und Rollen, die sein Betreiber in `ADMIN_USER_IDS` und `ADMIN_ROLE_IDS` aufführt, oder, wenn beide leer sind, der Besitzer oder das Team der Anwendung.',
    managersOnly:
      'Das dürfen nur Mitglieder mit der Berechtigung **Server verwalten**. Ein Administrator dieses Servers gibt sie einer Rolle unter Servereinstellungen > Rollen.',
    serverOnly: 'Einstellungen gehören zu einem Server. Verwenden Sie diesen Befehl auf einem Server.',
    privateHere: (command) => `In diesem Kanal sind Antworten privat. Fragen Sie mit ${command}.`,
    notKept: 'Dieser Bot speichert nichts (`STORE=off`); es gibt also nichts anzuzeigen oder einzustellen.',
    searchAway:
      'Die Berichte können im Moment nicht durchsucht werden. Das heißt nicht, dass keine Antwort darin steht: Bitte versuchen Sie es in einigen Minuten noch einmal.',
    reportsAway:
      'Die Berichte sind im Moment nicht erreichbar: Sie können weder gelesen noch geändert werden. Nichts ist verloren, und es heißt nicht, dass keine Antwort darin steht: Bitte versuchen Sie es in einigen Minuten noch einmal.',
    recordsAway:
      'Was dieser Bot gespeichert hat, kann im Moment nicht gelesen werden. Nichts ist verloren: Bitte versuchen Sie es in einigen Minuten noch einmal.',
    storeFailed:
      'Das konnte nicht gespeichert werden; warum, steht im Protokoll des Bots. Bitte versuchen Sie es später noch einmal.',
    blocked:
      'Ein Filter dieses Servers (AutoMod) hat die Antwort blockiert. Die Moderation kann die Rolle des Bots davon ausnehmen.',
  },

  guide: deGuide,

  search: {
    found: (first, last, total) =>
      `**${passages(first, last)} von ${total}** aus den Berichten, die besten zuerst.`,
    foundIn: (first, last, total, title) =>
      `**${passages(first, last)} von ${total}** aus ${title}, die besten zuerst.`,
    more: 'Vielleicht gibt es weitere: Fügen Sie ein selteneres Wort hinzu, oder wählen Sie einen Bericht.',
    none: '**Keine Stelle der Berichte enthält eines dieser Wörter.**',
    noneIn: (title) => `**Keine Stelle in** ${title} **enthält eines dieser Wörter.**`,
    narrowed:
      '**Keine Stelle passt.** Wörter in Anführungszeichen müssen genau so nebeneinanderstehen, Wörter hinter einem Minuszeichen dürfen nicht vorkommen.',
    nothingSearched:
      '**In diesen Wörtern gibt es nichts, wonach sich suchen lässt.** Suchen Sie nach einem Namen, einer Zahl oder einem Wort aus den Berichten.',
    tooLong: (length, limit) =>
      `Diese Wörter haben zusammen ${length} Zeichen. Suchen Sie mit höchstens ${limit}.`,
  },

  sources: {
    none: 'Es gibt keine Berichte.',
    count: reports,
    paragraphs,
    longAddress: (length) => `eine Adresse von ${length} Zeichen, zu lang für die Liste`,
  },

  verify: {
    head: 'Zu prüfendes Zitat:',
    noText: '(kein Text)',
    exact: '**Exakt.**',
    sameWords: '**Dieselben Worte.** Nur die Typografie weicht ab:',
    notFound: (command) =>
      `**Nicht in den Berichten.** Keine Stelle kommt diesen Worten nahe. Andere Texte enthalten sie vielleicht: Dieser Bot kennt nur seine eigenen Berichte (${command}).`,
    proves: 'Das belegt, wo die Worte stehen, nicht, dass sie wahr sind.',
    inParts: (parts) =>
      `Die ${parts} Teile des Zitats stehen Wort für Wort und in dieser Reihenfolge in einem Bericht; was die Auslassungspunkte übergehen, bleibt Ihnen zu lesen.`,
    inOne: 'Diese Worte stehen in einem Bericht, Zeichen für Zeichen.',
    noWords:
      '**Hier gibt es keine Wörter zu prüfen.** Fügen Sie die Worte ein, die in einem Bericht stehen sollen.',
    tooShort: (count) =>
      `**Zu kurz zum Prüfen.** Diese Worte stehen an ${count} Stellen; das belegt nichts. Bitte geben Sie einen längeren Teil des Zitats an.`,
    muchTooShort:
      '**Zu kurz zum Prüfen.** Diese Worte stehen an hundert oder mehr Stellen; das belegt nichts. Bitte geben Sie einen längeren Teil des Zitats an.',
    foundIn: (places) => `Gefunden in ${places}.`,
    foundInAnd: (places, more) => `Gefunden in ${places}, und an ${morePlaces(more)}.`,
    typography: {
      'quotation marks': 'Anführungszeichen',
      dashes: 'Striche',
      ellipsis: 'Auslassungspunkte',
      spaces: 'Leerzeichen',
      capitals: 'Groß- und Kleinschreibung',
      'letter forms': 'Buchstabenformen',
    },
    alsoTypography: (kinds) => `Auch die Typografie weicht ab: ${kinds}.`,
    times,
    signs: (inReport, inQuote) => `${inReport} im Bericht, ${inQuote} im Zitat`,
    order: '**Nicht wie zitiert.** Die Teile stehen in einem Bericht, aber nicht in dieser Reihenfolge.',
    differs: '**Nicht Wort für Wort.** Das Zitat im Vergleich mit der nächstliegenden Stelle:',
    omitted: counted('de', {
      one: '# weiterer Unterschied passt nicht hierher; die Datei enthält alle.',
      other: '# weitere Unterschiede passen nicht hierher; die Datei enthält alle.',
    }),
    nearest: 'Die nächstliegende Stelle, wie sie im Bericht steht:',
    missing: 'fehlt im Zitat',
    added: 'im Zitat hinzugefügt',
  },

  reload: {
    busy: 'Die Berichte werden gerade schon neu geladen. Versuchen Sie es danach noch einmal.',
    reloaded: (seconds) => `**Neu geladen** in ${seconds} s:`,
    rolledBack: '**Zurück** bei den vorherigen Berichten:',
    again: (command, version, further) =>
      `Auch das ist eine Änderung: Noch einmal ${command} bringt den Inhaltsstand ${version} zurück. Weiter zurück geht es mit einer Änderung in ${further}.`,
    noEarlier: 'Es gibt nichts, wohin man zurückkehren könnte: keine Änderung der Berichte ist aufbewahrt.',
    serves: (reportCount, paragraphCount, version) =>
      `${reports(reportCount)}, ${paragraphs(paragraphCount)}, Inhaltsstand ${version}.`,
    added: 'Hinzugefügt',
    changed: 'Geändert',
    removed: 'Entfernt',
    nothingChanged: 'Nichts hat sich geändert.',
    failed: (version) => `**Nichts wurde neu geladen.** Antworten kommen weiter aus Inhaltsstand ${version}.`,
    faults: counted('de', { one: 'Der Fehler:', other: 'Die # Fehler:' }),
  },

  status: {
    running: (since) => `**In Betrieb** seit: ${since}`,
    versions: (pilcrow, node, content) => `Pilcrow ${pilcrow}, Node ${node}, Inhaltsstand ${content}`,
    content: (reportCount, paragraphCount) => `${reports(reportCount)}, ${paragraphs(paragraphCount)}`,
    questions: (quoted, related, none) =>
      `Fragen seit dem Start: ${quoted} beantwortet, ${related} nur mit nächstliegenden Stellen, ${none} ganz ohne Stelle`,
    latency: (median, p99) => `Zeit bis zur Antwort: Median ${median} ms, p99 ${p99} ms`,
    noLatency: 'Zeit bis zur Antwort: noch keine Frage gestellt',
    reader: {
      off: 'Leser: aus, geantwortet wird nur nach Wörtern',
      loading: 'Leser: lädt, bis dahin wird nur nach Wörtern geantwortet',
      ready: 'Leser: liest',
      failed: 'Leser: nicht geladen oder ausgefallen (siehe Protokoll), geantwortet wird nur nach Wörtern',
    },
    memory: (megabytes) => `Arbeitsspeicher: ${megabytes} MB belegt`,
    shard: (shard, shards, servers) => `Shard ${shard} von ${shards}, ${servers} Server`,
    shards: (range, servers) => `Shards ${range}, ${servers} Server`,
  },

  processes: {
    serving: (serving, all) => `**Prozesse**: ${serving} von ${all} mit diesem Inhaltsstand`,
    unserved: (shards) => `Auf den Shards ${shards} antwortet kein Prozess.`,
    shards: (range) => `Shards ${range}`,
    self: (host) => `${host} (dieser)`,
    same: 'dieser Inhaltsstand',
    other: (version) => `Inhaltsstand ${version}`,
    started: (when) => `gestartet ${when}`,
    seen: (when) => `zuletzt gemeldet ${when}`,
    more: counted('de', { other: 'und # weitere' }),
    unknown: '**Prozesse**: unbekannt, weil die Datenbank nicht antwortet (siehe Protokoll)',
  },

  gaps: {
    none: '**Keine Lücken.** Keine Frage blieb ohne Antwort, und keine Stelle wurde als falsch markiert.',
    head: (first, last, total) => `**${gaps(first, last)} von ${total}**, die häufigsten zuerst`,
    unanswered: (count) => `${times(count)} nicht beantwortet`,
    wrong: (count, title, paragraph) => `von ${people(count)} als falsch markiert: ${title}, ¶ ${paragraph}`,
    alike: counted('de', { one: 'und # ähnliche Frage', other: 'und # ähnliche Fragen' }),
    dismissed: 'Dieser Eintrag wurde bereits verworfen.',
    seen: 'gesehen',
    file: counted('de', {
      one: '**# Eintrag** steht in der Datei.',
      other: '**# Einträge** stehen in der Datei, die häufigsten zuerst.',
    }),
    omitted: counted('de', {
      one: '# seltenerer Eintrag passt nicht hinein.',
      other: '# seltenere Einträge passen nicht hinein.',
    }),
    columns: {
      question: 'Frage',
      wrong: 'Als falsch markierte Stelle',
      count: 'Anzahl',
      first: 'Zuerst (UTC)',
      last: 'Zuletzt (UTC)',
      seen: 'Gesehen',
    },
  },

  alerts: {
    head: '**Hier nicht beantwortet oder als falsche Stelle markiert**',
    more: (count, command) => `und ${count} weitere: ${command}`,
    addReport: 'Bericht hinzufügen',
    markSeen: 'Alle als gesehen markieren',
    seenBy: (mention) => `Als gesehen markiert von ${mention}`,
  },

  settings: {
    head: '**Wie der Bot auf diesem Server antwortet**',
    publicEverywhere: 'Antworten sind in jedem Kanal öffentlich.',
    publicNowhere: 'Antworten sind in jedem Kanal privat.',
    publicIn: (channels) => `Antworten sind in ${channels} öffentlich und sonst privat.`,
    noDefault: 'Fragen gehen an alle Berichte.',
    defaultReport: (title) => `Fragen, die keinen Bericht nennen, gehen an ${title}.`,
    defaultGone: (id) =>
      `Den Standardbericht „${id}“ gibt es derzeit nicht unter den Berichten: Fragen gehen an alle.`,
    seen: {
      own: 'Gefragt werden nur die eigenen Berichte dieses Servers.',
      shared: 'Gefragt werden nur die Berichte, die alle Server teilen.',
      both: 'Gefragt werden die eigenen Berichte dieses Servers und die, die alle Server teilen.',
    },
    see: { own: 'Nur eigene Berichte', shared: 'Nur gemeinsame Berichte', both: 'Beide' },
    mentionsOn: 'Nachrichten, die den Bot erwähnen, werden beantwortet.',
    mentionsOff: 'Nachrichten, die den Bot erwähnen, werden nicht beantwortet.',
    chooseChannels: 'Kanäle, in denen Antworten öffentlich sind',
    makePublic: 'Überall öffentlich',
    makePrivate: 'Überall privat',
    switchMentionsOn: 'Erwähnungen beantworten',
    switchMentionsOff: 'Erwähnungen nicht beantworten',
    clearReport: 'Alle Berichte fragen',
    alertsOff: 'Keinem Kanal wird gemeldet, was hier nicht beantwortet wurde.',
    alertsIn: (channel) =>
      `${channel} erfährt von jeder Änderung an den eigenen Berichten dieses Servers und höchstens einmal am Tag, was sie nicht beantwortet haben und welche Stellen als falsch markiert wurden.`,
    chooseAlerts: 'Kanal für Meldungen',
    alertsBegin: (mention) =>
      `${mention} hat diesen Kanal ausgewählt: Er erfährt von jeder Änderung an den eigenen Berichten dieses Servers und höchstens einmal am Tag, was sie nicht beantwortet haben und welche Stellen als falsch markiert wurden.`,
    cannotAlert: {
      gone: (channel) =>
        `${channel} ist kein Textkanal dieses Servers. Nichts wurde geändert: Wählen Sie einen anderen.`,
      forbidden: (channel) =>
        `Der Bot darf in ${channel} nicht schreiben. Nichts wurde geändert: Geben Sie ihm dort die Rechte „Kanal anzeigen“ und „Nachrichten senden“ und wählen Sie den Kanal noch einmal.`,
    },
  },

  reports: deReports,
};
