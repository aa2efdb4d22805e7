import { getDocumentProxy } from 'unpdf';
import { normaliseSpace } from '../../text/white-space.ts';
import { ImportError } from '../raw-article.ts';

/** A line of print. Lengths are in points, from the page's lower left corner. */
export interface PdfLine {
  readonly place: string;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  /** Height of the letters. */
  readonly size: number;
}

export interface PdfPages {
  readonly pages: readonly (readonly PdfLine[])[];
  /** As written, on one line; the empty string when absent. */
  readonly info: Readonly<Record<'Title' | 'Author' | 'CreationDate' | 'Language', string>>;
}

/** @throws ImportError when the file is locked or broken, or holds no text */
export async function openPdf(bytes: Uint8Array): Promise<PdfPages> {
  const pdf = await open(bytes);
  const { info } = await pdf.getMetadata();
  const pages: (readonly PdfLine[])[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(linesOf(items, number));
  }
  if (pages.every((lines) => lines.length === 0))
    throw new ImportError(
      'the PDF holds no text, only pictures perhaps; run a text recognition over it first',
    );
  const text = (key: string): string => {
    const value: unknown = Object.entries(info).find(([name]) => name === key)?.[1];
    return typeof value === 'string' ? normaliseSpace(value) : '';
  };
  return {
    pages,
    info: {
      Title: text('Title'),
      Author: text('Author'),
      CreationDate: text('CreationDate'),
      Language: text('Language'),
    },
  };
}

async function open(bytes: Uint8Array) {
  try {
    return await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    throw new ImportError(
      name === 'PasswordException'
        ? 'the PDF is locked with a password; save it without one'
        : 'the PDF is broken',
    );
  }
}

/** What pdf.js gives for a run of letters; marks in the content have no text. */
type PdfItem =
  | { readonly type: string }
  | {
      readonly str: string;
      readonly width: number;
      readonly height: number;
      readonly transform: readonly number[];
      readonly hasEOL: boolean;
    };

function linesOf(items: readonly PdfItem[], page: number): readonly PdfLine[] {
  const lines: PdfLine[] = [];
  let run: { text: string; left: number; right: number; base: number; size: number } | undefined;
  const close = (): void => {
    const text = normaliseSpace(run?.text ?? '');
    if (run !== undefined && text !== '')
      lines.push({ ...run, text, place: `page ${page}, line ${lines.length + 1}` });
    run = undefined;
  };
  for (const item of items) {
    if (!('str' in item)) continue;
    const [left = 0, base = 0] = item.transform.slice(4);
    if (item.str !== '') {
      if (run !== undefined && Math.abs(run.base - base) > run.size / 2) close();
      run = {
        text: (run?.text ?? '') + item.str,
        left: Math.min(run?.left ?? left, left),
        right: Math.max(run?.right ?? 0, left + item.width),
        base: run?.base ?? base,
        size: Math.max(run?.size ?? 0, item.height),
      };
    }
    if (item.hasEOL) close();
  }
  close();
  return lines;
}
