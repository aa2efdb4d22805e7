import { counted } from '../counted.ts';
import { reports } from '../reports/es.ts';
import type { Translation } from '../translation.ts';

const sections = counted('es', { one: '# sección', other: '# secciones' });

/** How the bot leads people to what it can answer. */
export const esGuide = {
  suggested: 'Preguntas que los informes responden:',
  nearest: 'Los pasajes más cercanos, no una respuesta',
  otherLanguage: (asked, known) =>
    `**Esta pregunta parece estar en ${asked}, y los informes están en ${known}.** El bot busca las palabras de una pregunta y no traduce: pregunte en ${known}.`,

  several: (count, given) => `**${reports(count)} corresponden a «${given}».** Elija uno.`,
  firstOnes: (count) => `Estos son los ${count} primeros: una parte más larga del título lleva a los demás.`,
  choose: 'Elegir un informe',

  smallTalk: {
    greeting: '¡Hola! Pregúnteme sobre los informes, con sus propias palabras.',
    thanks: 'De nada. Siga preguntando cuando quiera.',
    help: (ask, help) => `Pregunte con ${ask}, con sus propias palabras; ${help} explica lo demás.`,
    empty: (help) => `Escriba una pregunta con sus propias palabras; ${help} explica lo demás.`,
  },

  outline: {
    sections,
    head: 'Sus secciones, cada una con su primera frase, palabra por palabra. Nadie ha escrito un resumen.',
    headParagraphs:
      'No tiene secciones: sus párrafos, cada uno con su primera frase, palabra por palabra. Nadie ha escrito un resumen.',
    reports: (first, last, total) =>
      `**Informes ${first} a ${last} de ${total}**, cada uno con su primera frase, palabra por palabra`,
    open: 'Abrir el esquema de un informe',
    button: 'Esquema',
    readFrom: (paragraph) => `Leer desde el ¶ ${paragraph}`,
    pages: (first, last) => `Entradas ${first} a ${last}`,
  },

  help: {
    ask: (ask) =>
      `**Pregunte** con ${ask} y sus propias palabras, mencione al bot en un canal o escríbale directamente. Ayudan los nombres y los números de los informes. «¿De qué trata el informe?» da un esquema.`,
    commands: '**Los comandos que puede usar**',
    menu: (names) => `En el menú de un mensaje, en «Aplicaciones»: ${names}`,
    read: '**Leer una respuesta.** La cita es el texto mismo del informe, carácter por carácter; la frase que responde está en **negrita**. Encima figura quién lo dice, si el informe nombra a alguien; debajo, el informe, el número del párrafo (¶) y la versión del contenido, que cambia con los informes. Lo que se señala como que no es una respuesta solo se le acerca.',
    promises:
      '**Lo que no promete.** Una cita prueba que esas palabras figuran en ese informe: no que sean ciertas, ni que el informe esté completo.',
  },
} satisfies Translation['guide'];
