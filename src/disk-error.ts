/** By Node's error codes: what people can do something about. */
const CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'this account may not read it; change its permissions',
  EISDIR: 'it is a folder',
  ELOOP: 'its symbolic links lead in a circle',
  EMFILE: 'too many files are open',
  ENOENT: 'it is gone, or it is a symbolic link that leads nowhere',
  ENOTDIR: 'it is not a folder',
  EPERM: 'this account may not read it; change its permissions',
};

/**
 * Why the disk refused, in people's words.
 *
 * @throws `error` itself when it does not come from the disk: then the fault is ours and must be seen
 */
export function explainDiskError(error: unknown): string {
  const code = findDiskErrorCode(error);
  if (code === undefined) throw error;
  return CAUSES[code] ?? `the disk says ${code}`;
}

/** As `explainDiskError`, for what was to be written. */
export function explainWriteError(error: unknown): string {
  const code = findDiskErrorCode(error);
  return (code === undefined ? undefined : WRITE_CAUSES[code]) ?? explainDiskError(error);
}

const WRITE_CAUSES: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'the disk is read-only',
  EEXIST: 'a file is where a folder was wanted',
  ENOTDIR: 'a part of that path is a file',
  ENOSPC: 'the disk is full',
  EDQUOT: 'this account may fill no more of the disk',
  EFBIG: 'this account may write no file of that size',
};

export const findDiskErrorCode = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/** What `work` gives; undefined where there is no such file or folder. */
export async function ifThere<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if (findDiskErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
