import { counted } from '../counted.ts';
import type { Translation } from '../translation.ts';

export const paragraphs = counted('es', { one: '# párrafo', other: '# párrafos' });
export const reports = counted('es', { one: '# informe', other: '# informes' });
const imports = counted('es', { one: '# importación', other: '# importaciones' });

/** What `/reports` says, in Spanish. */
export const esReports = {
  refused: (why) => `**No ha cambiado nada:** ${why}.`,
  notImported: (source, why) => `**${source} no se importó:** ${why}.`,
  oneSource: 'Indique un archivo o una dirección.',
  busy: 'Hay otro cambio de estos informes en curso. Vuelva a intentarlo en un momento.',
  gone: 'Esta vista previa ya no es válida: se publicó o se descartó, o tiene más de un día. Vuelva a importar el informe.',
  noReport: (id) => `No hay ningún informe «${id}» aquí.`,
  none: 'Aquí todavía no hay informes. Añada uno con `/informes añadir`.',
  whose: {
    own: 'Los informes propios de este servidor',
    shared: 'Los informes comunes a todos los servidores',
  },
  notADate: (text) => `«${text}» no es una fecha: escríbala como 2016-07-01.`,

  limits: {
    reports: (most) => `este servidor tiene ${reports(most)}, el máximo permitido`,
    size: (most) => `los informes de este servidor ocuparían más de ${most} MB`,
    imports: (most, minutes) =>
      `este servidor ha hecho ${imports(most)} en una hora; podrá volver a importar dentro de ${minutes} min`,
  },

  preview: {
    head: '**Vista previa.** Nadie más la ve, y todavía no se ha publicado nada.',
    replaces: 'Este informe sustituye al que tiene el mismo identificador.',
    first: 'El primer párrafo:',
    last: 'El último párrafo:',
    removed: counted('es', { one: 'Se omitió # fragmento:', other: 'Se omitieron # fragmentos:' }),
    removedFile: 'El archivo contiene todo lo que se omitió.',
    notes: 'Revise esto:',
    suggested:
      'Preguntas que proponer a los miembros; este informe responde a cada una. Quite las que no sean buenas:',
    suggestedNone: 'No se encontró ninguna pregunta que proponer.',
    keep: 'Preguntas que proponer',
    publish: 'Publicar',
    edit: 'Editar los datos',
    discard: 'Descartar',
    discarded: 'Descartado. No se publicó nada.',
  },

  notes: {
    noPublisher: 'falta el editor',
    noDate: 'falta la fecha',
    sameTitle: (title, id) =>
      `ya hay aquí un informe titulado ${title} (${id}); en las citas los distinguen el editor y la fecha`,
    standsElsewhere: (paragraph, title, other) =>
      `el ¶ ${paragraph} figura también en ${title}, como ¶ ${other}`,
    moreStandElsewhere: counted('es', {
      one: 'lo mismo ocurre con # párrafo más',
      other: 'lo mismo ocurre con # párrafos más',
    }),
    long: (paragraph, length) =>
      `el ¶ ${paragraph} tiene ${length} caracteres: una cita de él ocupa varias páginas`,
    language: (named, looks) => `el informe indica el idioma ${named}, pero parece estar en ${looks}`,
  },

  form: {
    title: 'Datos del informe',
    add: 'Añadir un informe desde una dirección',
    file: 'Para un archivo, use /informes añadir.',
    fields: {
      title: 'Título',
      publisher: 'Editor',
      published: 'Fecha, por ejemplo 2016-07-01',
      url: 'Dirección de la fuente',
      language: 'Idioma, por ejemplo es o pt-BR',
    },
  },

  published: (title) => `**Publicado:** ${title}.`,
  edited: (title) => `**Modificado:** ${title}.`,
  removedNow: (title) => `**Eliminado:** ${title}. \`/informes revertir\` lo recupera.`,
  nothingToUndo: 'No hay ningún cambio así que deshacer.',
  failed: '**No ha cambiado nada:** la carpeta de estos informes tiene errores.',
  confirmRemoval: (title) =>
    `¿Eliminar ${title}? Sus respuestas desaparecerán con él. \`/informes revertir\` lo recupera.`,
  serves: (reportCount, paragraphCount, version) =>
    `Ahora se consultan aquí ${reports(reportCount)} y ${paragraphs(paragraphCount)} (contenido ${version}).`,

  history: {
    none: 'Aquí todavía no ha cambiado nada.',
    head: '**Cambios**, los más recientes primero',
    folder: 'en la carpeta',
    change: { added: 'añadido', changed: 'modificado', removed: 'eliminado' },
    more: counted('es', {
      one: '# cambio anterior no se muestra',
      other: '# cambios anteriores no se muestran',
    }),
  },
} satisfies Translation['reports'];
