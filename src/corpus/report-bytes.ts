import { isUtf8 } from 'node:buffer';
import type { Task } from '../text/cooperative-task.ts';
import { type Faulty, faulty } from './fault.ts';

/** A book of 700 pages has some 2 MB; `npm run bench` shows that the largest report does not hold the bot up. In bytes. */
export const MAX_REPORT_BYTES = 2 * 1024 * 1024;

/** Why a file of `size` bytes is refused, or undefined when it is small enough. */
export const findSizeProblem = (size: number): string | undefined =>
  size <= MAX_REPORT_BYTES
    ? undefined
    : `the file has ${inMebibytes(size)} MiB, wanted at most ${inMebibytes(MAX_REPORT_BYTES)} MiB; split it into several reports`;

/** Bytes between two chances for the event loop: some milliseconds. */
const CHUNK = 1_048_576;

/** UTF-8, with or without a byte order mark, to text in which every line ends with LF. */
export function* decodeReportBytes(
  bytes: Uint8Array,
): Task<{ readonly kind: 'text'; readonly text: string } | Faulty> {
  const size = findSizeProblem(bytes.byteLength);
  if (size !== undefined) return faulty(1, size);
  if (!isUtf8(bytes)) {
    // Line ends are never part of a longer UTF-8 sequence, so each line can be tried alone.
    const lines = withLineFeeds(Buffer.from(bytes).toString('latin1')).split('\n');
    const line = lines.findIndex((each) => !isUtf8(Buffer.from(each, 'latin1'))) + 1;
    return faulty(line, 'the line is not UTF-8 text; save the file with the encoding UTF-8');
  }
  const decoder = new TextDecoder();
  let text = '';
  let isAfterReturn = false;
  for (let from = 0; from < bytes.byteLength; from += CHUNK) {
    const isLast = from + CHUNK >= bytes.byteLength;
    const decoded = decoder.decode(bytes.subarray(from, from + CHUNK), { stream: !isLast });
    // A CR that ended the chunk before has become an LF, and its own LF is none of its own.
    const piece = isAfterReturn && decoded.startsWith('\n') ? decoded.slice(1) : decoded;
    if (decoded !== '') isAfterReturn = decoded.endsWith('\r');
    text += withLineFeeds(piece);
    yield;
  }
  const nul = text.indexOf('\0');
  return nul < 0
    ? { kind: 'text', text }
    : faulty(
        lineAt(text, nul),
        'the line holds a NUL character, wanted plain text; save the file with the encoding UTF-8',
      );
}

/** Counted from 1. `offset` is in UTF-16 code units. */
export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}

const inMebibytes = (bytes: number): string => (Math.ceil((bytes / 1024 / 1024) * 10) / 10).toString();

const withLineFeeds = (text: string): string => text.replaceAll(/\r\n?/gu, '\n');
