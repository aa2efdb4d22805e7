import { counted, numbered } from './counted.ts';
import { esGuide } from './guide/es.ts';
import { esReports, paragraphs, reports } from './reports/es.ts';
import type { Translation } from './translation.ts';

const times = counted('es', { one: '# vez', other: '# veces' });
const people = counted('es', { one: '# persona', other: '# personas' });
const morePlaces = counted('es', { one: '# lugar más', other: '# lugares más' });
const days = counted('es', { one: '# día', other: '# días' });
const servers = counted('es', { one: '# servidor', other: '# servidores' });

const range = numbered<number | string>(String, (first, last) => `${first} a ${last}`);
const passages = numbered<number>(
  (at) => `Pasaje ${at}`,
  (first, last) => `Pasajes ${first} a ${last}`,
);
const gaps = numbered<number>(
  (at) => `Laguna ${at}`,
  (first, last) => `Lagunas ${first} a ${last}`,
);

/** Spanish, in words that serve Spain and Latin America alike. */
export const es: Translation = {
  language: 'es',

  inQuotes: (text) => `«${text}»`,

  commands: {
    ask: {
      name: 'preguntar',
      description: 'Citar el pasaje de los informes que responde a la pregunta',
      options: {
        question: ['pregunta', 'Lo que se quiere saber, con palabras propias'],
        report: ['informe', 'Responder solo a partir de este informe'],
        private: ['privado', 'Mostrar la respuesta solo a quien pregunta'],
      },
    },
    search: {
      name: 'buscar',
      description: 'Listar los pasajes que contienen las palabras, los mejores primero',
      options: {
        words: [
          'palabras',
          'Palabras en cualquier forma; «entre comillas», tal cual; -palabra: la que no debe aparecer',
        ],
        report: ['informe', 'Buscar solo en este informe'],
      },
    },
    read: {
      name: 'leer',
      description: 'Ver de qué trata un informe y leerlo desde cualquier párrafo',
      options: {
        report: ['informe', 'El informe que leer'],
        paragraph: ['párrafo', 'El número del párrafo por el que empezar, como en ¶ 7 (si no, el esquema)'],
      },
    },
    verify: {
      name: 'verificar',
      description: 'Verificar si una cita figura palabra por palabra en los informes',
      options: {
        quote: ['cita', 'Las palabras tal como se citaron; los puntos suspensivos pueden indicar omisiones'],
      },
    },
    sources: {
      name: 'fuentes',
      description: 'Listar los informes de los que proceden las respuestas',
    },
    about: {
      name: 'acerca-de',
      description: 'A partir de qué responde este bot, cómo, qué guarda y qué no promete',
      replies: {
        what: '**Pilcrow** responde a partir de informes, y nunca con palabras propias.',
        how: (paragraphCount: number, reportCount: number, version: string) =>
          `Busca en ${paragraphs(paragraphCount)} de ${reports(reportCount)} (contenido ${version}, que cambia con los informes) y cita el que responde, palabra por palabra, con su fuente y con quien lo dijo. Cuando los informes no responden, lo dice.`,
        proves:
          '**Lo que prueba una cita:** que esas palabras figuran en ese informe. No prueba que sean ciertas, ni que el informe esté completo.',
        keeps: (dayCount: number) =>
          `**Lo que guarda:** durante ${days(dayCount)}, las preguntas que quedaron sin respuesta y los votos con la pregunta a la que corresponden; además, los ajustes de cada servidor. De quien votó guarda un resumen criptográfico (hash) calculado con una clave; de quien preguntó, nada.`,
        keepsNothing: '**Lo que guarda:** nada.',
        remembers:
          '**Lo que recuerda:** lo último que se respondió a cada persona en un canal, durante diez minutos y solo en memoria, para poder seguir preguntando.',
        noModel: 'Ningún modelo de lenguaje escribe aquí: una pequeña red señala palabras de los informes.',
        version: (version: string, command: string) =>
          `Pilcrow ${version}. ${command} muestra la lista de los informes.`,
      },
    },
    help: {
      name: 'ayuda',
      description: 'Cómo preguntar, qué comandos puede usar y cómo leer una respuesta',
    },
    reload: {
      name: 'recargar',
      description: 'Volver a cargar los informes desde el disco (solo administradores del bot)',
    },
    rollback: {
      name: 'revertir',
      description: 'Volver a los informes anteriores a su último cambio (solo administradores del bot)',
    },
    status: {
      name: 'estado',
      description: 'Cómo está el bot: actividad, preguntas, rapidez, memoria (solo administradores del bot)',
    },
    gaps: {
      name: 'lagunas',
      description:
        'Preguntas sin respuesta y pasajes marcados como erróneos (para quien gestiona los informes)',
      options: { export: ['exportar', 'Obtener todas las lagunas como tabla en un archivo (CSV)'] },
    },
    settings: {
      name: 'ajustes',
      description: 'Cómo responde el bot en este servidor (requiere permiso para gestionar el servidor)',
      options: {
        report: ['informe', 'El informe al que van las preguntas que no nombran ninguno'],
        reports: ['informes', 'Qué informes se consultan aquí'],
        mentions: ['menciones', 'Si el bot responde a los mensajes que lo mencionan'],
      },
    },
    reports: {
      name: 'informes',
      description:
        'Añadir, cambiar y eliminar los informes que se consultan aquí (requiere gestionar el servidor)',
      options: {
        add: ['añadir', 'Importar un archivo o una página web y revisarlo antes de publicarlo'],
        'add file': ['archivo', 'Texto, Markdown, HTML, PDF o Word'],
        'add url': [
          'dirección',
          'La dirección de una página web o un archivo; junto a un archivo: de dónde procede',
        ],
        'add title': ['título', 'El título, si se conoce mejor que en la fuente'],
        'add publisher': ['editor', 'Quién publicó el informe'],
        'add published': ['fecha', 'Cuándo se publicó, por ejemplo 2016-07-01'],
        'add language': ['idioma', 'Su idioma, por ejemplo es o pt-BR'],
        shared: ['comunes', 'Los informes comunes a todos los servidores (solo administradores del bot)'],
        list: ['listar', 'Listar los informes con sus datos'],
        show: ['mostrar', 'Obtener el archivo de un informe'],
        report: ['informe', 'El informe'],
        edit: ['editar', 'Cambiar los datos de un informe'],
        remove: ['eliminar', 'Eliminar un informe'],
        history: ['historial', 'Quién cambió qué y cuándo'],
        rollback: ['revertir', 'Deshacer el último cambio, o todos hasta uno determinado'],
        'rollback change': ['cambio', 'El cambio antes del cual volver (por defecto, el último)'],
      },
    },
    'Ask the reports': { name: 'Preguntar a los informes' },
    'Check against the reports': { name: 'Verificar en los informes' },
  },

  answer: {
    noQuestion: '(sin pregunta)',
    tied: '**Dos pasajes se ajustan igual de bien a esta pregunta:**',
    unanswered: '**Los informes no responden a esta pregunta.**',
    unansweredBy: (title) => `**El informe** ${title} **no responde a esta pregunta.**`,
    nearest: 'Pasajes más cercanos, **que no son una respuesta**:',
    noneAnswers: 'Pasajes más cercanos; **ninguno da lo que se pregunta.**',
    nothingAsked:
      '**En esta pregunta no hay nada que buscar.** Pregunte con un nombre, un número o una palabra de los informes.',
    missing: (words) => `En ninguna parte de los informes: ${words}.`,
    missingFrom: (title, words) => `En ninguna parte de ${title}: ${words}.`,
    others: 'Otros pasajes encontrados',
    open: 'Abrir uno de los pasajes encontrados',
    readAs: 'Entendido como:',
    askedBy: (mention) => `Pregunta de ${mention}`,
    allReports: 'Todos los informes',
  },

  passage: {
    sentenceBefore: 'La frase anterior:',
    saidBy: (name) => `Dicho, según el informe, por: **${name}**`,
    withheld: 'Este pasaje no puede reproducirse aquí con exactitud. Léalo donde figura:',
    crowded: 'Este pasaje no puede mostrarse aquí junto a los demás. Ábralo para leerlo por separado:',
    part: (part, parts) => `Parte ${part} de ${parts} de este párrafo.`,
    partOfSentence: 'Una parte de una frase larga. Abra el pasaje para leerla entera.',
    section: (heading) => `sección «${heading}»`,
    place: (paragraph, count) => `¶ ${paragraph} de ${count}`,
    content: (version) => `contenido ${version}`,
    piece: (paragraph, part) => `¶ ${paragraph}, parte ${part}`,
    of: (piece, count) => `${piece} de ${count}`,
    range,
    sectionCount: (count) => `la sección tiene ${paragraphs(count)}`,
    reportEnds: 'el informe termina aquí',
  },

  buttons: {
    part: (part, parts) => `Parte ${part} de ${parts}`,
    before: (paragraph) => `Antes: ¶ ${paragraph}`,
    after: (paragraph) => `Después: ¶ ${paragraph}`,
    section: 'Sección completa',
    source: 'Abrir la fuente',
    remove: 'Eliminar',
    share: 'Compartir en el canal',
    backTo: (paragraph) => `Volver al ¶ ${paragraph}`,
    back: (piece) => `Atrás: ${piece}`,
    readOn: (piece) => `Seguir leyendo: ${piece}`,
    passages,
    reports: numbered<number>(
      (at) => `Informe ${at}`,
      (first, last) => `Informes ${first} a ${last}`,
    ),
    gaps: numbered<number>(
      (at) => `Entrada ${at}`,
      (first, last) => `Entradas ${first} a ${last}`,
    ),
    openPassage: 'Abrir un pasaje',
    askAgain: 'Preguntar de nuevo',
    asWritten: 'Preguntar tal como está escrito',
    searchAgain: 'Buscar de nuevo',
    listAgain: 'Mostrar de nuevo la lista',
    readAgain: (paragraph) => `Leer de nuevo desde el ¶ ${paragraph}`,
    helped: 'Útil',
    wrong: 'Pasaje erróneo',
    dismiss: (entry) => `Descartar ${entry}`,
  },

  notes: {
    changed: (version) =>
      `**Los informes han cambiado desde esta respuesta** (contenido actual: ${version}).`,
    seeNow: (button) => `El botón **${button}** muestra lo que dicen ahora.`,
    useNow: (command) => `Use ${command} para ver lo que dicen ahora.`,
    reportGone: (command) => `Este informe ya no está entre ellos: consulte ${command}.`,
    unknownButton: (command) => `Este botón ya no funciona. Use ${command} en su lugar.`,
    onlyAsker: 'Solo quien hizo la pregunta puede eliminar esta respuesta.',
    unknownCommand:
      'Este bot ya no tiene ese comando. Un administrador puede publicar los actuales con `npm run register`.',
    apology: 'Se produjo un error por nuestra parte. No se perdió nada; inténtelo de nuevo.',
    unknownReport: (id, command) =>
      `No hay ningún informe «${id}». Elija uno de la lista de la opción o consulte ${command}.`,
    noParagraph: (paragraph, title, count) =>
      `No hay ¶ ${paragraph} en ${title}: sus párrafos están numerados del 1 al ${count}.`,
    noText: 'Este mensaje no contiene texto.',
    tooMany: (seconds) =>
      `Ha hecho muchas preguntas en poco tiempo. Vuelva a preguntar dentro de ${seconds} s.`,
    tooManyPages: (seconds) => `Ha abierto muchas páginas en poco tiempo. Continúe dentro de ${seconds} s.`,
    tooManyHere: (seconds) =>
      `En este servidor se han hecho muchas preguntas en poco tiempo. Vuelva a preguntar dentro de ${seconds} s.`,
    adminsOnly:
      'Solo los administradores de este bot pueden hacer esto: las personas y los roles que quien lo aloja indica en `ADMIN_USER_IDS` y `ADMIN_ROLE_IDS` o, si ambos están vacíos, el propietario o el equipo de la aplicación.',
    managersOnly:
      'Solo pueden hacer esto los miembros con el permiso **Gestionar servidor**. Un administrador del servidor lo concede a un rol en Ajustes del servidor > Roles.',
    serverOnly: 'Los ajustes son propios de cada servidor. Use este comando en un servidor.',
    privateHere: (command) => `En este canal las respuestas son privadas. Pregunte con ${command}.`,
    notKept: 'Este bot no guarda nada (`STORE=off`), así que no hay nada que mostrar ni que ajustar.',
    searchAway:
      'En este momento no se puede buscar en los informes. Eso no significa que no contengan una respuesta: inténtelo de nuevo en unos minutos.',
    reportsAway:
      'En este momento no se puede acceder a los informes, ni para leerlos ni para modificarlos. No se ha perdido nada, y eso no significa que no contengan una respuesta: inténtelo de nuevo en unos minutos.',
    recordsAway:
      'En este momento no se puede leer lo que este bot ha guardado. No se ha perdido nada: inténtelo de nuevo en unos minutos.',
    storeFailed: 'No se pudo guardar: el registro del bot dice por qué. Inténtelo de nuevo más tarde.',
    blocked:
      'Un filtro de este servidor (AutoMod) bloqueó la respuesta. Los moderadores pueden eximir de él al rol del bot.',
  },

  guide: esGuide,

  search: {
    found: (first, last, total) =>
      `**${passages(first, last)} de ${total}** en los informes, los mejores primero.`,
    foundIn: (first, last, total, title) =>
      `**${passages(first, last)} de ${total}** en ${title}, los mejores primero.`,
    more: 'Puede haber más: añada una palabra menos frecuente o elija un informe.',
    none: '**Ningún pasaje de los informes contiene ninguna de estas palabras.**',
    noneIn: (title) => `**Ningún pasaje de** ${title} **contiene ninguna de estas palabras.**`,
    narrowed:
      '**Ningún pasaje encaja.** Las palabras entre comillas deben aparecer seguidas y tal cual, y las precedidas de un signo menos no deben aparecer.',
    nothingSearched:
      '**En estas palabras no hay nada que buscar.** Busque un nombre, un número o una palabra de los informes.',
    tooLong: (length, limit) => `Estas palabras suman ${length} caracteres. Busque con ${limit} como máximo.`,
  },

  sources: {
    none: 'No hay informes.',
    count: reports,
    paragraphs,
    longAddress: (length) => `una dirección de ${length} caracteres, demasiado larga para la lista`,
  },

  verify: {
    head: 'Cita por verificar:',
    noText: '(sin texto)',
    exact: '**Exacta.**',
    sameWords: '**Las mismas palabras.** Solo difiere la tipografía:',
    notFound: (command) =>
      `**No está en los informes.** Ningún pasaje se acerca a estas palabras. Quizá figuren en otros textos: este bot solo conoce sus propios informes (${command}).`,
    proves: 'Eso prueba dónde figuran las palabras, no que sean ciertas.',
    inParts: (parts) =>
      `Las ${parts} partes de la cita figuran palabra por palabra en un informe, en este orden; lo que omiten los puntos suspensivos queda por leer.`,
    inOne: 'Estas palabras figuran en un informe, carácter por carácter.',
    noWords:
      '**Aquí no hay palabras que verificar.** Pegue las palabras que, según se dice, figuran en un informe.',
    tooShort: (count) =>
      `**Demasiado breve para verificarla.** Estas palabras figuran en ${count} lugares, lo que no prueba nada. Indique una parte más larga de la cita.`,
    muchTooShort:
      '**Demasiado breve para verificarla.** Estas palabras figuran en cien lugares o más, lo que no prueba nada. Indique una parte más larga de la cita.',
    foundIn: (places) => `Figura en ${places}.`,
    foundInAnd: (places, more) => `Figura en ${places}, y en ${morePlaces(more)}.`,
    typography: {
      'quotation marks': 'comillas',
      dashes: 'rayas y guiones',
      ellipsis: 'puntos suspensivos',
      spaces: 'espacios',
      capitals: 'mayúsculas',
      'letter forms': 'formas de las letras',
    },
    alsoTypography: (kinds) => `También difiere la tipografía: ${kinds}.`,
    times,
    signs: (inReport, inQuote) => `${inReport} en el informe, ${inQuote} en la cita`,
    order: '**No es como se citó.** Las partes figuran en un informe, pero no en este orden.',
    differs: '**No es literal.** La cita, comparada con el pasaje más cercano:',
    omitted: counted('es', {
      one: '# diferencia más no cabe aquí; el archivo las contiene todas.',
      other: '# diferencias más no caben aquí; el archivo las contiene todas.',
    }),
    nearest: 'El pasaje más cercano, tal como figura en el informe:',
    missing: 'falta en la cita',
    added: 'añadido en la cita',
  },

  reload: {
    busy: 'Ya hay una recarga en curso. Vuelva a intentarlo cuando haya terminado.',
    reloaded: (seconds) => `**Recargado** en ${seconds} s:`,
    rolledBack: '**De vuelta** a los informes anteriores:',
    again: (command, version, further) =>
      `Esto también es un cambio: ${command} otra vez recupera el contenido ${version}. Para volver más atrás, indique un cambio en ${further}.`,
    noEarlier: 'No hay nada a lo que volver: no se conserva ningún cambio de los informes.',
    serves: (reportCount, paragraphCount, version) =>
      `${reports(reportCount)}, ${paragraphs(paragraphCount)}, contenido ${version}.`,
    added: 'Añadidos',
    changed: 'Modificados',
    removed: 'Eliminados',
    nothingChanged: 'No ha cambiado nada.',
    failed: (version) => `**No se recargó nada.** Las respuestas siguen saliendo del contenido ${version}.`,
    faults: counted('es', { one: 'El error:', other: 'Los # errores:' }),
  },

  status: {
    running: (since) => `**En funcionamiento** desde: ${since}`,
    versions: (pilcrow, node, content) => `Pilcrow ${pilcrow}, Node ${node}, contenido ${content}`,
    content: (reportCount, paragraphCount) => `${reports(reportCount)}, ${paragraphs(paragraphCount)}`,
    questions: (quoted, related, none) =>
      `Preguntas desde el inicio: ${quoted} con respuesta, ${related} solo con los pasajes más cercanos, ${none} sin ningún pasaje`,
    latency: (median, p99) => `Tiempo de respuesta: mediana ${median} ms, p99 ${p99} ms`,
    noLatency: 'Tiempo de respuesta: aún no hay preguntas',
    reader: {
      off: 'Lector: desactivado, se responde solo por palabras',
      loading: 'Lector: cargando, hasta entonces se responde solo por palabras',
      ready: 'Lector: leyendo',
      failed: 'Lector: no se cargó o falló (ver el registro), se responde solo por palabras',
    },
    memory: (megabytes) => `Memoria: ${megabytes} MB ocupados`,
    shard: (shard, shards, serverCount) => `Shard ${shard} de ${shards}, ${servers(serverCount)}`,
    shards: (range, serverCount) => `Shards ${range}, ${servers(serverCount)}`,
  },

  processes: {
    serving: (serving, all) => `**Procesos**: ${serving} de ${all} con este contenido`,
    unserved: (shards) => `Ningún proceso responde en los shards ${shards}.`,
    shards: (range) => `shards ${range}`,
    self: (host) => `${host} (este)`,
    same: 'este contenido',
    other: (version) => `contenido ${version}`,
    started: (when) => `iniciado ${when}`,
    seen: (when) => `visto ${when}`,
    more: counted('es', { other: 'y # más' }),
    unknown: '**Procesos**: desconocidos, porque la base de datos no responde (ver el registro)',
  },

  gaps: {
    none: '**No hay lagunas.** Ninguna pregunta quedó sin respuesta y ningún pasaje se marcó como erróneo.',
    head: (first, last, total) => `**${gaps(first, last)} de ${total}**, las más frecuentes primero`,
    unanswered: (count) => `sin respuesta, ${times(count)}`,
    wrong: (count, title, paragraph) => `marcado como erróneo por ${people(count)}: ${title}, ¶ ${paragraph}`,
    alike: counted('es', { one: 'y # pregunta parecida', other: 'y # preguntas parecidas' }),
    dismissed: 'Esta entrada ya se descartó.',
    seen: 'vista',
    file: counted('es', {
      one: '**# entrada** está en el archivo.',
      other: '**# entradas** están en el archivo, las más frecuentes primero.',
    }),
    omitted: counted('es', {
      one: '# entrada menos frecuente no cabe en él.',
      other: '# entradas menos frecuentes no caben en él.',
    }),
    columns: {
      question: 'Pregunta',
      wrong: 'Pasaje marcado como erróneo',
      count: 'Veces',
      first: 'Primera vez (UTC)',
      last: 'Última vez (UTC)',
      seen: 'Vista',
    },
  },

  alerts: {
    head: '**Sin respuesta aquí, o marcado como pasaje erróneo**',
    more: (count, command) => `y ${count} más: ${command}`,
    addReport: 'Añadir un informe',
    markSeen: 'Marcar todo como visto',
    seenBy: (mention) => `Marcado como visto por ${mention}`,
  },

  settings: {
    head: '**Cómo responde el bot en este servidor**',
    publicEverywhere: 'Las respuestas son públicas en todos los canales.',
    publicNowhere: 'Las respuestas son privadas en todos los canales.',
    publicIn: (channels) => `Las respuestas son públicas en ${channels} y privadas en los demás canales.`,
    noDefault: 'Las preguntas van a todos los informes.',
    defaultReport: (title) => `Las preguntas que no nombran ningún informe van a ${title}.`,
    defaultGone: (id) =>
      `El informe predeterminado «${id}» no está ahora entre los informes: las preguntas van a todos.`,
    seen: {
      own: 'Solo se consultan los informes propios de este servidor.',
      shared: 'Solo se consultan los informes comunes a todos los servidores.',
      both: 'Se consultan los informes propios de este servidor y los comunes a todos.',
    },
    see: { own: 'Solo informes propios', shared: 'Solo informes comunes', both: 'Ambos' },
    mentionsOn: 'El bot responde a los mensajes que lo mencionan.',
    mentionsOff: 'El bot no responde a los mensajes que lo mencionan.',
    chooseChannels: 'Canales donde las respuestas son públicas',
    makePublic: 'Públicas en todas partes',
    makePrivate: 'Privadas en todas partes',
    switchMentionsOn: 'Responder a las menciones',
    switchMentionsOff: 'No responder a las menciones',
    clearReport: 'Preguntar a todos los informes',
    alertsOff: 'A ningún canal se le avisa de lo que quedó sin respuesta aquí.',
    alertsIn: (channel) =>
      `A ${channel} se le avisa de cada cambio en los informes propios de este servidor y, como mucho una vez al día, de las preguntas sin respuesta y de los pasajes marcados como erróneos.`,
    chooseAlerts: 'Canal de avisos',
    alertsBegin: (mention) =>
      `${mention} ha elegido este canal: aquí se avisa de cada cambio en los informes propios de este servidor y, como mucho una vez al día, de las preguntas sin respuesta y de los pasajes marcados como erróneos.`,
    cannotAlert: {
      gone: (channel) =>
        `${channel} no es un canal de texto de este servidor. No ha cambiado nada: elija otro.`,
      forbidden: (channel) =>
        `El bot no puede escribir en ${channel}. No ha cambiado nada: dele allí los permisos «Ver canal» y «Enviar mensajes», y elija el canal de nuevo.`,
    },
  },

  reports: esReports,
};
