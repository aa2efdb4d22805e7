/** One thing that keeps a report, or the whole folder, from being loaded. */
export interface Fault {
  /** The path as people know it, such as `data/ferry.md`; the folder's path when the folder is at fault. */
  readonly file: string;
  /** From 1; 1 too when the fault is of the file as a whole. Absent when the folder is at fault. */
  readonly line?: number;
  /** A clause without a full stop: what is there, then what was wanted. */
  readonly message: string;
}

/** A fault of a report, before its file is known. */
export type Problem = Required<Omit<Fault, 'file'>>;

/** How functions return what they found wrong. */
export interface Faulty {
  readonly kind: 'faulty';
  readonly problems: readonly Problem[];
}

export const inFile = (file: string, problems: readonly Problem[]): readonly Fault[] =>
  problems.map((problem) => ({ file, ...problem }));

export const faulty = (line: number, message: string): Faulty => ({
  kind: 'faulty',
  problems: [{ line, message }],
});

/** One sentence for people. The path is written as a JSON string, so that no file name can add a line. */
export const renderFault = ({ file, line, message }: Fault): string =>
  `Cannot load ${JSON.stringify(file)}${line === undefined ? '' : ` (line ${line})`}: ${message}`;
