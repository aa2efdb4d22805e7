import { StoreError } from './store-error.ts';

// Primary result codes of SQLite: https://sqlite.org/rescode.html
const CORRUPT = 11;
const NOT_A_DATABASE = 26;

const SENTENCES: ReadonlyMap<number, string> = new Map([
  [5, 'another program keeps it locked, wanted it free'],
  [6, 'another program keeps it locked, wanted it free'],
  [8, 'it is read-only, wanted a file and folder that the bot may write to'],
  [10, 'the disk reports an error, wanted a disk with room that works'],
  [CORRUPT, 'it is damaged, wanted a restart, which sets it aside'],
  [13, 'the disk is full, wanted some room'],
  [14, 'it cannot be opened, wanted a file and folder that the bot may write to'],
  [NOT_A_DATABASE, 'it is damaged, wanted a restart, which sets it aside'],
]);

/** The primary result code of an error that SQLite gave; undefined for any other error. */
function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('errcode' in error) return Number(error.errcode) & 0xff;
  if ('rawCode' in error) return Number(error.rawCode) & 0xff;
  // libsql gives no code when it cannot open a file, only this sentence with the code at its end.
  const code = /^ConnectionFailed.*: (\d+)/.exec(error.message)?.[1];
  return code === undefined ? undefined : Number(code) & 0xff;
}

export const isDamage = (error: unknown): boolean =>
  [CORRUPT, NOT_A_DATABASE].includes(resultCode(error) ?? 0);

/** The sentence for an error of SQLite or of the file system. `what` completes "Cannot": "open", for one. */
export function storeError(what: string, file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const sentence = SENTENCES.get(resultCode(error) ?? 0) ?? message;
  return new StoreError(`Cannot ${what} the store "${file}": ${sentence}`, { cause: error });
}
