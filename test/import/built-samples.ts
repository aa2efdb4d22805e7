import { createDocx } from '../support/docx-file.ts';
import { createPdf, type PrintedLine } from '../support/pdf-file.ts';

/** Lines of print below each other, from `top` on. */
const set = (top: number, ...lines: readonly string[]): readonly PrintedLine[] =>
  lines.map((text, at) => ({ text, base: top - 14 * at }));

const page = (number: number, ...body: readonly (readonly PrintedLine[])[]): readonly PrintedLine[] => [
  { text: 'Harbour Office: annual report', size: 9, base: 770 },
  ...body.flat(),
  { text: `Page ${number} of 3`, size: 9, base: 30 },
];

const PRINTED = createPdf(
  [
    page(
      1,
      [{ text: 'The year of the harbour', size: 24, base: 720 }],
      set(
        680,
        'The harbour took in four hundred ships this year, which is the high-',
        'est number since the office began to count them, and the inter-',
        'national lines alone brought ninety thousand people to the islands,',
        'most of them in July.',
      ),
      set(
        590,
        'Until the end of the summer everybody spoke of nothing but the US-',
        'backed works on the outer wall. They went on until May, when the',
        'money ended and the builders left. Nobody knows when they will be',
      ),
    ),
    page(
      2,
      set(720, 'back, and the office has written to them four times without an answer.'),
      [{ text: 'What it cost', size: 16, base: 660 }],
      set(
        630,
        'The wall cost six million, one more than planned; the international',
        'funds paid for half of it.',
      ),
    ),
    page(3, set(720, 'A short last page ends the report of the harbour office for the year.')),
  ],
  "/Title(Microsoft Word - draft7.doc)/Author(Jan Kok)/CreationDate(D:20170131120000+01'00')",
);

const LETTER = createDocx(
  [
    { text: 'A letter from Corvo', style: 'Title' },
    { text: 'By Ana Reis' },
    {
      text: 'The island has been without a ferry for nine weeks, and the shop has neither flour nor oil &amp; no salt.',
    },
    { text: 'What we need', style: 'heading 1' },
    {
      text: 'We need a boat that sails on Mondays, a doctor who stays, and somebody who answers when we write.',
    },
    { text: 'Share' },
    {
      text: '# 7 of our letters has been answered, and the other letters have not, as far as anybody here knows.',
    },
  ],
  '<dc:title></dc:title><dc:creator>A. Reis</dc:creator><dcterms:created a="b">2018-03-04T05:06:07Z</dcterms:created>',
);

/** Samples that are no text: made here, so that everybody can read what is in them. */
export const BUILT: Readonly<Record<string, Uint8Array>> = { 'printed.pdf': PRINTED, 'letter.docx': LETTER };
