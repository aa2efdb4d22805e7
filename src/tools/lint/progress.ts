/** Shows how far long work is, on one line that goes when it is done. */
export interface Progress {
  show(text: string): void;
  done(): void;
}

const CLEAR_LINE = '\r\u001B[K';

/** Only who sits at a terminal sees it; a file or a pipe gets nothing. */
export const createProgress = (stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): Progress => ({
  show: (text) => void (stream.isTTY && stream.write(`${CLEAR_LINE}${text}`)),
  done: () => void (stream.isTTY && stream.write(CLEAR_LINE)),
});
