/** `unit` again and again. `size`: in UTF-16 code units. */
export const fill = (unit: string, size: number): string =>
  unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

const numbered = (size: number, line: (at: number) => string): string => {
  let text = '';
  for (let at = 0; text.length < size; at++) text += line(at);
  return text;
};

/** Texts of reports that are meant to take long, each with what it is made of, and about as long as it is wanted. */
export const HOSTILE: readonly (readonly [string, (size: number) => string])[] = [
  [
    'one line of sentences',
    (size) => numbered(size, (at) => `The ferry number ${at} sank in ${1900 + (at % 100)}. `),
  ],
  ['one word repeated', (size) => fill('ferry ', size)],
  ['one word of 20,000 letters', (size) => fill('ferry', size)],
  ['words of 4,000 letters', (size) => fill(`${'ferry'.repeat(800)} `, size)],
  ['a table', (size) => numbered(size, (at) => `| ${at} | ferry | ${at * 3} | sank | 1912 |\n`)],
  ['quotations nested', (size) => numbered(size, (at) => `“He said “the ferry ${at}” sank,” said Ann Lee. `)],
  ['marks that open', (size) => fill('“', size)],
  ['punctuation', (size) => fill('!?…—“”‘’()[]{}«».,;:', size)],
  ['stops', (size) => fill('a. ', size)],
  [
    'speakers',
    (size) => numbered(size, (at) => `"It sank," said Mr A${at.toString(36)} Smith${at.toString(36)}. `),
  ],
  ['headings alone', (size) => `${numbered(size, (at) => `# Ferry ${at}\n`)}\n\nThe ferry sank.`],
  [
    'a heading for each paragraph',
    (size) => numbered(size, (at) => `# Ferry ${at}\n\nFerry ${at} sank.\n\n`),
  ],
  [
    'words that are alike',
    (size) => numbered(size, (at) => `ferr${at.toString(36)} ferry${(at * 7919).toString(36)} `),
  ],
  ['names with short forms', (size) => numbered(size, (at) => `Ann${at} Bee Cee (ABC) ferry. `)],
  ['marks on letters', (size) => fill(`f${'\u0301'.repeat(50)} ferry `, size)],
  ['blank lines', (size) => fill('\n', size)],
  ['white space', (size) => `${fill(' ', size)}ferry`],
];
