import { counted, numbered } from './counted.ts';
import { ptBrGuide } from './guide/pt-br.ts';
import { paragraphs, ptBrReports, reports } from './reports/pt-br.ts';
import type { Translation } from './translation.ts';

const LOCALE = 'pt-BR';

const times = counted(LOCALE, { one: '# vez', many: '# de vezes', other: '# vezes' });
const people = counted(LOCALE, { one: '# pessoa', many: '# de pessoas', other: '# pessoas' });
const days = counted(LOCALE, { one: '# dia', many: '# de dias', other: '# dias' });
const servers = counted(LOCALE, { one: '# servidor', many: '# de servidores', other: '# servidores' });
const places = counted(LOCALE, { one: '# lugar', other: '# lugares' });

const range = numbered<number | string>(String, (first, last) => `${first} a ${last}`);
const passages = numbered<number>(
  (at) => `Trecho ${at}`,
  (first, last) => `Trechos ${first} a ${last}`,
);
const gaps = numbered<number>(
  (at) => `Lacuna ${at}`,
  (first, last) => `Lacunas ${first} a ${last}`,
);

/** Brazilian Portuguese: "você", and "constar" for words that are in a report. */
export const ptBr: Translation = {
  language: 'pt-BR',

  inQuotes: (text) => `“${text}”`,

  commands: {
    ask: {
      name: 'perguntar',
      description: 'Cita o trecho dos relatórios que responde à sua pergunta',
      options: {
        question: ['pergunta', 'O que você quer saber, com suas próprias palavras'],
        report: ['relatório', 'Responder somente com base neste relatório'],
        private: ['privada', 'Mostrar a resposta somente para você'],
      },
    },
    search: {
      name: 'buscar',
      description: 'Lista os trechos que contêm suas palavras, os melhores primeiro',
      options: {
        words: [
          'palavras',
          'Palavras em qualquer forma; “entre aspas”, exatamente assim; -palavra: a que não deve aparecer',
        ],
        report: ['relatório', 'Buscar somente neste relatório'],
      },
    },
    read: {
      name: 'ler',
      description: 'Mostra do que trata um relatório e permite lê-lo a partir de um parágrafo',
      options: {
        report: ['relatório', 'O relatório a ler'],
        paragraph: ['parágrafo', 'O número do parágrafo por onde começar, como em ¶ 7 (senão, o roteiro)'],
      },
    },
    verify: {
      name: 'verificar',
      description: 'Verifica se uma citação consta dos relatórios, palavra por palavra',
      options: {
        quote: ['citação', 'As palavras como foram citadas; reticências podem indicar palavras omitidas'],
      },
    },
    sources: { name: 'fontes', description: 'Lista os relatórios de onde vêm as respostas' },
    about: {
      name: 'sobre',
      description:
        'De onde vêm as respostas deste bot, como ele as encontra, o que guarda e o que não promete',
      replies: {
        what: '**Pilcrow** responde com base em relatórios, e nunca com palavras próprias.',
        how: (paragraphCount: number, reportCount: number, version: string) =>
          `Ele pesquisa ${paragraphs(paragraphCount)} de ${reports(reportCount)} (versão do conteúdo ${version}, que muda com os relatórios) e cita, palavra por palavra, o parágrafo que responde, com a fonte e quem o disse. Quando os relatórios não respondem, ele diz isso.`,
        proves:
          '**O que uma citação prova:** que estas palavras constam daquele relatório. Ela não prova que sejam verdadeiras, nem que o relatório esteja completo.',
        keeps: (dayCount: number) =>
          `**O que ele guarda:** perguntas que ficaram sem resposta, e votos com a pergunta a que pertencem, por ${days(dayCount)}; as configurações de cada servidor. De quem votou, guarda um hash com chave; de quem perguntou, nada.`,
        keepsNothing: '**O que ele guarda:** nada.',
        remembers:
          '**O que ele lembra:** a última resposta que você recebeu em um canal, por dez minutos e só na memória, para que você possa continuar perguntando.',
        noModel: 'Nenhum modelo de linguagem escreve aqui: uma pequena rede aponta palavras dos relatórios.',
        version: (version: string, command: string) => `Pilcrow ${version}. ${command} lista os relatórios.`,
      },
    },
    help: {
      name: 'ajuda',
      description: 'Como perguntar, quais comandos você pode usar e como ler uma resposta',
    },
    reload: {
      name: 'recarregar',
      description: 'Carrega de novo os relatórios do disco (somente administradores do bot)',
    },
    rollback: {
      name: 'reverter',
      description: 'Volta aos relatórios anteriores à sua última mudança (somente administradores do bot)',
    },
    status: {
      name: 'status',
      description:
        'Estado do bot: atividade, perguntas, velocidade, memória (somente administradores do bot)',
    },
    gaps: {
      name: 'lacunas',
      description: 'Perguntas sem resposta e trechos marcados como errados (para quem cuida dos relatórios)',
      options: { export: ['exportar', 'Obter todas as lacunas como tabela em um arquivo (CSV)'] },
    },
    settings: {
      name: 'configurações',
      description: 'Como o bot responde neste servidor (requer a permissão Gerenciar servidor)',
      options: {
        report: ['relatório', 'O relatório consultado quando a pergunta não indica nenhum'],
        reports: ['relatórios', 'Quais relatórios são consultados aqui'],
        mentions: ['menções', 'Se o bot responde às mensagens que o mencionam'],
      },
    },
    reports: {
      name: 'relatórios',
      description:
        'Adiciona, altera e remove os relatórios consultados aqui (requer a permissão Gerenciar servidor)',
      options: {
        add: ['adicionar', 'Importa um arquivo ou uma página da web e mostra uma prévia antes de publicar'],
        'add file': ['arquivo', 'Texto, Markdown, HTML, PDF ou Word'],
        'add url': [
          'endereço',
          'O endereço de uma página da web ou de um arquivo; junto com um arquivo: de onde ele vem',
        ],
        'add title': ['título', 'O título, se você o conhece melhor do que a fonte'],
        'add publisher': ['publicado-por', 'Quem publicou o relatório'],
        'add published': ['data', 'Quando foi publicado, por exemplo 2016-07-01'],
        'add language': ['idioma', 'O idioma do relatório, por exemplo en ou pt-BR'],
        shared: ['comuns', 'Os relatórios comuns a todos os servidores (somente administradores do bot)'],
        list: ['listar', 'Lista os relatórios com seus dados'],
        show: ['mostrar', 'Envia o arquivo de um relatório'],
        report: ['relatório', 'O relatório'],
        edit: ['editar', 'Altera os dados de um relatório'],
        remove: ['remover', 'Remove um relatório'],
        history: ['histórico', 'Mostra quem mudou o quê e quando'],
        rollback: ['reverter', 'Desfaz a última mudança, ou todas até uma determinada'],
        'rollback change': [
          'mudança',
          'A mudança a desfazer, com todas as seguintes (se não indicada, a última)',
        ],
      },
    },
    'Ask the reports': { name: 'Perguntar aos relatórios' },
    'Check against the reports': { name: 'Verificar nos relatórios' },
  },

  answer: {
    noQuestion: '(sem pergunta)',
    tied: '**Dois trechos correspondem igualmente bem a esta pergunta:**',
    unanswered: '**Os relatórios não respondem a isso.**',
    unansweredBy: (title) => `**O relatório** ${title} **não responde a isso.**`,
    nearest: 'Trechos mais próximos, **não uma resposta**:',
    noneAnswers: 'Trechos mais próximos; **nenhum informa o que foi perguntado.**',
    nothingAsked:
      '**Não há nada a procurar nesta pergunta.** Pergunte usando um nome, um número ou uma palavra dos relatórios.',
    missing: (words) => `Sem ocorrência nos relatórios: ${words}.`,
    missingFrom: (title, words) => `Sem ocorrência em ${title}: ${words}.`,
    others: 'Outros trechos encontrados',
    open: 'Abrir um dos trechos encontrados',
    readAs: 'Entendido como:',
    askedBy: (mention) => `Pergunta de ${mention}`,
    allReports: 'Todos os relatórios',
  },

  passage: {
    sentenceBefore: 'A frase anterior:',
    saidBy: (name) => `Dito, segundo o relatório, por: **${name}**`,
    withheld: 'Não é possível mostrar este trecho com exatidão aqui. Leia-o onde ele consta:',
    crowded: 'Não é possível mostrar este trecho aqui ao lado dos outros. Abra-o para lê-lo separadamente:',
    part: (part, parts) => `Parte ${part} de ${parts} deste parágrafo.`,
    partOfSentence: 'Uma parte de uma frase longa. Abra o trecho para ler a frase inteira.',
    section: (heading) => `seção “${heading}”`,
    place: (paragraph, count) => `¶ ${paragraph} de ${count}`,
    content: (version) => `versão do conteúdo ${version}`,
    piece: (paragraph, part) => `¶ ${paragraph}, parte ${part}`,
    of: (piece, count) => `${piece} de ${count}`,
    range,
    sectionCount: (count) => `a seção tem ${paragraphs(count)}`,
    reportEnds: 'o relatório termina aqui',
  },

  buttons: {
    part: (part, parts) => `Parte ${part} de ${parts}`,
    before: (paragraph) => `Anterior: ¶ ${paragraph}`,
    after: (paragraph) => `Seguinte: ¶ ${paragraph}`,
    section: 'Seção inteira',
    source: 'Abrir a fonte',
    remove: 'Remover',
    share: 'Compartilhar no canal',
    backTo: (paragraph) => `Voltar ao ¶ ${paragraph}`,
    back: (piece) => `Voltar: ${piece}`,
    readOn: (piece) => `Continuar: ${piece}`,
    passages,
    reports: numbered<number>(
      (at) => `Relatório ${at}`,
      (first, last) => `Relatórios ${first} a ${last}`,
    ),
    gaps: numbered<number>(
      (at) => `Item ${at}`,
      (first, last) => `Itens ${first} a ${last}`,
    ),
    openPassage: 'Abrir um trecho',
    askAgain: 'Perguntar de novo',
    asWritten: 'Perguntar como foi escrito',
    searchAgain: 'Buscar de novo',
    listAgain: 'Listar de novo',
    readAgain: (paragraph) => `Ler de novo a partir do ¶ ${paragraph}`,
    helped: 'Ajudou',
    wrong: 'Trecho errado',
    dismiss: (entry) => `Descartar ${entry}`,
  },

  notes: {
    changed: (version) =>
      `**Os relatórios mudaram desde esta resposta** (agora, versão do conteúdo ${version}).`,
    seeNow: (button) => `**${button}** mostra o que eles dizem agora.`,
    useNow: (command) => `Use ${command} para ver o que eles dizem agora.`,
    reportGone: (command) => `Este relatório não está mais entre eles: veja ${command}.`,
    unknownButton: (command) => `Este botão não funciona mais. Use ${command} em vez dele.`,
    onlyAsker: 'Somente quem fez a pergunta pode remover esta resposta.',
    unknownCommand:
      'Este bot não tem mais esse comando. Um administrador pode publicar os atuais com `npm run register`.',
    apology: 'Algo deu errado do nosso lado. Nada se perdeu; tente novamente.',
    unknownReport: (id, command) =>
      `Não há nenhum relatório “${id}”. Escolha um da lista da opção ou veja ${command}.`,
    noParagraph: (paragraph, title, count) =>
      `Não há ¶ ${paragraph} em ${title}: seus parágrafos são numerados de 1 a ${count}.`,
    noText: 'Não há texto nesta mensagem.',
    tooMany: (seconds) =>
      `Você fez muitas perguntas em pouco tempo. Pergunte novamente daqui a ${seconds} s.`,
    tooManyPages: (seconds) => `Você abriu muitas páginas em pouco tempo. Continue daqui a ${seconds} s.`,
    tooManyHere: (seconds) =>
      `Este servidor fez muitas perguntas em pouco tempo. Pergunte novamente daqui a ${seconds} s.`,
    adminsOnly:
      'Somente administradores deste bot podem fazer isso: as pessoas e os cargos que quem o hospeda lista em `ADMIN_USER_IDS` e `ADMIN_ROLE_IDS` ou, se ambos estiverem vazios, o dono ou a equipe do aplicativo.',
    managersOnly:
      'Somente membros com a permissão **Gerenciar servidor** podem fazer isso. Um administrador do servidor a concede a um cargo em Configurações do servidor > Cargos.',
    serverOnly: 'As configurações pertencem a um servidor. Use este comando em um servidor.',
    privateHere: (command) => `Neste canal, as respostas são privadas. Pergunte com ${command}.`,
    notKept: 'Este bot não guarda nada (`STORE=off`); por isso, não há nada a mostrar nem a definir.',
    searchAway:
      'No momento, não é possível pesquisar nos relatórios. Isso não significa que não haja uma resposta neles: tente novamente em alguns minutos.',
    reportsAway:
      'No momento, os relatórios estão fora de alcance: não é possível lê-los nem alterá-los. Nada se perdeu, e isso não significa que não haja uma resposta neles: tente novamente em alguns minutos.',
    recordsAway:
      'No momento, não é possível ler o que este bot guardou. Nada se perdeu: tente novamente em alguns minutos.',
    storeFailed: 'Não foi possível guardar isto: o log do bot diz por quê. Tente novamente mais tarde.',
    blocked:
      'Um filtro deste servidor (AutoMod) bloqueou a resposta. Os moderadores podem isentar dele o cargo do bot.',
  },

  guide: ptBrGuide,

  search: {
    found: (first, last, total) =>
      `**${passages(first, last)} de ${total}** nos relatórios, os melhores primeiro.`,
    foundIn: (first, last, total, title) =>
      `**${passages(first, last)} de ${total}** em ${title}, os melhores primeiro.`,
    more: 'Pode haver mais: acrescente uma palavra mais rara ou escolha um relatório.',
    none: '**Nenhum trecho dos relatórios contém qualquer destas palavras.**',
    noneIn: (title) => `**Nenhum trecho de** ${title} **contém qualquer destas palavras.**`,
    narrowed:
      '**Nenhum trecho serve.** As palavras entre aspas devem aparecer juntas, exatamente assim, e as precedidas de um sinal de menos não devem aparecer.',
    nothingSearched:
      '**Não há nada a procurar nestas palavras.** Busque um nome, um número ou uma palavra dos relatórios.',
    tooLong: (length, limit) => `Estas palavras têm ${length} caracteres. Busque com no máximo ${limit}.`,
  },

  sources: {
    none: 'Não há relatórios.',
    count: reports,
    paragraphs,
    longAddress: (length) => `um endereço de ${length} caracteres, longo demais para a lista`,
  },

  verify: {
    head: 'Citação a verificar:',
    noText: '(sem texto)',
    exact: '**Exata.**',
    sameWords: '**As mesmas palavras.** Só a tipografia é diferente:',
    notFound: (command) =>
      `**Não consta dos relatórios.** Nenhum trecho se aproxima destas palavras. Outros relatórios podem contê-las: este bot conhece apenas os seus (${command}).`,
    proves: 'Isso prova onde as palavras constam, não que sejam verdadeiras.',
    inParts: (parts) =>
      `As ${parts} partes da citação constam de um relatório, palavra por palavra e nesta ordem; o que as reticências omitem fica para você ler.`,
    inOne: 'Estas palavras constam de um relatório, caractere por caractere.',
    noWords:
      '**Não há palavras a verificar aqui.** Cole as palavras que, segundo se diz, constam de um relatório.',
    tooShort: (count) =>
      `**Curta demais para verificar.** Estas palavras constam em ${places(count)}, o que não prova nada. Informe uma parte maior da citação.`,
    muchTooShort:
      '**Curta demais para verificar.** Estas palavras constam em cem lugares ou mais, o que não prova nada. Informe uma parte maior da citação.',
    foundIn: (found) => `Encontrada em ${found}.`,
    foundInAnd: (found, more) => `Encontrada em ${found} e em mais ${places(more)}.`,
    typography: {
      'quotation marks': 'aspas',
      dashes: 'travessões',
      ellipsis: 'reticências',
      spaces: 'espaços',
      capitals: 'maiúsculas',
      'letter forms': 'formas de letras',
    },
    alsoTypography: (kinds) => `A tipografia também é diferente: ${kinds}.`,
    times,
    signs: (inReport, inQuote) => `${inReport} no relatório, ${inQuote} na citação`,
    order: '**Não como foi citado.** As partes constam de um relatório, mas não nesta ordem.',
    differs: '**Não palavra por palavra.** A citação comparada com o trecho mais próximo:',
    omitted: counted(LOCALE, {
      one: 'Mais # diferença não cabe aqui; o arquivo contém todas.',
      other: 'Mais # diferenças não cabem aqui; o arquivo contém todas.',
    }),
    nearest: 'O trecho mais próximo, como consta do relatório:',
    missing: 'falta na citação',
    added: 'acrescentado na citação',
  },

  reload: {
    busy: 'Uma recarga já está em andamento. Tente novamente quando ela terminar.',
    reloaded: (seconds) => `**Recarregado** em ${seconds} s:`,
    rolledBack: '**De volta** aos relatórios anteriores:',
    again: (command, version, further) =>
      `Isto também é uma mudança: ${command} mais uma vez traz de volta a versão do conteúdo ${version}. Para voltar mais, indique uma mudança em ${further}.`,
    noEarlier: 'Não há para onde voltar: nenhuma mudança dos relatórios está guardada.',
    serves: (reportCount, paragraphCount, version) =>
      `${reports(reportCount)}, ${paragraphs(paragraphCount)}, versão do conteúdo ${version}.`,
    added: 'Adicionados',
    changed: 'Alterados',
    removed: 'Removidos',
    nothingChanged: 'Nada mudou.',
    failed: (version) =>
      `**Nada foi recarregado.** As respostas continuam a vir da versão do conteúdo ${version}.`,
    faults: counted(LOCALE, { one: 'O erro:', other: 'Os # erros:' }),
  },

  status: {
    running: (since) => `**Em execução** desde ${since}`,
    versions: (pilcrow, node, content) => `Pilcrow ${pilcrow}, Node ${node}, versão do conteúdo ${content}`,
    content: (reportCount, paragraphCount) => `${reports(reportCount)}, ${paragraphs(paragraphCount)}`,
    questions: (quoted, related, none) =>
      `Perguntas desde o início: ${quoted} com resposta, ${related} só com trechos próximos, ${none} sem nenhum`,
    latency: (median, p99) => `Tempo até a resposta: mediana ${median} ms, p99 ${p99} ms`,
    noLatency: 'Tempo até a resposta: nenhuma pergunta ainda',
    reader: {
      off: 'Leitor: desligado, as respostas seguem só as palavras',
      loading: 'Leitor: carregando, até lá as respostas seguem só as palavras',
      ready: 'Leitor: lendo',
      failed: 'Leitor: não carregou ou falhou (veja o log), as respostas seguem só as palavras',
    },
    memory: (megabytes) => `Memória: ${megabytes} MB residentes`,
    shard: (shard, shards, serverCount) => `Shard ${shard} de ${shards}, ${servers(serverCount)}`,
    shards: (range, serverCount) => `Shards ${range}, ${servers(serverCount)}`,
  },

  processes: {
    serving: (serving, all) => `**Processos**: ${serving} de ${all} com este conteúdo`,
    unserved: (shards) => `Nenhum processo responde nos shards ${shards}.`,
    shards: (range) => `shards ${range}`,
    self: (host) => `${host} (este)`,
    same: 'este conteúdo',
    other: (version) => `versão do conteúdo ${version}`,
    started: (when) => `iniciado ${when}`,
    seen: (when) => `visto ${when}`,
    more: counted(LOCALE, { other: 'e mais #' }),
    unknown: '**Processos**: desconhecidos, porque o banco de dados não responde (veja o log)',
  },

  gaps: {
    none: '**Nenhuma lacuna.** Nenhuma pergunta ficou sem resposta e nenhum trecho foi marcado como errado.',
    head: (first, last, total) => `**${gaps(first, last)} de ${total}**, as mais frequentes primeiro`,
    unanswered: (count) => `sem resposta, ${times(count)}`,
    wrong: (count, title, paragraph) => `marcado como errado por ${people(count)}: ${title}, ¶ ${paragraph}`,
    alike: counted(LOCALE, { one: 'e # pergunta parecida', other: 'e # perguntas parecidas' }),
    dismissed: 'Este item já foi descartado.',
    seen: 'visto',
    file: counted(LOCALE, {
      one: '**# item** está no arquivo.',
      many: '**# de itens** estão no arquivo, os mais frequentes primeiro.',
      other: '**# itens** estão no arquivo, os mais frequentes primeiro.',
    }),
    omitted: counted(LOCALE, {
      one: '# item menos frequente não cabe nele.',
      many: '# de itens menos frequentes não cabem nele.',
      other: '# itens menos frequentes não cabem nele.',
    }),
    columns: {
      question: 'Pergunta',
      wrong: 'Trecho marcado como errado',
      count: 'Vezes',
      first: 'Primeira vez (UTC)',
      last: 'Última vez (UTC)',
      seen: 'Visto',
    },
  },

  alerts: {
    head: '**Sem resposta aqui, ou marcado como trecho errado**',
    more: (count, command) => `e mais ${count}: ${command}`,
    addReport: 'Adicionar um relatório',
    markSeen: 'Marcar tudo como visto',
    seenBy: (mention) => `Marcado como visto por ${mention}`,
  },

  settings: {
    head: '**Como o bot responde neste servidor**',
    publicEverywhere: 'As respostas são públicas em todos os canais.',
    publicNowhere: 'As respostas são privadas em todos os canais.',
    publicIn: (channels) => `As respostas são públicas em ${channels} e privadas nos demais canais.`,
    noDefault: 'As perguntas são feitas a todos os relatórios.',
    defaultReport: (title) => `As perguntas que não indicam um relatório são feitas a ${title}.`,
    defaultGone: (id) =>
      `O relatório padrão “${id}” não está entre os relatórios agora: as perguntas são feitas a todos eles.`,
    seen: {
      own: 'Só os relatórios próprios deste servidor são consultados.',
      shared: 'Só os relatórios comuns a todos os servidores são consultados.',
      both: 'São consultados os relatórios próprios deste servidor e os comuns a todos.',
    },
    see: { own: 'Só relatórios próprios', shared: 'Só relatórios comuns', both: 'Ambos' },
    mentionsOn: 'Mensagens que mencionam o bot são respondidas.',
    mentionsOff: 'Mensagens que mencionam o bot não são respondidas.',
    chooseChannels: 'Canais onde as respostas são públicas',
    makePublic: 'Públicas em toda parte',
    makePrivate: 'Privadas em toda parte',
    switchMentionsOn: 'Responder a menções',
    switchMentionsOff: 'Não responder a menções',
    clearReport: 'Perguntar a todos os relatórios',
    alertsOff: 'Nenhum canal é avisado do que ficou sem resposta aqui.',
    alertsIn: (channel) =>
      `${channel} é avisado de cada mudança nos relatórios próprios deste servidor e, no máximo uma vez por dia, das perguntas sem resposta e dos trechos marcados como errados.`,
    chooseAlerts: 'Canal de avisos',
    alertsBegin: (mention) =>
      `${mention} escolheu este canal: ele é avisado de cada mudança nos relatórios próprios deste servidor e, no máximo uma vez por dia, das perguntas sem resposta e dos trechos marcados como errados.`,
    cannotAlert: {
      gone: (channel) => `${channel} não é um canal de texto deste servidor. Nada mudou: escolha outro.`,
      forbidden: (channel) =>
        `O bot não pode escrever em ${channel}. Nada mudou: dê a ele, nesse canal, as permissões “Ver canal” e “Enviar mensagens”, e escolha o canal de novo.`,
    },
  },

  reports: ptBrReports,
};
