import { counted } from '../counted.ts';
import { reports } from '../reports/en.ts';

const sections = counted('en', { one: '# section', other: '# sections' });

/** How the bot leads people to what it can answer, in English. */
export const enGuide = {
  suggested: 'Questions that the reports answer:',
  nearest: 'The nearest passages, not an answer',
  otherLanguage: (asked: string, known: string) =>
    `**This question seems to be in ${asked}, and the reports are in ${known}.** The bot looks for the words of a question and does not translate: please ask in ${known}.`,

  /** Of reports that fit what was given for one. */
  several: (count: number, given: string) => `**${reports(count)} fit “${given}”.** Choose one.`,
  firstOnes: (count: number) => `These are the first ${count}: more of the title leads to others.`,
  choose: 'Choose a report',

  smallTalk: {
    greeting: 'Hello! Ask me about the reports, in your own words.',
    thanks: 'You are welcome. Ask on whenever you like.',
    help: (ask: string, help: string) => `Ask with ${ask}, in your own words; ${help} explains the rest.`,
    empty: (help: string) => `Write a question in your own words; ${help} explains the rest.`,
  },

  /** The labels of buttons are those of `buttons`. */
  outline: {
    sections,
    head: 'Its sections, each with its first sentence, word for word. Nobody has written a summary.',
    headParagraphs:
      'It has no sections: its paragraphs, each with its first sentence, word for word. Nobody has written a summary.',
    reports: (first: number, last: number, total: number) =>
      `**Reports ${first} to ${last} of ${total}**, each with its first sentence, word for word`,
    open: 'Open the outline of a report',
    button: 'Outline',
    readFrom: (paragraph: number) => `Read from ¶ ${paragraph}`,
    pages: (first: number, last: number) => `Entries ${first} to ${last}`,
  },

  help: {
    ask: (ask: string) =>
      `**Ask** with ${ask} and a question in your own words, mention the bot in a channel, or write to it directly. Names and numbers from the reports help. “What is the report about?” gives an outline.`,
    commands: '**Commands that you may use**',
    menu: (names: string) => `In the menu of a message, under Apps: ${names}`,
    read: '**Reading an answer.** The quotation is the report’s own text, character for character; the sentence that answers is in **bold**. Above it is who says so, where the report names somebody; below it the report, the number of the paragraph (¶) and the content version, which changes with the reports. What is marked as not an answer only comes near.',
    promises:
      '**What it does not promise.** A quotation proves that these words are in that report: not that they are true, nor that the report is complete.',
  },
};
