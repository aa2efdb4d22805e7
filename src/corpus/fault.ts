/** One thing that keeps a report, or the whole folder, from being loaded. */
export interface Fault {
  /** The path as people know it, such as `data/ferry.md`; the folder's path when the folder is at fault. */
  readonly file: string;
  /** From 1; 1 too when the fault is of the file as a whole. Absent when the folder is at fault. */
  readonly line?: number;
  /** A clause without a full stop: what is there, then what was wanted. */
  readonly message: string;
}

/** One sentence for people. The path is written as a JSON string, so that no file name can add a line. */
export const renderFault = ({ file, line, message }: Fault): string =>
  `Cannot load ${JSON.stringify(file)}${line === undefined ? '' : ` (line ${line})`}: ${message}`;
