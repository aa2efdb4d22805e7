/** Far above any report, and far below what would stall the bot while it reads. In bytes. */
export const MAX_REPORT_BYTES = 16 * 1024 * 1024;

/** Why a file of `size` bytes is refused, or undefined when it is small enough. */
export const findSizeProblem = (size: number): string | undefined =>
  size <= MAX_REPORT_BYTES
    ? undefined
    : `the file has ${inMebibytes(size)} MiB, wanted at most ${inMebibytes(MAX_REPORT_BYTES)} MiB; split it into several reports`;

export type DecodedBytes =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'faulty'; readonly line: number; readonly message: string };

/** UTF-8, with or without a byte order mark, to text in which every line ends with LF. */
export function decodeReportBytes(bytes: Uint8Array): DecodedBytes {
  const size = findSizeProblem(bytes.byteLength);
  if (size !== undefined) return { kind: 'faulty', line: 1, message: size };
  const decoded = decodeUtf8(bytes);
  if (decoded === undefined) {
    const line = findLineThatIsNotUtf8(bytes);
    return {
      kind: 'faulty',
      line,
      message: 'the line is not UTF-8 text; save the file with the encoding UTF-8',
    };
  }
  const text = withLineFeeds(decoded);
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const message =
      'the line holds a NUL character, wanted plain text; save the file with the encoding UTF-8';
    return { kind: 'faulty', line: lineAt(text, nul), message };
  }
  return { kind: 'text', text };
}

/** Counted from 1. `offset` is in UTF-16 code units. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

const inMebibytes = (bytes: number): string => (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();

const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/gu, '\n');

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Line ends are never part of a longer UTF-8 sequence, so each line can be tried alone. */
function findLineThatIsNotUtf8(bytes: Uint8Array): number {
  const lines = withLineFeeds(Buffer.from(bytes).toString('latin1')).split('\n');
  return lines.findIndex((line) => decodeUtf8(Buffer.from(line, 'latin1')) === undefined) + 1;
}
