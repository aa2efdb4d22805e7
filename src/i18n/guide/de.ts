import { counted } from '../counted.ts';
import { reports } from '../reports/de.ts';
import type { Translation } from '../translation.ts';

const sections = counted('de', { one: '# Abschnitt', other: '# Abschnitte' });

/** How the bot leads people to what it can answer. */
export const deGuide = {
  suggested: 'Fragen, die die Berichte beantworten:',
  nearest: 'Die nächstliegenden Stellen, keine Antwort',
  otherLanguage: (asked, known) =>
    `**Diese Frage ist offenbar auf ${asked} gestellt, die Berichte sind auf ${known}.** Der Bot sucht nach den Wörtern einer Frage und übersetzt nicht: Bitte fragen Sie auf ${known}.`,

  several: (count, given) => `**Zu „${given}“ passen ${reports(count)}.** Wählen Sie einen aus.`,
  firstOnes: (count) => `Das sind die ersten ${count}: Mehr vom Titel führt zu anderen.`,
  choose: 'Einen Bericht wählen',

  smallTalk: {
    greeting: 'Hallo! Fragen Sie mich in Ihren eigenen Worten nach den Berichten.',
    thanks: 'Gern geschehen. Fragen Sie jederzeit weiter.',
    help: (ask, help) => `Fragen Sie mit ${ask}, in Ihren eigenen Worten; ${help} erklärt alles Weitere.`,
    empty: (help) => `Schreiben Sie eine Frage in Ihren eigenen Worten; ${help} erklärt alles Weitere.`,
  },

  outline: {
    sections,
    head: 'Die Abschnitte, jeder mit seinem ersten Satz, Wort für Wort. Eine Zusammenfassung hat niemand geschrieben.',
    headParagraphs:
      'Der Bericht hat keine Abschnitte: die Absätze, jeder mit seinem ersten Satz, Wort für Wort. Eine Zusammenfassung hat niemand geschrieben.',
    reports: (first, last, total) =>
      `**Berichte ${first} bis ${last} von ${total}**, jeder mit seinem ersten Satz, Wort für Wort`,
    open: 'Die Übersicht eines Berichts öffnen',
    button: 'Übersicht',
    readFrom: (paragraph) => `Ab ¶ ${paragraph} lesen`,
    pages: (first, last) => `Einträge ${first} bis ${last}`,
  },

  help: {
    ask: (ask) =>
      `**Fragen** Sie mit ${ask} und einer Frage in Ihren eigenen Worten, erwähnen Sie den Bot in einem Kanal, oder schreiben Sie ihm direkt. Namen und Zahlen aus den Berichten helfen. „Worum geht es in dem Bericht?“ ergibt eine Übersicht.`,
    commands: '**Befehle, die Sie verwenden können**',
    menu: (names) => `Im Menü einer Nachricht, unter „Apps“: ${names}`,
    read: '**Eine Antwort lesen.** Das Zitat ist der Text des Berichts, Zeichen für Zeichen; der Satz, der antwortet, ist **fett**. Darüber steht, wer es sagt, sofern der Bericht jemanden nennt; darunter stehen der Bericht, die Nummer des Absatzes (¶) und der Inhaltsstand, der sich mit den Berichten ändert. Was als „keine Antwort“ gekennzeichnet ist, kommt der Frage nur nahe.',
    promises:
      '**Was er nicht verspricht.** Ein Zitat belegt, dass diese Worte in jenem Bericht stehen: nicht, dass sie wahr sind, und nicht, dass der Bericht vollständig ist.',
  },
} satisfies Translation['guide'];
