/**
 * A line of a page: its text in Adobe's standard encoding, its size and its distance from the left and lower edge in
 * points. With `set` its words are set one by one, without blanks, as TeX sets them; with `aslant` it stands across.
 */
export interface PrintedLine {
  readonly text: string;
  readonly size?: number;
  readonly left?: number;
  readonly base: number;
  readonly set?: boolean;
  readonly aslant?: boolean;
}

/** The sign of Adobe's standard encoding for "fi" in one letter. */
export const FI = '\u00AE';

/** A PDF of these pages, in Helvetica. `info` is written as PDF, such as `/Title(Ferry)`. */
export function createPdf(pages: readonly (readonly PrintedLine[])[], info = ''): Uint8Array {
  const kids = pages.map((_, at) => `${10 + 2 * at} 0 R`).join(' ');
  const objects = [
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    `2 0 obj<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>endobj`,
    '3 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj',
    `4 0 obj<<${info}>>endobj`,
    ...pages.flatMap((lines, at) => {
      const content = lines.map(drawLine).join('\n');
      return [
        `${10 + 2 * at} 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents ${11 + 2 * at} 0 R/Resources<</Font<</F1 3 0 R>>>>>>endobj`,
        `${11 + 2 * at} 0 obj<</Length ${content.length}>>stream\n${content}\nendstream endobj`,
      ];
    }),
  ];
  return Buffer.from(`%PDF-1.4\n${objects.join('\n')}\ntrailer<</Root 1 0 R/Info 4 0 R>>\n`, 'latin1');
}

function drawLine({ text, size = 12, left = 50, base, set = false, aslant = false }: PrintedLine): string {
  const escaped = text.replaceAll(/[()\\]/g, '\\$&');
  const shown = set ? `[(${escaped.replaceAll(' ', ') -278 (')})] TJ` : `(${escaped}) Tj`;
  return `BT /F1 ${size} Tf ${aslant ? '0.7 0.7 -0.7 0.7' : '1 0 0 1'} ${left} ${base} Tm ${shown} ET`;
}
