import { counted, numbered } from './counted.ts';
import { frGuide } from './guide/fr.ts';
import { frReports, paragraphs, reports } from './reports/fr.ts';
import type { Translation } from './translation.ts';

const times = counted('fr', { other: '# fois' });
const people = counted('fr', { one: '# personne', other: '# personnes' });
const morePlaces = counted('fr', { one: '# autre endroit', other: '# autres endroits' });
const days = counted('fr', { one: '# jour', other: '# jours' });
const servers = counted('fr', { one: '# serveur', other: '# serveurs' });

const range = numbered<number | string>(String, (first, last) => `${first} à ${last}`);
const passages = numbered<number>(
  (at) => `Passage ${at}`,
  (first, last) => `Passages ${first} à ${last}`,
);
const gaps = numbered<number>(
  (at) => `Lacune ${at}`,
  (first, last) => `Lacunes ${first} à ${last}`,
);

/** French. The spaces before : ; ? ! and inside quotation marks are no-break spaces (U+00A0), as a test requires. */
export const fr: Translation = {
  language: 'fr',

  inQuotes: (text) => `« ${text} »`,

  commands: {
    ask: {
      name: 'demander',
      description: 'Citer le passage des rapports qui répond à votre question',
      options: {
        question: ['question', 'Ce que vous voulez savoir, avec vos propres mots'],
        report: ['rapport', 'Répondre uniquement à partir de ce rapport'],
        private: ['privé', 'Ne montrer la réponse qu’à vous'],
      },
    },
    search: {
      name: 'chercher',
      description: 'Lister les passages qui contiennent vos mots, les meilleurs d’abord',
      options: {
        words: [
          'mots',
          'Mots, sous toutes leurs formes\u00A0; «\u00A0entre guillemets\u00A0» tels quels\u00A0; -mot\u00A0: à exclure',
        ],
        report: ['rapport', 'Chercher uniquement dans ce rapport'],
      },
    },
    read: {
      name: 'lire',
      description: 'Voir de quoi parle un rapport et le lire à partir d’un paragraphe',
      options: {
        report: ['rapport', 'Le rapport à lire'],
        paragraph: [
          'paragraphe',
          'Le numéro du paragraphe par lequel commencer, comme dans ¶ 7 (sinon le plan)',
        ],
      },
    },
    verify: {
      name: 'vérifier',
      description: 'Vérifier si une citation figure mot pour mot dans les rapports',
      options: {
        quote: [
          'citation',
          'Les mots tels que cités ; des points de suspension peuvent en remplacer certains',
        ],
      },
    },
    sources: {
      name: 'sources',
      description: 'Lister les rapports d’où viennent les réponses',
    },
    about: {
      name: 'à-propos',
      description: 'D’où ce bot tire ses réponses, comment, ce qu’il conserve et ce qu’il ne promet pas',
      replies: {
        what: '**Pilcrow** répond à partir de rapports, et jamais avec ses propres mots.',
        how: (paragraphCount: number, reportCount: number, version: string) =>
          `Il cherche dans ${paragraphs(paragraphCount)} de ${reports(reportCount)} (contenu ${version}, qui change avec les rapports) et cite celui qui répond, mot pour mot, avec sa source et l’auteur des propos. Quand les rapports ne répondent pas, il le dit.`,
        proves:
          '**Ce que prouve une citation :** que ces mots figurent dans ce rapport. Elle ne prouve ni qu’ils sont vrais, ni que le rapport est complet.',
        keeps: (dayCount: number) =>
          `**Ce qu’il conserve :** les questions restées sans réponse, et les votes avec la question à laquelle ils se rapportent, pendant ${days(dayCount)} ; les paramètres de chaque serveur. De qui a voté, il conserve une empreinte calculée avec une clé ; de qui a posé une question, rien.`,
        keepsNothing: '**Ce qu’il conserve :** rien.',
        remembers:
          '**Ce dont il se souvient :** la dernière réponse que vous avez reçue dans un salon, pendant dix minutes et en mémoire seulement, pour que vous puissiez poser la question suivante.',
        noModel: 'Aucun modèle de langage n’écrit ici : un petit réseau désigne des mots des rapports.',
        version: (version: string, command: string) =>
          `Pilcrow ${version}. ${command} affiche la liste des rapports.`,
      },
    },
    help: {
      name: 'aide',
      description: 'Comment poser une question, les commandes disponibles et comment lire une réponse',
    },
    reload: {
      name: 'recharger',
      description: 'Recharger les rapports depuis le disque (admins du bot uniquement)',
    },
    rollback: {
      name: 'rétablir',
      description: 'Revenir aux rapports d’avant leur dernière modification (admins du bot uniquement)',
    },
    status: {
      name: 'état',
      description: 'L’état du bot : durée, questions, rapidité, mémoire (admins du bot uniquement)',
    },
    gaps: {
      name: 'lacunes',
      description: 'Questions sans réponse et passages signalés comme mauvais (pour qui gère les rapports)',
      options: { export: ['exporter', 'Obtenir toutes les lacunes dans un tableau, en fichier (CSV)'] },
    },
    settings: {
      name: 'paramètres',
      description: 'Comment le bot répond sur ce serveur (demande la permission « Gérer le serveur »)',
      options: {
        report: ['rapport', 'Le rapport interrogé quand une question n’en nomme aucun'],
        reports: ['rapports', 'Les rapports qui sont interrogés ici'],
        mentions: ['mentions', 'Si le bot répond aux messages qui le mentionnent'],
      },
    },
    reports: {
      name: 'rapports',
      description:
        'Ajouter, modifier et supprimer les rapports interrogés ici (demande « Gérer le serveur »)',
      options: {
        add: ['ajouter', 'Importer un fichier ou une page web, et l’examiner avant la publication'],
        'add file': ['fichier', 'Texte, Markdown, HTML, PDF ou Word'],
        'add url': ['adresse', 'L’adresse d’une page web ou d’un fichier ; avec un fichier : d’où il vient'],
        'add title': ['titre', 'Le titre, si vous le connaissez mieux que la source'],
        'add publisher': ['éditeur', 'Qui a publié le rapport'],
        'add published': ['date', 'Quand il a paru, par exemple 2016-07-01'],
        'add language': ['langue', 'Sa langue, par exemple fr ou pt-BR'],
        shared: ['communs', 'Les rapports communs à tous les serveurs (admins du bot uniquement)'],
        list: ['lister', 'Lister les rapports avec leurs informations'],
        show: ['afficher', 'Obtenir le fichier d’un rapport'],
        report: ['rapport', 'Le rapport'],
        edit: ['modifier', 'Modifier les informations d’un rapport'],
        remove: ['supprimer', 'Supprimer un rapport'],
        history: ['historique', 'Qui a modifié quoi, et quand'],
        rollback: ['rétablir', 'Annuler la dernière modification, ou toutes jusqu’à l’une d’elles'],
        'rollback change': [
          'modification',
          'La modification avant laquelle revenir (par défaut : la dernière)',
        ],
      },
    },
    'Ask the reports': { name: 'Interroger les rapports' },
    'Check against the reports': { name: 'Vérifier dans les rapports' },
  },

  answer: {
    noQuestion: '(pas de question)',
    tied: '**Deux passages correspondent aussi bien l’un que l’autre à cette question :**',
    unanswered: '**Les rapports ne répondent pas à cette question.**',
    unansweredBy: (title) => `**Le rapport** ${title} **ne répond pas à cette question.**`,
    nearest: 'Passages les plus proches, **qui ne sont pas une réponse** :',
    noneAnswers: 'Passages les plus proches ; **aucun ne donne ce qui est demandé.**',
    nothingAsked:
      '**Il n’y a rien à chercher dans cette question.** Posez-la avec un nom, un nombre ou un mot des rapports.',
    missing: (words) => `Nulle part dans les rapports : ${words}.`,
    missingFrom: (title, words) => `Nulle part dans ${title} : ${words}.`,
    others: 'Autres passages trouvés',
    open: 'Ouvrir l’un des passages trouvés',
    readAs: 'Compris comme :',
    askedBy: (mention) => `Question posée par ${mention}`,
    allReports: 'Tous les rapports',
  },

  passage: {
    sentenceBefore: 'La phrase précédente :',
    saidBy: (name) => `Propos tenus, selon le rapport, par\u00A0: **${name}**`,
    withheld: 'Ce passage ne peut pas être reproduit exactement ici. Lisez-le là où il figure :',
    crowded: 'Ce passage ne peut pas être affiché ici à côté des autres. Ouvrez-le pour le lire séparément :',
    part: (part, parts) => `Partie ${part} sur ${parts} de ce paragraphe.`,
    partOfSentence: 'Une partie d’une longue phrase. Ouvrez le passage pour la lire en entier.',
    section: (heading) => `section « ${heading} »`,
    place: (paragraph, count) => `¶ ${paragraph} sur ${count}`,
    content: (version) => `contenu ${version}`,
    piece: (paragraph, part) => `¶ ${paragraph}, partie ${part}`,
    of: (piece, count) => `${piece} sur ${count}`,
    range,
    sectionCount: (count) => `la section compte ${paragraphs(count)}`,
    reportEnds: 'le rapport se termine ici',
  },

  buttons: {
    part: (part, parts) => `Partie ${part} sur ${parts}`,
    before: (paragraph) => `Avant : ¶ ${paragraph}`,
    after: (paragraph) => `Après : ¶ ${paragraph}`,
    section: 'Section entière',
    source: 'Ouvrir la source',
    remove: 'Supprimer',
    share: 'Partager dans le salon',
    backTo: (paragraph) => `Revenir au ¶ ${paragraph}`,
    back: (piece) => `Retour : ${piece}`,
    readOn: (piece) => `Lire la suite : ${piece}`,
    passages,
    reports: numbered<number>(
      (at) => `Rapport ${at}`,
      (first, last) => `Rapports ${first} à ${last}`,
    ),
    gaps: numbered<number>(
      (at) => `Entrée ${at}`,
      (first, last) => `Entrées ${first} à ${last}`,
    ),
    openPassage: 'Ouvrir un passage',
    askAgain: 'Reposer la question',
    asWritten: 'Poser la question telle quelle',
    searchAgain: 'Relancer la recherche',
    listAgain: 'Afficher de nouveau la liste',
    readAgain: (paragraph) => `Relire à partir du ¶ ${paragraph}`,
    helped: 'Utile',
    wrong: 'Mauvais passage',
    dismiss: (entry) => `Écarter ${entry}`,
  },

  notes: {
    changed: (version) => `**Les rapports ont changé depuis cette réponse** (contenu actuel : ${version}).`,
    seeNow: (button) => `Le bouton **${button}** montre ce qu’ils disent maintenant.`,
    useNow: (command) => `Utilisez ${command} pour voir ce qu’ils disent maintenant.`,
    reportGone: (command) => `Ce rapport n’en fait plus partie : voir ${command}.`,
    unknownButton: (command) => `Ce bouton ne fonctionne plus. Utilisez plutôt ${command}.`,
    onlyAsker: 'Seule la personne qui a posé la question peut supprimer cette réponse.',
    unknownCommand:
      'Ce bot n’a plus cette commande. Un admin peut publier les commandes actuelles avec `npm run register`.',
    apology: 'Une erreur s’est produite de notre côté. Rien n’a été perdu ; veuillez réessayer.',
    unknownReport: (id, command) =>
      `Il n’y a pas de rapport « ${id} ». Choisissez-en un dans la liste de l’option, ou consultez ${command}.`,
    noParagraph: (paragraph, title, count) =>
      `Il n’y a pas de ¶ ${paragraph} dans ${title} : ses paragraphes sont numérotés de 1 à ${count}.`,
    noText: 'Ce message ne contient pas de texte.',
    tooMany: (seconds) =>
      `Vous avez posé beaucoup de questions en peu de temps. Veuillez réessayer dans ${seconds} s.`,
    tooManyPages: (seconds) =>
      `Vous avez ouvert beaucoup de pages en peu de temps. Veuillez continuer dans ${seconds} s.`,
    tooManyHere: (seconds) =>
      `Beaucoup de questions ont été posées sur ce serveur en peu de temps. Veuillez réessayer dans ${seconds} s.`,
    adminsOnly:
      'Seuls les admins de ce bot peuvent faire cela\u00A0: les personnes et les rôles que son hébergeur indique dans `ADMIN_USER_IDS` et `ADMIN_ROLE_IDS` ou, si les deux sont vides, le propriétaire ou l’équipe de l’application.',
    managersOnly:
      'Seuls les membres ayant la permission **Gérer le serveur** peuvent faire cela. Un administrateur du serveur la donne à un rôle dans Paramètres du serveur > Rôles.',
    serverOnly: 'Les paramètres sont propres à un serveur. Utilisez cette commande sur un serveur.',
    privateHere: (command) =>
      `Dans ce salon, les réponses sont privées. Posez votre question avec ${command}.`,
    notKept: 'Ce bot ne conserve rien (`STORE=off`) : il n’y a donc rien à afficher ni à régler.',
    searchAway:
      'La recherche dans les rapports est momentanément indisponible. Cela ne veut pas dire qu’ils ne contiennent pas de réponse : veuillez réessayer dans quelques minutes.',
    reportsAway:
      'Les rapports sont momentanément inaccessibles : on ne peut ni les lire ni les modifier. Rien n’est perdu, et cela ne veut pas dire qu’ils ne contiennent pas de réponse : veuillez réessayer dans quelques minutes.',
    recordsAway:
      'Ce que ce bot a enregistré est momentanément inaccessible. Rien n’est perdu : veuillez réessayer dans quelques minutes.',
    storeFailed: 'L’enregistrement a échoué : le journal du bot dit pourquoi. Veuillez réessayer plus tard.',
    blocked:
      'Un filtre de ce serveur (AutoMod) a bloqué la réponse. Les modérateurs peuvent en exempter le rôle du bot.',
  },

  guide: frGuide,

  search: {
    found: (first, last, total) =>
      `**${passages(first, last)} sur ${total}** dans les rapports, les meilleurs d’abord.`,
    foundIn: (first, last, total, title) =>
      `**${passages(first, last)} sur ${total}** dans ${title}, les meilleurs d’abord.`,
    more: 'Il y en a peut-être d’autres : ajoutez un mot plus rare, ou choisissez un rapport.',
    none: '**Aucun passage des rapports ne contient l’un de ces mots.**',
    noneIn: (title) => `**Aucun passage de** ${title} **ne contient l’un de ces mots.**`,
    narrowed:
      '**Aucun passage ne convient.** Les mots entre guillemets doivent se suivre tels quels, et les mots précédés d’un signe moins doivent être absents.',
    nothingSearched:
      '**Il n’y a rien à chercher dans ces mots.** Cherchez un nom, un nombre ou un mot des rapports.',
    tooLong: (length, limit) =>
      `Cette recherche compte ${length} caractères. Elle peut en compter au plus ${limit}.`,
  },

  sources: {
    none: 'Il n’y a aucun rapport.',
    count: reports,
    paragraphs,
    longAddress: (length) => `une adresse de ${length} caractères, trop longue pour la liste`,
  },

  verify: {
    head: 'Citation à vérifier :',
    noText: '(pas de texte)',
    exact: '**Exacte.**',
    sameWords: '**Les mêmes mots.** Seule la typographie diffère :',
    notFound: (command) =>
      `**Absente des rapports.** Aucun passage ne s’approche de ces mots. D’autres textes les contiennent peut-être : ce bot ne connaît que ses propres rapports (${command}).`,
    proves: 'Cela prouve où ces mots figurent, non qu’ils sont vrais.',
    inParts: (parts) =>
      `Les ${parts} parties de la citation figurent mot pour mot dans un rapport, dans cet ordre ; ce que les points de suspension omettent reste à lire.`,
    inOne: 'Ces mots figurent dans un rapport, caractère pour caractère.',
    noWords: '**Il n’y a ici aucun mot à vérifier.** Collez les mots censés figurer dans un rapport.',
    tooShort: (count) =>
      `**Trop courte pour être vérifiée.** Ces mots figurent à ${count} endroits, ce qui ne prouve rien. Veuillez donner une partie plus longue de la citation.`,
    muchTooShort:
      '**Trop courte pour être vérifiée.** Ces mots figurent à cent endroits ou plus, ce qui ne prouve rien. Veuillez donner une partie plus longue de la citation.',
    foundIn: (places) => `Trouvée dans ${places}.`,
    foundInAnd: (places, more) => `Trouvée dans ${places}, et à ${morePlaces(more)}.`,
    typography: {
      'quotation marks': 'guillemets',
      dashes: 'tirets',
      ellipsis: 'points de suspension',
      spaces: 'espaces',
      capitals: 'majuscules',
      'letter forms': 'formes des lettres',
    },
    alsoTypography: (kinds) => `La typographie diffère aussi\u00A0: ${kinds}.`,
    times,
    signs: (inReport, inQuote) => `${inReport} dans le rapport, ${inQuote} dans la citation`,
    order: '**Pas dans cet ordre.** Les parties figurent bien dans un rapport, mais dans un autre ordre.',
    differs: '**Pas mot pour mot.** La citation, comparée au passage le plus proche :',
    omitted: counted('fr', {
      one: '# autre différence ne tient pas ici ; le fichier les contient toutes.',
      other: '# autres différences ne tiennent pas ici ; le fichier les contient toutes.',
    }),
    nearest: 'Le passage le plus proche, tel qu’il figure dans le rapport :',
    missing: 'manque dans la citation',
    added: 'ajouté dans la citation',
  },

  reload: {
    busy: 'Un rechargement est déjà en cours. Réessayez quand il sera terminé.',
    reloaded: (seconds) => `**Rechargé** en ${seconds} s :`,
    rolledBack: '**Retour** aux rapports précédents :',
    again: (command, version, further) =>
      `C’est aussi une modification\u00A0: ${command} une fois de plus rétablit le contenu ${version}. Pour remonter plus loin, indiquez une modification dans ${further}.`,
    noEarlier: 'Il n’y a rien à quoi revenir : aucune modification des rapports n’est conservée.',
    serves: (reportCount, paragraphCount, version) =>
      `${reports(reportCount)}, ${paragraphs(paragraphCount)}, contenu ${version}.`,
    added: 'Ajouts',
    changed: 'Modifications',
    removed: 'Suppressions',
    nothingChanged: 'Rien n’a changé.',
    failed: (version) => `**Rien n’a été rechargé.** Les réponses viennent toujours du contenu ${version}.`,
    faults: counted('fr', { one: 'L’erreur :', other: 'Les # erreurs :' }),
  },

  status: {
    running: (since) => `**En service** depuis : ${since}`,
    versions: (pilcrow, node, content) => `Pilcrow ${pilcrow}, Node ${node}, contenu ${content}`,
    content: (reportCount, paragraphCount) => `${reports(reportCount)}, ${paragraphs(paragraphCount)}`,
    questions: (quoted, related, none) =>
      `Questions depuis le démarrage : ${quoted} avec réponse, ${related} avec seulement les passages les plus proches, ${none} sans aucun passage`,
    latency: (median, p99) => `Temps de réponse : médiane ${median} ms, p99 ${p99} ms`,
    noLatency: 'Temps de réponse : aucune question pour l’instant',
    reader: {
      off: 'Lecteur : désactivé, les réponses suivent les mots seuls',
      loading: 'Lecteur : en chargement, les réponses suivent les mots seuls d’ici là',
      ready: 'Lecteur : actif',
      failed: 'Lecteur : non chargé ou en panne (voir le journal), les réponses suivent les mots seuls',
    },
    memory: (megabytes) => `Mémoire : ${megabytes} Mo occupés`,
    shard: (shard, shards, serverCount) => `Shard ${shard} sur ${shards}, ${servers(serverCount)}`,
    shards: (range, serverCount) => `Shards ${range}, ${servers(serverCount)}`,
  },

  processes: {
    serving: (serving, all) => `**Processus**\u00A0: ${serving} sur ${all} avec ce contenu`,
    unserved: (shards) => `Aucun processus ne répond sur les shards ${shards}.`,
    shards: (range) => `shards ${range}`,
    self: (host) => `${host} (celui-ci)`,
    same: 'ce contenu',
    other: (version) => `contenu ${version}`,
    started: (when) => `démarré ${when}`,
    seen: (when) => `vu ${when}`,
    more: counted('fr', { one: 'et # autre', other: 'et # autres' }),
    unknown: '**Processus**\u00A0: inconnus, car la base de données ne répond pas (voir le journal)',
  },

  gaps: {
    none: '**Aucune lacune.** Aucune question n’est restée sans réponse, et aucun passage n’a été signalé comme mauvais.',
    head: (first, last, total) => `**${gaps(first, last)} sur ${total}**, les plus fréquentes d’abord`,
    unanswered: (count) => `sans réponse, ${times(count)}`,
    wrong: (count, title, paragraph) =>
      `signalé comme mauvais par ${people(count)} : ${title}, ¶ ${paragraph}`,
    alike: counted('fr', { one: 'et # question semblable', other: 'et # questions semblables' }),
    dismissed: 'Cette entrée a déjà été écartée.',
    seen: 'vu',
    file: counted('fr', {
      one: '**# entrée** est dans le fichier.',
      other: '**# entrées** sont dans le fichier, les plus fréquentes d’abord.',
    }),
    omitted: counted('fr', {
      one: '# entrée moins fréquente n’y tient pas.',
      other: '# entrées moins fréquentes n’y tiennent pas.',
    }),
    columns: {
      question: 'Question',
      wrong: 'Passage signalé comme mauvais',
      count: 'Nombre',
      first: 'Première fois (UTC)',
      last: 'Dernière fois (UTC)',
      seen: 'Vu',
    },
  },

  alerts: {
    head: '**Sans réponse ici, ou signalé comme mauvais passage**',
    more: (count, command) => `et ${count} de plus : ${command}`,
    addReport: 'Ajouter un rapport',
    markSeen: 'Tout marquer comme vu',
    seenBy: (mention) => `Marqué comme vu par ${mention}`,
  },

  settings: {
    head: '**Comment le bot répond sur ce serveur**',
    publicEverywhere: 'Les réponses sont publiques dans tous les salons.',
    publicNowhere: 'Les réponses sont privées dans tous les salons.',
    publicIn: (channels) => `Les réponses sont publiques dans ${channels}, et privées ailleurs.`,
    noDefault: 'Les questions portent sur tous les rapports.',
    defaultReport: (title) => `Les questions qui ne nomment aucun rapport portent sur ${title}.`,
    defaultGone: (id) =>
      `Le rapport par défaut « ${id} » ne figure pas parmi les rapports actuels : les questions portent sur tous.`,
    seen: {
      own: 'Seuls les rapports propres à ce serveur sont interrogés.',
      shared: 'Seuls les rapports communs à tous les serveurs sont interrogés.',
      both: 'Les rapports propres à ce serveur et ceux communs à tous sont interrogés.',
    },
    see: { own: 'Rapports du serveur seulement', shared: 'Rapports communs seulement', both: 'Les deux' },
    mentionsOn: 'Le bot répond aux messages qui le mentionnent.',
    mentionsOff: 'Le bot ne répond pas aux messages qui le mentionnent.',
    chooseChannels: 'Salons où les réponses sont publiques',
    makePublic: 'Publiques partout',
    makePrivate: 'Privées partout',
    switchMentionsOn: 'Répondre aux mentions',
    switchMentionsOff: 'Ne pas répondre aux mentions',
    clearReport: 'Interroger tous les rapports',
    alertsOff: 'Aucun salon n’est averti de ce qui est resté sans réponse ici.',
    alertsIn: (channel) =>
      `${channel} est averti de chaque modification des rapports propres à ce serveur et, au plus une fois par jour, des questions restées sans réponse et des passages signalés comme mauvais.`,
    chooseAlerts: 'Salon des alertes',
    alertsBegin: (mention) =>
      `${mention} a choisi ce salon : il est averti de chaque modification des rapports propres à ce serveur et, au plus une fois par jour, des questions restées sans réponse et des passages signalés comme mauvais.`,
    cannotAlert: {
      gone: (channel) =>
        `${channel} n’est pas un salon textuel de ce serveur. Rien n’a changé : choisissez-en un autre.`,
      forbidden: (channel) =>
        `Le bot ne peut pas écrire dans ${channel}. Rien n’a changé : donnez-lui là les permissions « Voir le salon » et « Envoyer des messages », puis choisissez de nouveau le salon.`,
    },
  },

  reports: frReports,
};
