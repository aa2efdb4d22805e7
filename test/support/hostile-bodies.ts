/** In UTF-16 code units: several paragraphs of the longest kind. */
const SIZE = 10_000;

/** `unit` again and again. */
export const fill = (unit: string): string => unit.repeat(Math.ceil(SIZE / unit.length)).slice(0, SIZE);
const numbered = (line: (at: number) => string): string => {
  let text = '';
  for (let at = 0; text.length < SIZE; at++) text += line(at);
  return text;
};

/** Texts of reports that are meant to take long, each with what it is made of. */
export const HOSTILE: readonly (readonly [string, () => string])[] = [
  ['one line of sentences', () => numbered((at) => `The ferry number ${at} sank in ${1900 + (at % 100)}. `)],
  ['one word repeated', () => fill('ferry ')],
  ['one word of 20,000 letters', () => fill('ferry')],
  ['words of 4,000 letters', () => fill(`${'ferry'.repeat(800)} `)],
  ['a table', () => numbered((at) => `| ${at} | ferry | ${at * 3} | sank | 1912 |\n`)],
  ['quotations nested', () => numbered((at) => `“He said “the ferry ${at}” sank,” said Ann Lee. `)],
  ['marks that open', () => fill('“')],
  ['punctuation', () => fill('!?…—“”‘’()[]{}«».,;:')],
  ['stops', () => fill('a. ')],
  ['speakers', () => numbered((at) => `"It sank," said Mr A${at.toString(36)} Smith${at.toString(36)}. `)],
  ['headings alone', () => `${numbered((at) => `# Ferry ${at}\n`)}\n\nThe ferry sank.`],
  ['a heading for each paragraph', () => numbered((at) => `# Ferry ${at}\n\nFerry ${at} sank.\n\n`)],
  [
    'words that are alike',
    () => numbered((at) => `ferr${at.toString(36)} ferry${(at * 7919).toString(36)} `),
  ],
  ['names with short forms', () => numbered((at) => `Ann${at} Bee Cee (ABC) ferry. `)],
  ['marks on letters', () => fill(`f${'\u0301'.repeat(50)} ferry `)],
  ['blank lines', () => fill('\n')],
  ['white space', () => `${fill(' ')}ferry`],
];
